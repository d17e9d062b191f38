/** Words of one's own account. */
import type { own as like } from '../en/own.ts';

export const own: typeof like = {
  own: {
    title: 'Votre compte',
    password: {
      title: 'Mot de passe',
      current: 'Mot de passe actuel',
      fresh: 'Nouveau mot de passe',
      submit: 'Changer le mot de passe',
      done: 'Le mot de passe est changé. Toutes les autres sessions ont pris fin.',
      wrong: 'Ce n’est pas votre mot de passe actuel.',
      same: 'C’est le mot de passe que vous avez déjà.',
      long: 'Un mot de passe a au plus 256 caractères.',
    },
    logins: {
      title: 'Où vous êtes connecté',
      lead: 'Une session prend fin d’elle-même après 30 jours, ou après 7 jours sans usage.',
      unknown: 'Navigateur inconnu',
      isThis: 'ce navigateur',
      times: (since, seen) => `depuis le ${since}\u00a0; dernier usage le ${seen}`,
      end: 'Terminer',
      endOne: (device, since) => `Terminer la session de ${device}, depuis le ${since}`,
      endQuestion: (device) => `Terminer la session de ${device}\u00a0? Il faudra s’y connecter à nouveau.`,
      endOthers: 'Terminer toutes les autres',
      endOthersQuestion: 'Terminer toutes les autres sessions\u00a0? Seul ce navigateur restera connecté.',
      noOthers: 'Vous n’êtes connecté nulle part ailleurs.',
    },
  },
};
