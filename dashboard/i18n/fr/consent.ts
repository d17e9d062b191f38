/** Words of the consent panel. */
import type { consent as like } from '../en/consent.ts';
import { plural } from './plural.ts';

export const consent: typeof like = {
  consent: {
    title: 'Consentement',
    rate: 'Taux de consentement',
    rateTable: 'Tableau du taux de consentement',
    filtered: 'Les chiffres sont filtrés par consentement : il n’y a rien à comparer.',
    units: { visitors_daily_sum: 'Visiteurs, une fois par jour', visits: 'Visites', pageviews: 'Pages vues' },
    ofUnits: {
      visitors_daily_sum: (granted, all) =>
        `${granted} ${plural(granted, 'visiteur', 'visiteurs')} sur ${all}, chacun compté une fois par jour`,
      visits: (granted, all) => `${granted} ${plural(granted, 'visite', 'visites')} sur ${all}`,
      pageviews: (granted, all) => `${granted} ${plural(granted, 'page vue', 'pages vues')} sur ${all}`,
    },
    extremes: (low, lowWhen, high, highWhen) => `Minimum ${low} (${lowWhen}), maximum ${high} (${highWhen}).`,
    tooFewForExtremes: 'Trop peu de visiteurs pour suivre le taux dans le temps.',
    notDrawn:
      'Pour suivre le taux dans le temps, choisissez une période d’au moins deux jours terminés où quelqu’un est venu.',
  },
  answers: {
    title: 'Réponses à la question',
    ofAnswers: (accepted, answered) =>
      `d’acceptation : ${accepted} ${plural(accepted, 'réponse', 'réponses')} sur ${answered}`,
    noAnswer: 'Personne n’a encore répondu.',
    ofQuestions: (answered, asked, share) =>
      `Question posée ${asked} fois, réponse donnée ${answered} fois (${share}). Qui ne répond pas est interrogé de nouveau à la page suivante : ce sont des questions, pas des personnes.`,
    moreAnswers: (answered, asked) =>
      `${answered} ${plural(answered, 'réponse', 'réponses')} à ${asked} ${plural(asked, 'question signalée', 'questions signalées')} : certains outils de consentement ne disent pas quand ils interrogent, et un visiteur peut changer d’avis de lui-même.`,
    asked: 'Questions',
    answered: 'Réponses',
    outcomes: { accepted: 'Acceptées', refused: 'Refusées', ignored: 'Ignorées', silent: 'Sans nouvelle' },
    withdrawn: 'Retraits ultérieurs',
    course: 'Acceptations parmi les réponses',
    table: 'Tableau des réponses',
    tooFew: 'Trop peu de réponses pour suivre leur part dans le temps.',
    nothing:
      'Aucune demande de consentement n’a été signalée sur cette période. Le bandeau de ce service signale de lui-même ses questions et les réponses, comme l’adaptateur d’un outil de consentement.',
    unfiltered:
      'Ces compteurs portent sur tous les visiteurs : ils ne croisent jamais deux informations, les filtres ne peuvent donc pas s’y appliquer.',
    by: 'Réponses par pays, appareil, page et version',
    tabs: {
      'visit:country': 'Pays',
      'visit:device': 'Appareils',
      'event:page': 'Pages',
      'consent:text': 'Textes',
      'consent:banner': 'Bandeaux',
    },
    dimensions: {
      'visit:country': 'Pays',
      'visit:device': 'Appareil',
      'event:page': 'Page',
      'consent:text': 'Version',
      'consent:banner': 'Version',
    },
    otherPages: 'Autres pages',
    hidden: (count) => `${count} de plus.`,
    few: (count) => `Une part de moins de ${count} réponses ne dirait pas grand-chose : elle est omise.`,
  },
  bias: {
    title: 'Contrôle du biais',
    usual:
      'Rien d’inhabituel : par la source, l’appareil et le nombre de pages, les visites avec consentement ressemblent à toutes les visites.',
    unusual: 'Les visiteurs consentants ne sont pas comme tout le monde :',
    little: (granted, anonymous) =>
      `Trop peu de données pour le dire : ${granted} ${plural(granted, 'visite', 'visites')} avec consentement et ${anonymous} sans.`,
    consequence:
      'Ne lisez pas les chiffres des visiteurs consentants comme ceux de tous. Ce que l’estimation corrige est indiqué sous « Comment a-t-on compté ? ».',
    more: (way, granted, all) =>
      `Les personnes qui consentent viennent plus souvent ${way} que l’ensemble : ${granted} des visites contre ${all}.`,
    less: (way, granted, all) =>
      `Les personnes qui consentent viennent moins souvent ${way} que l’ensemble : ${granted} des visites contre ${all}.`,
    from: (source) => `depuis ${source}`,
    directly: 'directement',
    devices: {
      desktop: 'sur un ordinateur',
      mobile: 'sur un mobile',
      tablet: 'sur une tablette',
      other: 'sur d’autres appareils',
    },
    morePages: (granted, all) =>
      `Les personnes qui consentent voient plus de pages par visite que l’ensemble : ${granted} contre ${all}.`,
    fewerPages: (granted, all) =>
      `Les personnes qui consentent voient moins de pages par visite que l’ensemble : ${granted} contre ${all}.`,
    rule: ({ fewestVisits, fewestPoints, confidence, viewsPercent }) =>
      `La règle : avec au moins ${fewestVisits} visites de chaque côté, une source ou un appareil est signalé si sa part diffère d’au moins ${fewestPoints} points et plus que par hasard (${confidence} %, en comptant les personnes et non les visites) ; les pages par visite, si elles diffèrent de plus de ${viewsPercent} %.`,
    show: 'Afficher la comparaison',
    shareOfVisits: 'Part des visites',
    all: 'Toutes',
    mark: 'diffère',
  },
};
