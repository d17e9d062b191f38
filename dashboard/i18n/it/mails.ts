import type { mails as like } from '../en/mails.ts';

export const mails: typeof like = {
  mails: {
    title: 'E-mail',
    lead: 'Rapporti sui siti per e-mail, nella lingua di questa pagina. Ogni e-mail ha un link per non riceverla più.',
    noMail: 'L’invio di e-mail non è configurato su questo server: finché non lo è, non si invia nulla.',
    list: 'E-mail su',
    none: 'Non c’è ancora nessun sito.',
    kinds: {
      week: 'Ogni settimana, il lunedì',
      month: 'Ogni mese, il primo giorno',
      alerts: 'Quando qualcosa è insolito',
    },
  },
};
