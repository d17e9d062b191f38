/** Words of signing in with a provider of OpenID Connect: on the sign-in page, behind an invitation, and on the account page. */
import type { provider as like } from '../en/provider.ts';

export const provider: typeof like = {
  signIn: (name) => `Se connecter avec ${name}`,
  join: (name) => `Continuer avec ${name}`,
  or: 'ou',
  link: {
    title: (name) => `Connexion avec ${name}`,
    linked: (name, since) =>
      `Votre compte est lié depuis le ${since}\u00a0: ${name} vous fait entrer sans mot de passe.`,
    notLinked: (name) =>
      `Liez votre compte à celui que vous avez chez ${name} pour entrer sans mot de passe. Qui entre là-bas entrera alors aussi ici, jusqu’à votre deuxième étape si vous en avez une.`,
    current: 'Mot de passe actuel',
    submit: (name) => `Aller chez ${name} et lier`,
    wrong: 'Ce n’est pas votre mot de passe actuel.',
    unlink: 'Délier',
    unlinkName: (name) => `Délier le compte de ${name}`,
    unlinkQuestion: (name) => `Délier le compte de ${name}\u00a0? Il vous faudra alors votre mot de passe ici.`,
    only: 'Vous n’avez pas de mot de passe ici\u00a0: c’est votre seule façon d’entrer. Qui tient le serveur peut vous en donner un.',
  },
  /** Why somebody has come back without being let in, by the words of the server. */
  refusals: {
    unknown: (name) =>
      `Ce compte de ${name} n’est pas connu ici. Connectez-vous avec votre mot de passe et liez-le sur la page de votre compte, ou faites-vous inviter.`,
    unverified: (name) =>
      `${name} ne confirme pas que l’adresse e-mail est la vôtre. Faites-la confirmer là-bas, ou faites-vous inviter.`,
    exists: (_name) =>
      'Un compte existe ici à votre adresse. Connectez-vous avec son mot de passe, puis liez-le sur la page de votre compte.',
    removed: (_name) =>
      'Votre compte ici a été supprimé. Demandez à celles et ceux qui tiennent ce serveur de vous inviter à nouveau.',
    taken: (name) => `Ce compte de ${name} est lié à un autre compte ici. Déliez-le d’abord là-bas.`,
    uninvited: (_name) => 'Cette invitation a déjà servi, a été reprise ou a expiré. Demandez-en une autre.',
    unavailable: (name) => `${name} ne répond pas. Réessayez plus tard, ou utilisez votre mot de passe.`,
    cancelled: (name) => `${name} ne vous a pas laissé entrer, ou vous êtes revenu en arrière.`,
    failed: (name) =>
      `La réponse de ${name} n’est pas digne de confiance\u00a0: vous n’êtes pas connecté. Le journal du serveur en dit plus.`,
    stale: (_name) => 'Cette connexion a expiré ou appartient à une autre fenêtre. Recommencez.',
    rate_limited: (_name) => 'Trop de tentatives. Attendez un quart d’heure, puis réessayez.',
  },
};
