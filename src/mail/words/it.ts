import type { LetterWords } from './en.ts';

export const it: LetterWords = {
  reset: {
    subject: (host) => `Una nuova password per ${host}`,
    intro: (email) => `È stata chiesta una nuova password per l’account di ${email}. Si può scegliere qui:`,
    link: 'Scegli una nuova password',
    until:
      'Il link vale una volta sola e scade dopo un’ora. Quando viene usato, tutte le sessioni dell’account terminano.',
    otherwise: 'Chi non l’ha chiesta non deve fare nulla: la password resta quella di prima.',
  },
  invitation: {
    subject: (host) => `Invito a ${host}`,
    intro: (host) => `Questo è un invito a consultare i dati sul pubblico di ${host}. Scegliere qui una password:`,
    by: (who) => `Invito di ${who}.`,
    link: 'Accetta l’invito',
    until: 'Il link vale una volta sola e scade dopo una settimana.',
  },
};
