import type { reset as like } from '../en/reset.ts';

export const reset: typeof like = {
  reset: {
    title: 'Un nouveau mot de passe',
    intro:
      'Indiquez l’adresse de votre compte\u00a0: un lien pour choisir un nouveau mot de passe vous parviendra par messagerie.',
    submit: 'Envoyer le lien',
    asked: (email) =>
      `Si ${email} a un compte ici, un message est en route. Son lien fonctionne une fois, pendant une heure.`,
    noMail:
      'Ce serveur n’envoie pas de messages. Demandez un nouveau mot de passe à un administrateur, ou lancez ceci sur le serveur\u00a0:',
    choose: (email) =>
      `Choisissez un nouveau mot de passe pour le compte de ${email}. Toutes les connexions du compte prennent fin.`,
    save: 'Enregistrer le mot de passe',
    done: 'Le mot de passe est changé. Connectez-vous avec le nouveau.',
    gone: 'Ce lien a été utilisé, remplacé par un plus récent, ou n’est plus valable.',
    again: 'Demander un autre lien',
  },
};
