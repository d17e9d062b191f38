import type { ReportWords } from './en.ts';

export const de: ReportWords = {
  subject: (site, days) => `${site}: ${days}`,
  lead: (site, days, before) => `Die Besucherzahlen von ${site}, ${days}, verglichen mit ${before}.`,
  metrics: { visitors: 'Eindeutige Besucher', visits: 'Besuche', pageviews: 'Seitenaufrufe' },
  columns: { figure: 'Zahl', now: 'Jetzt', before: 'Davor', change: 'Veränderung' },
  between: (low, high) => `Zwischen ${low} und ${high} Personen`,
  estimated: (low, high) => `Zwischen ${low} und ${high} Personen (95-%-Intervall einer Schätzung)`,
  verdicts: {
    larger: 'Die Veränderung der Besucher ist größer als ihre Unsicherheit.',
    within: 'Die Veränderung der Besucher liegt innerhalb der Unsicherheit.',
    unknown: 'Ob es mehr oder weniger Personen wurden, lässt sich nicht sagen.',
  },
  pages: 'Meistgesehene Seiten',
  sources: 'Quellen',
  direct: 'Direkt oder ohne Quelle',
  none: 'Keine Besuche in diesem Zeitraum.',
  open: 'Übersicht öffnen',
  rounded: (step) => `Die Zahlen sind auf ${step} gerundet.`,
  small: (least) =>
    `Weniger als ${least} Besucher werden als „< ${least}“ angezeigt, ebenso andere Zahlen, aus denen sie sich errechnen ließen.`,
  why: (host) => `Sie haben diese E-Mail auf ${host} bestellt.`,
  stop: 'Diese E-Mails abbestellen',
};
