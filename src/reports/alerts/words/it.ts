import type { AlertWords } from './en.ts';

export const it: AlertWords = {
  subjects: {
    spike: (site) => `${site}: molte più visite del solito`,
    drop: (site) => `${site}: molte meno visite del solito`,
    silence: (site) => `${site}: nessuna visita`,
    consent: (site) => `${site}: il tasso di consenso è cambiato`,
  },
  hour: (when, now, usual) =>
    `${when}: ${now} visite in un’ora; di solito, in questo giorno della settimana a quest’ora, sono ${usual}.`,
  quiet: (when, usual) =>
    `Nessuna visita da ${when}; di solito in questo tempo sono ${usual}. Lo snippet è ancora nelle pagine, e i visitatori raggiungono questo server?`,
  rate: (days, now, usual) =>
    `Negli ultimi ${days} giorni ha dato il consenso il ${now} di chi ha risposto; prima il ${usual}.`,
  causes: {
    'visit:source': (share, value) => `La maggior parte della differenza (${share}) viene dalla sorgente ${value}.`,
    'event:page': (share, value) => `La maggior parte della differenza (${share}) viene dalla pagina ${value}.`,
    none: 'Nessuna singola sorgente o pagina spiega la maggior parte della differenza.',
  },
};
