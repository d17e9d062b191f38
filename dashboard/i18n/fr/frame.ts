/** Words around the figures: bar, doors, forms, errors, and what stands where there is nothing. */
import type { frame as like } from '../en/frame.ts';
import { plural } from './plural.ts';

/** In French none and one are singular. */
const many = (count: number | null) => count === null || count > 1;

export const frame: typeof like = {
  language: 'Langue',
  skip: 'Aller aux chiffres',
  close: 'Fermer',
  tagline: 'La mesure d’audience qui compte honnêtement.',
  theme: { toDark: 'Couleurs sombres', toLight: 'Couleurs claires' },
  account: {
    menu: 'Compte',
    signOut: 'Se déconnecter',
    office: 'Administration',
    roles: { owner: 'Propriétaire', admin: 'Administrateur', editor: 'Rédacteur', viewer: 'Lecteur' },
    someSites: 'Sur certains sites',
  },
  asking: { keep: 'Garder', remove: 'Supprimer' },
  sites: {
    choose: 'Choisir un site',
    search: 'Chercher un site',
    found: (count) => (count === 0 ? 'Aucun site de ce nom.' : count === 1 ? '1 site' : `${count} sites`),
  },
  footer: (version) => `Ces chiffres sont ceux de ce seul serveur. Passant ${version}.`,
  forms: {
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    passwordRule: 'Au moins 12 caractères. Quelques mots à la suite se retiennent bien et se devinent mal.',
    passwordLeft: (left) => `Encore ${left} ${plural(left, 'caractère', 'caractères')}.`,
    passwordLong: 'Longueur suffisante.',
    show: 'Afficher',
    hide: 'Masquer',
    missingEmail: 'Indiquez une adresse e-mail, par exemple ada@example.org.',
    missingPassword: 'Indiquez votre mot de passe.',
    shortPassword: 'Ce mot de passe a moins de 12 caractères.',
    usualPassword: 'Ce mot de passe est de ceux que d’autres essaient d’abord. Prenez quelques mots bien à vous.',
    knownWord:
      'Ce mot de passe repose sur un mot que d’autres connaissent : Passant, un site, une partie de votre adresse. Prenez d’autres mots, ou ajoutez-lui huit lettres au moins.',
  },
  setUp: {
    title: 'Configurer Passant',
    intro: 'Créez le compte du propriétaire de ce serveur. D’autres pourront être invités ensuite.',
    submit: 'Créer le compte',
    needsLink: 'Ce serveur n’a pas encore de propriétaire.',
    needsLinkMore:
      'Ouvrez le lien que le serveur a affiché à son démarrage : il permet de créer le compte du propriétaire.',
  },
  signIn: {
    title: 'Connexion',
    intro: 'Les chiffres sont réservés aux personnes qui ont un compte ici.',
    submit: 'Se connecter',
    forgotten: 'Mot de passe oublié\u00a0?',
    ended: 'Vous avez été déconnecté. Connectez-vous pour revenir où vous en étiez.',
  },
  errors: {
    title: 'Le chargement a échoué',
    retry: 'Réessayer',
    offline: 'Le serveur n’a pas répondu. Vérifiez la connexion.',
    unreadable: 'La réponse du serveur est incompréhensible.',
    rate_limited: 'Trop de tentatives. Patientez un peu, puis réessayez.',
    unavailable: 'Le serveur est occupé ou démarre. Réessayez dans un instant.',
    fault: 'Une erreur est survenue sur le serveur ; son journal en dit plus.',
    wrongSignIn: 'L’adresse ou le mot de passe est inexact.',
    usedLink: 'Ce lien d’installation a déjà servi ou a expiré. Redémarrez le service pour en obtenir un autre.',
    alreadySetUp: 'Ce serveur est déjà installé. Connectez-vous.',
    unknownSite: (domain) => `Aucun site ne s’appelle ${domain} ici.`,
    otherSites: 'Les sites de ce serveur :',
    noSites: 'Ce serveur n’a pas encore de site. Ajoutez-en un en ligne de commande :',
  },
  addresses: {
    title: 'Les adresses des visiteurs n’arrivent pas',
    consequence:
      'Presque tous les messages semblent venir d’une seule adresse : les visiteurs sans consentement se confondent et leur pays est inconnu.',
    remedy:
      'Faites envoyer X-Forwarded-For par le serveur mandataire et nommez-le dans PASSANT_TRUSTED_PROXIES (docs/proxies.md). Cet avis disparaît peu après.',
  },
  waiting: {
    title: 'En attente du premier visiteur',
    intro:
      'Placez cette ligne entre <head> et </head> dans le code HTML de chaque page du site. La première visite apparaîtra ici en quelques secondes.',
    copy: 'Copier',
    copied: 'Copié',
    demo: 'Visiter le site de démonstration',
    demoMore: 'Le site de démonstration contient déjà cette ligne : ouvrez-y une page et observez celle-ci.',
    listening: 'À l’écoute…',
    troubles: (domain) =>
      `Rien n’arrive ? Seules comptent les pages de ${domain} et de ses sous-domaines, et les navigateurs de vraies personnes ; une politique de sécurité du contenu (CSP) doit autoriser le script.`,
  },
  empty: {
    period: 'Aucune visite sur cette période.',
    periodMore: 'Le site a des chiffres à d’autres moments.',
    allTime: 'Afficher depuis le début',
    filters: 'Rien ne correspond à ces filtres.',
    clear: 'Effacer les filtres',
  },
  sitePages: {
    title: 'Pages de ce site',
    figures: 'Chiffres',
    live: 'En direct',
    goals: 'Objectifs',
    funnels: 'Entonnoirs',
    retention: 'Rétention',
    journeys: 'Parcours',
    now: (count) => `${count} en ce moment`,
  },
  suggest: {
    proposals: 'Suggestions',
    count: (count) => (many(count) ? `${count} suggestions` : `${count} suggestion`),
  },
};
