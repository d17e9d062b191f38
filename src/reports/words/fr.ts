import type { ReportWords } from './en.ts';

export const fr: ReportWords = {
  subject: (site, days) => `${site}\u00a0: ${days}`,
  lead: (site, days, before) => `L’audience de ${site}, ${days}, comparée à ${before}.`,
  metrics: { visitors: 'Visiteurs uniques', visits: 'Visites', pageviews: 'Pages vues' },
  columns: { figure: 'Chiffre', now: 'Maintenant', before: 'Avant', change: 'Évolution' },
  between: (low, high) => `Entre ${low} et ${high} personnes`,
  estimated: (low, high) => `Entre ${low} et ${high} personnes (intervalle à 95\u00a0% d’une estimation)`,
  verdicts: {
    larger: 'L’évolution des visiteurs dépasse son incertitude.',
    within: 'L’évolution des visiteurs reste dans les limites de l’incertitude.',
    unknown: 'On ne peut pas dire s’il y a plus ou moins de monde.',
  },
  pages: 'Pages les plus vues',
  sources: 'Sources',
  direct: 'Accès direct ou sans source',
  none: 'Aucune visite dans cette période.',
  open: 'Ouvrir le tableau de bord',
  rounded: (step) => `Les chiffres sont arrondis à ${step} près.`,
  small: (least) =>
    `Moins de ${least} visiteurs s’affichent «\u00a0< ${least}\u00a0», de même que ceux qui permettraient de les retrouver.`,
  why: (host) => `Vous avez demandé cet e-mail sur ${host}.`,
  stop: 'Ne plus recevoir ces e-mails',
};
