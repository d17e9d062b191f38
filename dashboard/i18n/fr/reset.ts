import type { reset as like } from '../en/reset.ts';

export const reset: typeof like = {
  reset: {
    title: 'Un nouveau mot de passe',
    intro:
      'Indiquez l’adresse de votre compte\u00a0: un lien pour choisir un nouveau mot de passe vous parviendra par e-mail.',
    submit: 'Envoyer le lien',
    asked: (email) =>
      `Si ${email} a un compte ici, un e-mail est en route. Son lien fonctionne une fois, pendant une heure.`,
    noMail:
      'Ce serveur n’envoie pas d’e-mails. Demandez un nouveau mot de passe à un administrateur, ou lancez ceci sur le serveur\u00a0:',
    command: 'Commande pour un nouveau mot de passe',
    choose: (email) =>
      `Choisissez un nouveau mot de passe pour le compte de ${email}. Toutes les connexions du compte prennent fin.`,
    save: 'Enregistrer le mot de passe',
    done: 'Le mot de passe est changé. Connectez-vous avec le nouveau.',
    gone: 'Ce lien a été utilisé, remplacé par un plus récent, ou n’est plus valable.',
    again: 'Demander un autre lien',
  },
};
