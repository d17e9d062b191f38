/** Words of API keys. */
import type { keys as like } from '../en/keys.ts';

export const keys: typeof like = {
  keys: {
    title: 'Clés d’API',
    lead: 'Avec une clé, un programme lit les chiffres ou modifie des sites sans se connecter.',
    make: 'Créer une clé',
    docs: 'Ce qu’offre l’API',
    list: 'Clés de ce serveur',
    none: 'Aucune clé pour l’instant.',
    name: 'À quoi elle sert',
    may: 'Elle permet de',
    of: 'Pour',
    everySite: 'tous les sites',
    expires: 'Dernier jour (facultatif)',
    key: 'La clé',
    ready: 'Copiez la clé maintenant\u00a0: elle ne sera plus affichée.',
    done: 'Terminé',
    never: 'jamais utilisée',
    lastUsed: (date) => `dernier usage le ${date}`,
    until: (date) => `valable jusqu’au ${date}`,
    revoke: (name) => `Révoquer la clé ${name}`,
    revokeQuestion: (name) => `Révoquer ${name}\u00a0? Les programmes qui la montrent sont refusés aussitôt.`,
    states: {
      revoked: 'révoquée',
      expired: 'échue',
    },
    scopes: {
      'stats:read': 'lire les chiffres',
      'events:read': 'exporter les événements un à un',
      'events:write': 'envoyer des événements pour d’autres',
      'sites:read': 'consulter les sites et ce qu’ils gardent',
      'sites:write': 'modifier les sites et ce qu’ils gardent',
    },
    mistakes: {
      name: 'Dites à quoi sert la clé, en 80 caractères au plus.',
      scopes: 'Choisissez ce qu’elle permet.',
      expires: 'Indiquez un jour à venir.',
      site: 'Seuls les propriétaires créent une clé qui modifie tous les sites\u00a0; choisissez un site.',
    },
  },
};
