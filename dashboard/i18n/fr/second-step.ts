/** Words of the second step in one’s own account. */
import type { secondStep as like } from '../en/second-step.ts';
import { plural } from './plural.ts';

export const secondStep: typeof like = {
  secondStep: {
    title: 'Deuxième étape à la connexion',
    lead: 'Avec une application ou une clé d’accès, le mot de passe ne suffit plus\u00a0: qui l’apprend ne peut pas se connecter.',
    next: 'Continuer',
    demanded: {
      title: 'Ajouter une deuxième étape',
      lead: 'Ici, tout le monde se connecte en deux étapes. Ajoutez la deuxième pour continuer.',
    },
    signInAgain:
      'Votre compte n’a pas de mot de passe\u00a0; une connexion toute récente en tient lieu\u00a0: déconnectez-vous, puis reconnectez-vous.',
    missingName: 'Indiquez un nom.',
    missingCode: 'Indiquez un code.',
    wrongCode: 'Ce code n’est pas le bon. Chacun ne sert qu’une fois\u00a0: attendez le suivant.',
    app: {
      title: 'Application à codes',
      none: 'Aucune pour l’instant.',
      setUp: 'Ajouter une application',
      lead: 'Toute application qui affiche des codes à six chiffres convient, sur votre téléphone ou dans votre gestionnaire de mots de passe. D’abord, votre mot de passe.',
      scan: 'Photographiez cette image avec l’application, ou saisissez-y le secret. Indiquez ensuite le code qu’elle affiche.',
      picture: 'Le secret sous forme d’image, à photographier avec l’application',
      secret: 'Secret\u00a0:',
      code: 'Code affiché',
      confirm: 'Confirmer',
      off: 'Désactiver l’application',
      offLead:
        'Indiquez votre mot de passe, et un code de l’application ou un code de secours. Toutes les autres sessions prennent fin.',
      since: (date) => `en place depuis le ${date}`,
    },
    passkeys: {
      title: 'Clés d’accès',
      lead: 'Gardées par votre appareil, votre navigateur ou une clé de sécurité. Elles permettent aussi de se connecter seules, sans mot de passe.',
      add: 'Ajouter une clé d’accès',
      addLead: 'Donnez-lui un nom qui dit où elle se trouve, comme téléphone. Votre navigateur demande le reste.',
      name: 'Nom',
      never: 'jamais utilisée',
      removeIt: 'Retirer',
      removeLead: 'Indiquez votre mot de passe. Toutes les autres sessions prennent fin.',
      notShown: 'Aucune clé d’accès n’a été créée. Réessayez quand vous serez prêt.',
      known: 'Cet appareil ou cette clé a déjà une clé d’accès de ce compte.',
      added: (date) => `ajoutée le ${date}`,
      used: (date) => `dernier usage le ${date}`,
      remove: (name) => `Retirer la clé d’accès ${name}`,
      barriers: {
        address: () =>
          'Les navigateurs ne créent de clés d’accès que pour un serveur dont l’adresse est un nom en https. La personne qui gère celui-ci peut lui en donner une (PASSANT_BASE_URL).',
        browser: () => 'Ce navigateur n’a pas de clés d’accès.',
        elsewhere: (origin) => `Les clés d’accès fonctionnent à l’adresse ${origin}\u00a0: ouvrez-y cette page.`,
      },
    },
    recovery: {
      title: 'Codes de secours',
      renew: 'Créer de nouveaux codes',
      renewLead: 'Indiquez votre mot de passe. Les codes d’avant ne vaudront alors plus rien.',
      shown:
        'Pour le jour où application et clés d’accès seraient perdues. Gardez-les à l’écart de votre téléphone, sur papier ou dans un gestionnaire de mots de passe\u00a0: chacun sert une fois, et ils ne sont affichés que maintenant.',
      save: 'Enregistrer dans un fichier',
      done: 'Je les ai conservés',
      left: (count) =>
        plural(count, `${count} code restant, bon une fois`, `${count} codes restants, bons une fois chacun`),
    },
  },
};
