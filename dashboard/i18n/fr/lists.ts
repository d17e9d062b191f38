/** Words of the full lists, and of what can be taken away from a panel. */
import type { lists as like } from '../en/lists.ts';

export const lists: typeof like = {
  lists: {
    search: 'Rechercher',
    orderBy: (column) => `Trier par ${column}`,
    change: 'Évolution',
    compared: (days) =>
      `Évolution par rapport à la période ${days}. Un écart de visiteurs précédé de ≈ est dans l’incertitude : ce peut être le hasard.`,
    byChange:
      'L’ordre suit l’écart en nombre, non en pourcentage ; les lignes d’avant qui ont disparu y figurent. Les écarts de visiteurs dans l’incertitude sont au milieu.',
    noneLost: 'Aucune ligne n’a perdu de visiteurs au-delà de l’incertitude.',
    isNew: 'Nouveau',
    nothing: 'Aucune ligne ne contient cela.',
    shown: (first, last, total) => `${first} à ${last} sur ${total}`,
    pages: 'Pages de la liste',
    previous: 'Précédente',
    next: 'Suivante',
  },
  take: {
    menu: (tab) => `Emporter : ${tab}`,
    csv: 'Tableau (CSV)',
    json: 'Réponse de l’API (JSON)',
    picture: 'Image (PNG)',
    link: 'Copier le lien',
    done: 'C’est fait.',
    copied: 'Le lien est copié.',
    failed: 'Cela n’a pas marché. Réessayez.',
    noFilters: 'Sans filtre',
  },
  map: {
    title: 'Carte des pays',
    summary: (most) =>
      `Pays par teinte, plus foncée quand il y a plus. Le plus : ${most}. Le tableau donne les chiffres.`,
    nothing: 'Aucun pays n’est connu.',
    atMost: (count) => `≤ ${count}`,
    range: 'Fourchette seule',
    none: 'Aucun',
  },
};
