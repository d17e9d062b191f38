/** Words of the headline figures, and how they were counted. */
import type { headline as like } from '../en/headline.ts';
import { plural } from './plural.ts';

export const headline: typeof like = {
  metrics: {
    visitors: 'Visiteurs uniques',
    visits: 'Visites',
    pageviews: 'Pages vues',
    views_per_visit: 'Pages par visite',
    bounce_rate: 'Taux de rebond',
    visit_duration: 'Durée de visite',
    conversion_rate: 'Taux de conversion',
  },
  split: {
    granted: (count) => `${count} avec consentement`,
    anonymous: (count) => `${count} ${plural(count, 'anonyme', 'anonymes')}`,
    erased: (count) => `${count} ${plural(count, 'effacé', 'effacés')}`,
    estimated: (count) => `environ ${count} ${plural(count, 'autre, estimé', 'autres, estimés')}`,
    most: (count) => `au plus ${count}, garanti`,
  },
  visitors: {
    between: (low, high) => `Entre ${low} et ${high} personnes`,
    estimated: (low, high) => `Entre ${low} et ${high} personnes (intervalle à 95 % d’une estimation)`,
    ofThem: (measured, count, share) =>
      `, dont ${measured}${share === null ? '' : ` (${share})`} ${plural(count, 'mesurée', 'mesurées')} avec consentement.`,
    exact: 'Chaque visiteur a été distingué : ce nombre est exact.',
    ofConsent: 'Des visiteurs consentants seulement, et exact pour eux ; les autres ne sont pas dans ce nombre.',
    long: 'Les deux bornes sont garanties. Un mois de cette période peut être estimé, et cette estimation peut dépasser ce qui est garanti pour l’ensemble.',
  },
  change: {
    interval: (low, high) => ` (intervalle à 95 % : de ${low} à ${high})`,
    before: {
      previous_period: (days) => `Période précédente (${days}) : `,
      year_over_year: (days) => `Même période un an plus tôt (${days}) : `,
      custom: (days) => `Par rapport à ${days} : `,
    },
    verdicts: {
      nobody: 'personne n’avait été compté.',
      exact: 'les deux nombres sont exacts.',
      larger: 'un écart plus grand que son incertitude.',
      within: 'un écart dans les limites de l’incertitude.',
      unknown: 'on ne peut pas dire s’il y a plus ou moins de monde.',
      more: 'plus de monde maintenant, c’est certain.',
      fewer: 'moins de monde maintenant, c’est certain.',
    },
    show: 'Afficher dans le graphique',
    running: 'La journée n’est pas finie.',
    since: {
      previous_period: 'depuis la période précédente',
      year_over_year: 'depuis la même période un an plus tôt',
      custom: 'par rapport aux autres dates',
    },
    lengths: (now, before) => `Attention aux durées : ${now} jours maintenant, ${before} alors.`,
    points: (amount) => `${amount} pts`,
  },
  method: {
    title: 'Comment a-t-on compté ?',
    visitor: 'Qu’est-ce qu’un visiteur ?',
    definition:
      'Les visiteurs qui ont consenti portent un nombre aléatoire et sont reconnus chaque jour. Les autres ne portent rien : on les distingue au plus au cours d’une journée, et rien ne permet de relier deux de leurs journées.',
    instrument:
      'Une personne est un navigateur tel que le serveur le voit : des personnes qui partagent un réseau et une version de navigateur peuvent compter pour une ; une personne avec deux appareils compte pour deux.',
    cases: {
      met: 'Sur plusieurs jours, seul un intervalle est certain pour les visiteurs sans consentement. Ici, ses deux bords se rejoignent : le plus petit et le plus grand nombre de personnes qui expliquent ce qui a été vu sont les mêmes.',
      consented: 'Tous les visiteurs de la période avaient donné leur consentement : chacun est compté une seule fois.',
      'single-day':
        'Sur une seule journée, les visiteurs sans consentement sont distingués par une clé qui n’existe que ce jour-là. Les visiteurs consentants le sont par leur identifiant. Rien n’est estimé.',
      'date-flag':
        'L’appareil d’un visiteur sans consentement garde la date de sa dernière visite et rien d’autre ; il indique si cette visite est la première du jour, de la semaine ou du mois. Additionner les premières visites compte chaque appareil une fois, sans en reconnaître aucun.',
      'broken-day':
        'Le service a redémarré dans la journée : un visiteur sans consentement peut avoir été compté avant et après. Les visiteurs consentants ont traversé le même redémarrage et sont reconnus ensuite : la fréquence de leurs doubles comptes indique de combien réduire celui des autres.',
      overlap:
        'Les visiteurs consentants sont comptés exactement. Des autres, on ne connaît que chaque journée, et combien étaient déjà là la veille. La fréquence des retours vient des visiteurs consentants, corrigée jusqu’à ce que le recoupement des journées qu’elle prévoit soit celui qui a été observé : les habitués peuvent consentir plus ou moins souvent que les autres.',
      strata:
        'Les visiteurs consentants sont comptés exactement. Des autres, on ne connaît que chaque journée. La fréquence des retours vient des visiteurs consentants, séparément selon l’appareil et l’accès direct ou non.',
      'visit-ratio':
        'Avec le réglage de ce site, les visiteurs sans consentement ne sont pas distingués ; seules leurs visites sont comptées. Le nombre de visites par personne vient des visiteurs consentants.',
      'few-repeaters':
        'Un visiteur sans consentement ne peut pas être reconnu un autre jour. Une estimation demande au moins 40 visiteurs consentants venus deux jours ou plus ; il y en a moins : seul un intervalle est indiqué.',
      'long-window':
        'Un visiteur sans consentement ne peut pas être reconnu un autre jour. L’estimation est éprouvée jusqu’à 92 jours ; au-delà, seul un intervalle est indiqué.',
      'part-of-day':
        'La période commence ou finit au milieu d’une journée. L’estimation repose sur des journées entières : seul un intervalle est indiqué.',
      'broken-day-unestimated':
        'Le service a redémarré dans la journée. Un visiteur sans consentement peut avoir été compté avant et après, et trop peu de visiteurs consentants sont venus pour dire à quelle fréquence : seul un intervalle est certain.',
      uncounted:
        'Des pages vues ont été comptées sans distinguer les personnes : chacune peut venir d’une nouvelle personne ou de la même, si bien que seul un intervalle est certain.',
      'few-in-filter':
        'Une estimation avec ces filtres demande au moins 30 visiteurs consentants qui y répondent ; il y en a moins : seul un intervalle est indiqué.',
      'events-unseen':
        'Avec le réglage de ce site, les visites sans consentement ne peuvent pas être suivies de page en page. Avec un filtre sur les pages, il n’y a pas d’estimation, seulement un intervalle.',
    },
    consentBias:
      'L’intervalle ne couvre pas le biais de consentement : si les personnes qui consentent reviennent plus ou moins souvent que les autres, l’erreur dépasse ce qu’il indique.',
    filtered: 'Avec un filtre, on sait moins bien qui est revenu : l’intervalle est plus large.',
    low: 'Le plus petit nombre est celui des personnes qui suffisent à expliquer ce qui a été vu ; le plus grand, leur maximum. Tous deux sont certains.',
    inputsTitle: 'Sur quoi le nombre repose',
    guaranteed: 'Garanti par le seul comptage, sans estimation',
    others: {
      more: (sum, share) =>
        `D’autres outils additionnent les jours et afficheraient ${sum} visiteurs : ${share} de trop.`,
      atLeast: (sum, share) =>
        `D’autres outils additionnent les jours et afficheraient ${sum} visiteurs : au moins ${share} de trop.`,
      same: (sum) =>
        `D’autres outils additionnent les jours et afficheraient ${sum} visiteurs ; ici, cela peut être juste, mais ils ne pourraient pas le savoir.`,
    },
    docs: 'Toute la méthode et ses limites (en anglais)',
    inputs: {
      days: 'Jours de la période',
      measured: 'Visiteurs avec consentement',
      anonymousDays: 'Visiteurs anonymes, additionnés jour par jour',
      overlap: 'dont vus aussi la veille',
      switchers: 'ont consenti après un jour anonyme',
      unseenVisits: 'Visites non distinguées',
      uncountedPageviews: 'Pages vues non distinguées',
      brokenDays: 'Jours avec un redémarrage',
      repeaters: 'Visiteurs consentants venus 2 jours ou plus',
      flaggedDevices: 'Appareils qui gardent la date de leur dernière visite',
      ratio: 'Estimation par simple proportion (E1)',
      stratified: 'Estimation par appareil et par accès (E2)',
      calibrated: 'Estimation corrigée par le recoupement des jours (E3)',
      gamma: 'Correction pour le consentement des habitués (au-dessus de 0 : ils consentent moins)',
      standardError: 'Erreur type de l’estimation',
      switched: 'Comptés avec et sans consentement, retirés une fois',
      churnRate: 'Identifiants perdus d’un jour à l’autre',
      measuredAfterChurn: 'Visiteurs consentants, identifiants perdus réunis',
    },
  },
  disclosure: {
    rounded: (step: string) => `Les chiffres sont arrondis à ${step} près.`,
    small: (least: string) =>
      `Moins de ${least} visiteurs s’affichent « < ${least} », de même que ceux qui permettraient de les retrouver.`,
    exact: 'Chaque visiteur a été distingué ; le nombre est arrondi.',
    ofConsent: 'Des visiteurs consentants seulement ; le nombre est arrondi.',
    bothExact: 'les deux nombres sont arrondis.',
    leftOut: (least) =>
      `Les lignes de moins de ${least} visiteurs sont omises, de même que celles qui permettraient de les retrouver.`,
    hidden: 'Masqué, pour que personne ne soit reconnaissable.',
    restricted: 'Visiteurs consentants seulement, comme l’exige le profil de ce site.',
  },
};
