/** Words by which any figure is explained. */
import type { explain as like } from '../en/explain.ts';

export const explain: typeof like = {
  explain: {
    title: (name) => `Expliquer ce chiffre : ${name}`,
    names: {
      visitors_low: 'Visiteurs, borne basse',
      visitors_high: 'Visiteurs, borne haute',
      visitors_measured: 'Visiteurs avec consentement',
      visitors_daily_sum: 'Visiteurs, somme des jours',
      events: 'Événements',
      scroll_depth: 'Profondeur de défilement',
      time_on_page: 'Temps passé sur la page',
      percentage: 'Part des visiteurs',
      group_conversion_rate: 'Taux de conversion de la ligne',
      total_revenue: 'Revenu',
      average_revenue: 'Revenu moyen',
    },
    definitions: {
      visitors:
        'Combien de personnes différentes sont venues : comptées là où toutes peuvent être distinguées, sinon estimées ; aucun nombre si ni l’un ni l’autre n’est possible.',
      visitors_low:
        'Borne basse de l’intervalle à 95 % d’une estimation ; sans estimation, le plus petit nombre de personnes que permet ce qui a été vu.',
      visitors_high:
        'Borne haute de l’intervalle à 95 % d’une estimation ; sans estimation, le plus grand nombre de personnes que permet ce qui a été vu.',
      visitors_measured: 'Visiteurs distincts qui ont consenti à la mesure, exact sur toute période.',
      visitors_daily_sum:
        'Somme des visiteurs uniques de chaque jour, telle que d’autres outils l’affichent ; une personne y compte une fois par jour.',
      visits:
        'Visites commencées dans la période : événements d’un visiteur sans pause de plus de 30 minutes, 12 heures au plus.',
      pageviews: 'Pages affichées.',
      views_per_visit: 'Pages vues divisées par les visites.',
      bounce_rate: 'Pourcentage des visites d’une seule page vue, sans événement personnalisé.',
      visit_duration:
        'Temps moyen entre le premier et le dernier événement d’une visite, en secondes ; les visites de durée inconnue sont laissées de côté.',
      events: 'Pages vues et événements personnalisés.',
      scroll_depth:
        'Jusqu’où une page a été parcourue pendant une visite, en pourcentage de sa hauteur : moyenne des points les plus bas.',
      time_on_page: 'Temps moyen pendant lequel une page a été visible au cours d’une visite, en secondes.',
      percentage: 'Visiteurs de la ligne, en pourcentage des visiteurs de la même question sans dimension.',
      conversion_rate:
        'Visiteurs de la ligne qui atteignent un objectif, en pourcentage de tous les visiteurs que retiennent les autres filtres.',
      group_conversion_rate:
        'Visiteurs de la ligne qui atteignent un objectif, en pourcentage des visiteurs de la ligne avec ou sans lui.',
      total_revenue: 'Revenu des événements personnalisés, additionné ; aucun nombre s’il est en plusieurs monnaies.',
      average_revenue:
        'Revenu moyen d’un événement personnalisé qui en a un ; aucun nombre s’il est en plusieurs monnaies.',
    },
    definition: 'Ce que cela veut dire',
    /** Beside the definition, where one might hold the two against each other. */
    hints: {
      notFound:
        'Adresses du site qui n’ont mené à aucune page (erreur 404), telles que la page « non trouvée » les a signalées.',
      page: 'Pour une page, toute personne qui y a fait quelque chose est comptée : qui l’a vue, ou y a provoqué un événement tel qu’un achat. Un objectif de page compte qui l’a vue : les deux peuvent donc différer.',
      goal: 'Un objectif de page compte qui l’a vue. La liste des pages compte toute personne qui y a fait quelque chose, un événement tel qu’un achat compris : les deux peuvent donc différer.',
    },
    asked: 'Ce qui a été demandé',
    site: 'Site',
    period: 'Période',
    filters: 'Filtres',
    noFilters: 'aucun',
    row: 'Ligne',
    method: 'Comment on a compté',
    methods: {
      exact:
        'Compté, non estimé : tout ce qui a été enregistré dans la période et que retiennent les filtres, avec ou sans consentement.',
      ratio: 'Un quotient de nombres comptés, arrondi une seule fois. Rien n’y est estimé.',
      people:
        'Un quotient de nombres de visiteurs. Si ceux-ci sont estimés, ce chiffre l’est aussi, et sa propre incertitude n’est pas calculée ; si l’on n’en connaît que les bornes, il n’y a pas de chiffre.',
      measured: 'Compté exactement d’après les identifiants des visiteurs qui ont consenti.',
    },
    kind: { exact: 'Exact', estimate: 'Estimation', bounds: 'Intervalle', ratio: 'Quotient' },
    ofWhole:
      'La méthode et ce sur quoi elle repose sont ceux de toute la période ; la ligne en est une partie, comptée de la même façon.',
    noVisits:
      'Avec le réglage de ce site, les pages vues sans consentement n’appartiennent à aucune visite : seules les visites avec consentement y figurent.',
    unknown: 'Il n’y a pas de chiffre : on ne peut pas le connaître ici, ou il n’y a rien dont le tirer.',
    madeOf: 'De quoi il est fait',
    time: 'Temps de réponse',
    took: (page) => `${page} ms, vu de cette page`,
    tookServer: (page, server) => `${page} ms vu de cette page, dont ${server} ms dans le serveur`,
    share: 'Lien vers cette explication',
    save: 'Télécharger en CSV',
    copy: 'Copier',
    copyWhat: (what) => `Copier : ${what}`,
    copied: 'Copié',
    copyYourself: 'La copie n’a pas fonctionné ici : le texte est sélectionné, copiez-le vous-même.',
    call: 'La même chose par l’API',
    callIntro: 'Mettez une clé d’API à la place de $PASSANT_KEY ; `passant key issue` en crée une.',
    body: 'La question seule (JSON)',
  },
};
