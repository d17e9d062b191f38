/** Les mots du tableau de bord en français. Espaces insécables : U+00A0 avant deux-points, U+202F ailleurs. */
import type { Texts } from './en.ts';

export const fr: Texts = {
  languageName: 'Français',
  language: 'Langue',
  skip: 'Aller aux chiffres',
  tagline: 'La mesure d’audience qui compte honnêtement.',
  theme: { toDark: 'Couleurs sombres', toLight: 'Couleurs claires' },
  account: { menu: 'Compte', signOut: 'Se déconnecter', role: (role) => (role === 'owner' ? 'Propriétaire' : role) },
  sites: { choose: 'Choisir un site' },
  footer: (version) => `Ces chiffres sont ceux de ce seul serveur. Passant ${version}.`,

  forms: {
    email: 'Adresse électronique',
    password: 'Mot de passe',
    passwordRule: 'Au moins 12 caractères. Quelques mots à la suite se retiennent bien et se devinent mal.',
    passwordLeft: (left) => (left === 1 ? 'Encore 1 caractère.' : `Encore ${left} caractères.`),
    passwordLong: 'Longueur suffisante.',
    show: 'Afficher',
    hide: 'Masquer',
    missingEmail: 'Indiquez une adresse électronique, par exemple ada@example.org.',
    missingPassword: 'Indiquez votre mot de passe.',
    shortPassword: 'Ce mot de passe a moins de 12 caractères.',
  },
  setUp: {
    title: 'Installer Passant',
    intro: 'Créez le compte du propriétaire de ce serveur. Lui seul verra les chiffres.',
    submit: 'Créer le compte',
    needsLink: 'Ce serveur n’a pas encore de propriétaire.',
    needsLinkMore:
      'Ouvrez le lien que le serveur a affiché à son démarrage : il permet de créer le compte du propriétaire.',
  },
  signIn: {
    title: 'Connexion',
    intro: 'Les chiffres sont réservés à celles et ceux qui tiennent ce serveur.',
    submit: 'Se connecter',
    ended: 'Vous avez été déconnecté. Connectez-vous pour revenir où vous en étiez.',
  },

  errors: {
    title: 'Le chargement a échoué',
    retry: 'Réessayer',
    offline: 'Le serveur n’a pas répondu. Vérifiez la connexion.',
    unreadable: 'La réponse du serveur est incompréhensible.',
    rate_limited: 'Trop de tentatives. Patientez un peu, puis réessayez.',
    unavailable: 'Le serveur est occupé ou démarre. Réessayez dans un instant.',
    fault: 'Une erreur est survenue sur le serveur ; son journal en dit plus.',
    wrongSignIn: 'L’adresse ou le mot de passe est inexact.',
    usedLink: 'Ce lien d’installation a déjà servi ou a expiré. Redémarrez le service pour en obtenir un autre.',
    alreadySetUp: 'Ce serveur est déjà installé. Connectez-vous.',
    unknownSite: (domain) => `Aucun site ne s’appelle ${domain} ici.`,
    otherSites: 'Les sites de ce serveur :',
    noSites: 'Ce serveur n’a pas encore de site. Ajoutez-en un en ligne de commande :',
  },

  addresses: {
    title: 'Les adresses des visiteurs n’arrivent pas',
    consequence:
      'Presque tous les messages semblent venir d’une seule adresse : les visiteurs sans consentement se confondent et leur pays est inconnu.',
    remedy:
      'Faites envoyer X-Forwarded-For par le serveur mandataire et nommez-le dans PASSANT_TRUSTED_PROXIES (docs/proxies.md). Cet avis disparaît peu après.',
  },
  waiting: {
    title: 'En attente du premier visiteur',
    intro:
      'Placez cette ligne dans l’en-tête de chaque page du site. La première visite apparaîtra ici en quelques secondes.',
    copy: 'Copier',
    copied: 'Copié',
    demo: 'Visiter le site de démonstration',
    demoMore: 'Le site de démonstration contient déjà cette ligne : ouvrez-y une page et observez celle-ci.',
    listening: 'À l’écoute…',
  },
  empty: {
    period: 'Aucune visite sur cette période.',
    periodMore: 'Le site a des chiffres à d’autres moments.',
    allTime: 'Afficher depuis le début',
    filters: 'Rien ne correspond à ces filtres.',
    clear: 'Effacer les filtres',
  },

  period: {
    choose: 'Choisir une période',
    words: {
      day: 'Aujourd’hui',
      '7d': '7 jours',
      '28d': '28 jours',
      '30d': '30 jours',
      month: 'Ce mois-ci',
      '12mo': '12 mois',
      all: 'Depuis le début',
    },
    custom: 'Autre période',
    from: 'Du',
    to: 'Au',
    apply: 'Appliquer',
    backwards: 'Le dernier jour précède le premier.',
    live: 'En direct',
    liveMore: 'Les chiffres du jour sont actualisés toutes les 15 secondes.',
    zone: (zone) => `Fuseau horaire : ${zone}`,
  },

  filters: {
    title: 'Filtres',
    remove: (condition) => `Retirer le filtre : ${condition}`,
    negate: (condition) => `Inverser le filtre : ${condition}`,
    clear: 'Tout effacer',
    add: (dimension, value) => `Ne montrer que : ${dimension} ${value}`,
    or: ' ou ',
    operators: { is: 'est', is_not: 'n’est pas', contains: 'contient', contains_not: 'ne contient pas' },
  },

  metrics: {
    visitors: 'Visiteurs uniques',
    visits: 'Visites',
    pageviews: 'Pages vues',
    views_per_visit: 'Pages par visite',
    bounce_rate: 'Taux de rebond',
    visit_duration: 'Durée de visite',
  },
  split: {
    granted: (count) => `${count} avec consentement`,
    anonymous: (count) => `${count} anonymes`,
    erased: (count) => `${count} effacés`,
    estimated: (count) => `environ ${count} autres, estimés`,
    most: (count) => `au plus ${count}, garanti`,
  },
  visitors: {
    between: (low, high) => `Entre ${low} et ${high} personnes`,
    estimated: (low, high) => `Entre ${low} et ${high} personnes (intervalle à 95 % d’une estimation)`,
    ofThem: (measured, count, share) =>
      `, dont ${measured}${share === null ? '' : ` (${share})`} ${count <= 1 ? 'mesurée' : 'mesurées'} avec consentement.`,
    exact: 'Chaque visiteur a été distingué : ce nombre est exact.',
  },
  change: {
    before: (days) => `Période précédente (${days}) : `,
    verdicts: {
      nobody: 'personne n’avait été compté.',
      exact: 'les deux nombres sont exacts.',
      larger: 'un écart plus grand que son incertitude.',
      within: 'un écart dans les limites de l’incertitude.',
      unknown: 'on ne peut pas dire s’il y a plus ou moins de monde.',
      more: 'plus de monde maintenant, c’est certain.',
      fewer: 'moins de monde maintenant, c’est certain.',
    },
    running: 'La journée n’est pas finie.',
    since: 'depuis la période précédente',
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

  chart: {
    title: { hour: 'Visiteurs par heure', day: 'Visiteurs par jour', month: 'Visiteurs par mois' },
    granted: 'Avec consentement',
    anonymous: 'Anonymes',
    atLeast: 'Autres, au moins',
    estimated: 'Autres, estimés',
    interval: 'Intervalle à 95 %',
    upTo: 'Peut-être davantage',
    broken: 'Service redémarré',
    estimateNote: 'Les barres avec une moustache sont des estimations ; la moustache est leur intervalle à 95 %.',
    rangeNote:
      'Les barres à l’extrémité pâle sont des intervalles : les personnes de ce temps sont au moins au bord inférieur, au plus au bord supérieur.',
    brokenNote: (days) => `Le service a redémarré : ${days}. Un tel jour n’est pas exact.`,
    table: 'Tableau des visiteurs',
    asTable: 'Afficher en tableau',
    asChart: 'Afficher en graphique',
    columns: { hour: 'Heure', day: 'Jour', month: 'Mois' },
    people: 'Visiteurs',
    sayPeople: (count) => `Visiteurs uniques : ${count}`,
    sayInterval: (interval) => `Intervalle à 95 % : ${interval}`,
    summary: (title, from, to) => `${title}, de ${from} à ${to}.`,
    highest: (count, when) => `Maximum : ${count}, ${when}.`,
    nothing: 'Aucun visiteur.',
  },

  consent: {
    title: 'Consentement',
    rate: 'Taux de consentement',
    rateTable: 'Tableau du taux de consentement',
    filtered: 'Les chiffres sont filtrés par consentement : il n’y a rien à comparer.',
    units: { visitors_daily_sum: 'Visiteurs, une fois par jour', visits: 'Visites', pageviews: 'Pages vues' },
    ofUnits: {
      visitors_daily_sum: (granted, all) => `${granted} visiteurs sur ${all}, chacun compté une fois par jour`,
      visits: (granted, all) => `${granted} visites sur ${all}`,
      pageviews: (granted, all) => `${granted} pages vues sur ${all}`,
    },
    extremes: (low, lowWhen, high, highWhen) => `Minimum ${low} (${lowWhen}), maximum ${high} (${highWhen}).`,
    tooFewForExtremes: 'Trop peu de visiteurs pour suivre le taux dans le temps.',
  },
  answers: {
    title: 'Réponses à la question',
    ofAnswers: (accepted, answered) => `d’acceptation : ${accepted} réponses sur ${answered}`,
    noAnswer: 'Personne n’a encore répondu.',
    ofQuestions: (answered, asked, share) =>
      `Question posée ${asked} fois, réponse donnée ${answered} fois (${share}). Qui ne répond pas est interrogé de nouveau à la page suivante : ce sont des questions, pas des personnes.`,
    moreAnswers: (answered, asked) =>
      `${answered} réponses à ${asked} questions signalées : certains outils de consentement ne disent pas quand ils interrogent, et un visiteur peut changer d’avis de lui-même.`,
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
      `Trop peu de données pour le dire : ${granted} visites avec consentement et ${anonymous} sans.`,
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

  disclosure: {
    rounded: (step: string) => `Les chiffres sont arrondis à ${step} près.`,
    small: (least: string) =>
      `Moins de ${least} visiteurs s’affichent « < ${least} », de même que ceux qui permettraient de les retrouver.`,
    exact: 'Chaque visiteur a été distingué ; le nombre est arrondi.',
    bothExact: 'les deux nombres sont arrondis.',
    hidden: 'Masqué, pour que personne ne soit reconnaissable.',
    restricted: 'Visiteurs consentants seulement, comme l’exige le profil de ce site.',
  },
  panels: {
    pages: 'Pages',
    sources: 'Sources',
    places: 'Lieux',
    technology: 'Technique',
    tabs: {
      pages: 'Les plus vues',
      'entry-pages': 'Entrées',
      'exit-pages': 'Sorties',
      channels: 'Canaux',
      sources: 'Sources',
      referrers: 'Référents',
      campaigns: 'Campagnes',
      countries: 'Pays',
      regions: 'Régions',
      cities: 'Villes',
      browsers: 'Navigateurs',
      systems: 'Systèmes',
      devices: 'Appareils',
      languages: 'Langues',
    },
    columns: { visitors: 'Visiteurs', visits: 'Visites', pageviews: 'Pages vues' },
    share: 'Part',
    more: 'Plus',
    fewer: 'Moins',
    hidden: (count) => `${count} autres lignes ne sont pas affichées.`,
    nothing: 'Rien à montrer pour l’instant.',
  },
  dimensions: {
    'event:page': 'Page',
    'visit:entry_page': 'Page d’entrée',
    'visit:exit_page': 'Page de sortie',
    'visit:channel': 'Canal',
    'visit:source': 'Source',
    'visit:referrer': 'Référent',
    'visit:utm_source': 'Source de campagne',
    'visit:utm_medium': 'Support de campagne',
    'visit:utm_campaign': 'Campagne',
    'visit:utm_content': 'Contenu de campagne',
    'visit:utm_term': 'Terme de campagne',
    'visit:country': 'Pays',
    'visit:region': 'Région',
    'visit:city': 'Ville',
    'visit:browser': 'Navigateur',
    'visit:os': 'Système',
    'visit:device': 'Appareil',
    'event:language': 'Langue',
    'visit:consent': 'Consentement',
  },
  values: {
    notSet: '(non renseigné)',
    direct: 'Accès direct ou sans source',
    devices: { desktop: 'Ordinateur', mobile: 'Mobile', tablet: 'Tablette', other: 'Autre' },
    consent: { granted: 'avec consentement', anonymous: 'anonyme' },
    channels: {
      Direct: 'Accès direct',
      'Organic Search': 'Recherche naturelle',
      'Paid Search': 'Recherche payante',
      'Organic Social': 'Réseaux sociaux',
      'Paid Social': 'Réseaux sociaux payants',
      'Organic Video': 'Vidéo',
      'Paid Video': 'Vidéo payante',
      'Organic Shopping': 'Commerce en ligne',
      'Paid Shopping': 'Commerce en ligne payant',
      'AI Assistants': 'Assistants d’IA',
      Email: 'Courriel',
      Display: 'Bannières',
      Affiliates: 'Affiliation',
      Audio: 'Audio',
      SMS: 'SMS',
      'Mobile Push Notifications': 'Notifications mobiles',
      'Cross-network': 'Multiréseau',
      'Paid Other': 'Autre publicité',
      Referral: 'Sites référents',
    },
  },
};
