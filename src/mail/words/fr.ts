import type { LetterWords } from './en.ts';

export const fr: LetterWords = {
  reset: {
    subject: (host) => `Un nouveau mot de passe pour ${host}`,
    intro: (email) => `Un nouveau mot de passe a été demandé pour le compte de ${email}. Choisissez-le ici\u00a0:`,
    link: 'Choisir un nouveau mot de passe',
    until:
      'Le lien fonctionne une fois, pendant une heure. Toutes les connexions du compte prennent fin quand il sert.',
    otherwise: 'Si la demande ne vient pas de vous, ne faites rien\u00a0: le mot de passe reste le même.',
  },
  invitation: {
    subject: (host) => `Vous êtes invité sur ${host}`,
    intro: (host) =>
      `Vous êtes invité à consulter les chiffres d’audience de ${host}. Choisissez un mot de passe ici\u00a0:`,
    by: (who) => `Invitation de ${who}.`,
    link: 'Accepter l’invitation',
    until: 'Le lien fonctionne une fois, pendant une semaine.',
  },
};
