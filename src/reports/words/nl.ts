import type { ReportWords } from './en.ts';

export const nl: ReportWords = {
  subject: (site, days) => `${site}: ${days}`,
  lead: (site, days, before) => `De bezoekcijfers van ${site}, ${days}, vergeleken met ${before}.`,
  metrics: { visitors: 'Unieke bezoekers', visits: 'Bezoeken', pageviews: 'Paginaweergaven' },
  columns: { figure: 'Cijfer', now: 'Nu', before: 'Daarvoor', change: 'Verandering' },
  between: (low, high) => `Tussen ${low} en ${high} mensen`,
  estimated: (low, high) => `Tussen ${low} en ${high} mensen (95%-interval van een schatting)`,
  verdicts: {
    larger: 'De verandering van bezoekers is groter dan de onzekerheid.',
    within: 'De verandering van bezoekers valt binnen de onzekerheid.',
    unknown: 'Of het er meer of minder zijn geworden, is niet te zeggen.',
  },
  pages: 'Meest bekeken pagina’s',
  sources: 'Bronnen',
  direct: 'Direct of zonder bron',
  none: 'Geen bezoeken in deze periode.',
  open: 'Dashboard openen',
  rounded: (step) => `De cijfers zijn afgerond op ${step}.`,
  small: (least) =>
    `Minder dan ${least} bezoekers worden getoond als ‘< ${least}’, net als andere getallen waaruit die te berekenen zouden zijn.`,
  why: (host) => `U hebt op ${host} om deze e-mail gevraagd.`,
  stop: 'Deze e-mails niet meer ontvangen',
};
