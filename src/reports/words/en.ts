/** Words of reports: those of the dashboard. */
export const en = {
  subject: (site: string, days: string) => `${site}: ${days}`,
  lead: (site: string, days: string, before: string) => `The audience of ${site}, ${days}, compared with ${before}.`,
  metrics: { visitors: 'Unique visitors', visits: 'Visits', pageviews: 'Pageviews' },
  columns: { figure: 'Figure', now: 'Now', before: 'Before', change: 'Change' },
  between: (low: string, high: string) => `Between ${low} and ${high} people`,
  estimated: (low: string, high: string) => `Between ${low} and ${high} people (95% interval of an estimate)`,
  verdicts: {
    larger: 'The change of visitors is larger than its uncertainty.',
    within: 'The change of visitors is within the uncertainty.',
    unknown: 'Whether people became more or fewer cannot be told.',
  },
  pages: 'Top pages',
  sources: 'Sources',
  direct: 'Direct or none',
  none: 'No visits in this period.',
  open: 'Open the dashboard',
  rounded: (step: string) => `Figures are rounded to ${step}.`,
  small: (least: string) =>
    `Fewer than ${least} visitors are shown as < ${least}, and so are others by which they could be worked out.`,
  why: (host: string) => `You have asked for this e-mail on ${host}.`,
  stop: 'Stop these e-mails',
};

export type ReportWords = typeof en;
