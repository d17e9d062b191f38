import type { AlertWords } from './en.ts';

export const it: AlertWords = {
  subjects: {
    spike: (site) => `${site}: molte più visite del solito`,
    drop: (site) => `${site}: molte meno visite del solito`,
    silence: (site) => `${site}: non ci sono più visite`,
    consent: (site) => `${site}: il tasso di consenso è cambiato`,
  },
  hour: (when, now, usual) =>
    `${when}: ${now} visite in un’ora; di solito, in questo giorno della settimana a quest’ora, sono ${usual}.`,
  quiet: (when, usual) =>
    `Nessuna visita da ${when}; di solito in questo tempo sono ${usual}. Il codice di misurazione è ancora nelle pagine, e i visitatori raggiungono questo server?`,
  rate: (days, now, usual) =>
    `Negli ultimi ${days} giorni la quota di chi ha dato il consenso, tra chi ha risposto, è stata ${now}; prima era ${usual}.`,
  causes: {
    'visit:source': (share, value) => `La maggior parte della differenza (${share}) viene dalla sorgente ${value}.`,
    'event:page': (share, value) => `La maggior parte della differenza (${share}) viene dalla pagina ${value}.`,
    none: 'Nessuna singola sorgente o pagina spiega la maggior parte della differenza.',
  },
};
