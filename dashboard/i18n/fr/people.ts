/** Words of the back office itself: people and what they may do. */
import type { people as like } from '../en/people.ts';
import { plural } from './plural.ts';

export const people: typeof like = {
  office: {
    title: 'Administration',
    back: 'Retour aux chiffres',
    notAllowed:
      'Votre rôle sur ce serveur ne donne pas accès à cette page. Adressez-vous à un propriétaire ou à un administrateur.',
  },
  people: {
    title: 'Personnes',
    lead: 'Qui peut consulter les chiffres ici, et qui peut modifier quoi.',
    list: 'Personnes ayant un compte',
    columns: { email: 'Adresse e-mail', role: 'Rôle', since: 'Depuis', change: 'Modifier' },
    you: 'vous',
    twoSteps: 'se connecte en deux étapes',
    oneStep: 'se connecte en une étape',
    onEvery: (role) => `${role} de tous les sites`,
    onSite: (role) => `${role} de`,
    invitations: 'Invitations',
    noInvitations: 'Personne n’est invité en ce moment.',
    until: (date) => `valable jusqu’au ${date}`,
    by: (email) => `par ${email}`,
    invite: 'Inviter quelqu’un',
    change: (email) => `Modifier ce que peut faire ${email}`,
    remove: (email) => `Supprimer ${email}`,
    removeQuestion: (email) =>
      `Supprimer ${email}\u00a0? Toutes ses sessions prennent fin aussitôt. Les chiffres ne changent pas.`,
    signOut: 'Déconnecter',
    signOutName: (email) => `Déconnecter ${email} partout`,
    signOutQuestion: (email) =>
      `Déconnecter ${email} partout\u00a0? Toutes ses sessions prennent fin aussitôt\u00a0; le mot de passe reste valable.`,
    signedOut: 'déconnexion faite',
    takeBack: (email) => `Retirer l’invitation de ${email}`,
    takeBackQuestion: (email) => `Retirer l’invitation de ${email}\u00a0? Le lien ne fonctionnera plus.`,
    demand: {
      title: 'Deuxième étape pour tout le monde',
      isMade: 'Exigée\u00a0: qui n’en a pas en ajoute une après la connexion, avant toute autre chose.',
      isNotMade: 'Chaque personne décide d’en avoir une ou non.',
      make: 'L’exiger',
      end: 'Laisser le choix à chaque personne',
      question: (count) =>
        count === 0
          ? 'Exiger une deuxième étape de tout le monde\u00a0?'
          : plural(
              count,
              'Exiger une deuxième étape de tout le monde\u00a0? Une personne n’en a pas et ne verra rien d’autre avant de l’avoir ajoutée.',
              `Exiger une deuxième étape de tout le monde\u00a0? ${count} personnes n’en ont pas et ne verront rien d’autre avant de l’avoir ajoutée.`,
            ),
      endQuestion: 'Laisser la deuxième étape au choix de chaque personne\u00a0? Qui en a une la garde.',
      cancel: 'Annuler',
    },
  },
  standing: {
    where: 'Où',
    every: 'Sur tous les sites, y compris à venir',
    some: 'Sur ces sites seulement',
    role: 'Rôle',
    none: 'Aucun accès',
    meanings: {
      viewer: 'consulte les chiffres',
      editor: 'ajoute aussi objectifs, entonnoirs, segments et notes',
      admin: 'change aussi les réglages, partage les chiffres et gère les personnes',
      owner: 'tout',
    },
    missing: 'Choisissez un rôle sur un site au moins.',
    aboveYou: 'Personne ne donne ni ne retire un rôle supérieur au sien.',
    lastOwner: 'C’est le dernier propriétaire\u00a0; nommez-en d’abord un autre.',
    taken: 'Un compte existe déjà à cette adresse. Modifiez plutôt son rôle.',
    save: 'Enregistrer',
  },
  invite: {
    title: 'Inviter quelqu’un',
    send: 'Créer le lien',
    mailed: (email) =>
      `L’invitation a été envoyée à ${email}. Le lien fonctionne une fois, pendant une semaine, et n’est affiché que maintenant.`,
    ready: (email) =>
      `Envoyez ce lien à ${email}. Il fonctionne une fois, pendant une semaine, et n’est affiché que maintenant.`,
    link: 'Lien de l’invitation',
    done: 'Terminé',
  },
  invitation: {
    title: 'Vous êtes invité',
    intro: (email) => `Choisissez un mot de passe pour le compte de ${email}.`,
    by: (who) => `Invitation de ${who}.`,
    submit: 'Créer le compte',
    gone: 'Cette invitation a été utilisée, retirée, ou n’est plus valable. Demandez-en une nouvelle.',
  },
};
