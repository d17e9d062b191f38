import type { ReportWords } from './en.ts';

export const it: ReportWords = {
  subject: (site, days) => `${site}: ${days}`,
  lead: (site, days, before) => `Il pubblico di ${site}, ${days}, a confronto con ${before}.`,
  metrics: { visitors: 'Visitatori unici', visits: 'Visite', pageviews: 'Pagine viste' },
  columns: { figure: 'Dato', now: 'Ora', before: 'Prima', change: 'Variazione' },
  between: (low, high) => `Tra ${low} e ${high} persone`,
  estimated: (low, high) => `Tra ${low} e ${high} persone (intervallo al 95% di una stima)`,
  verdicts: {
    larger: 'La variazione dei visitatori è maggiore della sua incertezza.',
    within: 'La variazione dei visitatori è entro l’incertezza.',
    unknown: 'Non si può dire se il numero di persone sia aumentato o diminuito.',
  },
  pages: 'Pagine più viste',
  sources: 'Sorgenti',
  direct: 'Diretto o senza sorgente',
  none: 'Nessuna visita in questo periodo.',
  open: 'Apri la dashboard',
  rounded: (step) => `I dati sono arrotondati a multipli di ${step}.`,
  small: (least) =>
    `Meno di ${least} visitatori sono indicati come «< ${least}», come altri numeri da cui si potrebbero ricavare.`,
  why: (host) => `Questa e-mail è stata richiesta su ${host}.`,
  stop: 'Non ricevere più queste e-mail',
};
