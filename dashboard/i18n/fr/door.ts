/** Words of the second step of a sign-in, and of passkeys there; loaded when they are first needed. */
import type { door as like } from '../en/door.ts';

export const door: typeof like = {
  title: 'Deuxième étape',
  appIntro: 'Indiquez maintenant le code que votre application affiche pour ce serveur.',
  passkeyIntro: 'Présentez maintenant votre clé d’accès.',
  recoveryIntro: 'Indiquez l’un des codes de secours que vous avez conservés. Il ne sert qu’une fois.',
  code: 'Code de l’application',
  recovery: 'Code de secours',
  submit: 'Se connecter',
  useRecovery: 'Utiliser un code de secours',
  noRecovery: 'Sans code de secours',
  again: 'Recommencer',
  missing: 'Indiquez un code.',
  wrongCode: 'Ce code n’est pas le bon. Chacun ne sert qu’une fois\u00a0: attendez le suivant.',
  wrongRecovery: 'Ce code de secours n’est pas le bon, ou a déjà servi.',
  over: 'Trop de temps ou trop d’essais. Recommencez.',
  lost: 'Plus aucun code\u00a0? La personne qui gère ce serveur peut désactiver la deuxième étape.',
  passkey: {
    alone: 'Se connecter avec une clé d’accès',
    show: 'Utiliser une clé d’accès',
    notShown: 'Aucune clé d’accès n’a été présentée. Réessayez quand vous serez prêt.',
    unknown: 'Cette clé d’accès n’est pas connue ici, ou a été présentée trop tard.',
  },
};
