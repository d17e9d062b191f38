/** The cookie charter in French. */
import type { CharterTexts } from './texts.ts';

const s = (count: number) => (count > 1 ? 's' : '');

export const fr: CharterTexts = {
  title: 'Charte des cookies',
  lead: 'Ce que {site} peut conserver sur votre appareil, dans quel but, pour combien de temps, et qui peut le lire. Cette page est établie à partir des réglages en vigueur : ce qui n’est pas déposé n’y figure pas.',
  glance: {
    label: 'En bref',
    free: (count) => `cookie${s(count)} dispensé${s(count)} de consentement`,
    consent: (count) => `cookie${s(count)} seulement après votre accord`,
    others: (count) => `cookie${s(count)} déposé${s(count)} par d’autres services`,
  },
  what: {
    title: 'Qu’est-ce qu’un cookie ?',
    paragraphs: [
      'Un cookie est un petit texte qu’un site demande à votre navigateur de conserver et que celui-ci lui renvoie aux pages suivantes. Il permet au site de se souvenir d’une information d’une page à l’autre : que vous êtes connecté, la langue que vous avez choisie, votre réponse au sujet des cookies eux-mêmes.',
      'Un cookie n’est pas un programme. Il ne peut ni lire vos fichiers ni installer quoi que ce soit, et seul le domaine qui l’a déposé peut le relire. Les techniques voisines, comme le stockage local du navigateur, obéissent aux mêmes règles : elles figurent donc aussi dans cette page.',
    ],
    law: {
      fr: 'L’article 82 de la loi Informatique et Libertés distingue deux cas. Ce qui est strictement nécessaire à un service que vous demandez peut être déposé sans votre consentement. Tout le reste attend votre accord, que vous pouvez retirer à tout moment, aussi simplement que vous l’avez donné.',
      europe:
        'Dans l’Union européenne, l’article 5, paragraphe 3, de la directive « vie privée et communications électroniques » distingue deux cas. Ce qui est strictement nécessaire à un service que vous demandez peut être déposé sans votre consentement. Tout le reste attend votre accord, que vous pouvez retirer à tout moment, aussi simplement que vous l’avez donné.',
      gb: 'Au Royaume-Uni, l’article 6 du règlement sur la vie privée et les communications électroniques (PECR) exige votre consentement sauf exception, notamment pour ce qui est strictement nécessaire à un service que vous demandez. Vous pouvez retirer votre accord à tout moment, aussi simplement que vous l’avez donné.',
      elsewhere:
        'Ce qui est strictement nécessaire à un service que vous demandez est déposé sans vous interroger. Tout le reste attend votre accord, que vous pouvez retirer à tout moment, aussi simplement que vous l’avez donné.',
    },
  },
  kinds: {
    title: 'Les différents cookies',
    bySetter: 'Selon qui les dépose',
    setters: [
      {
        name: 'Le site lui-même',
        text: 'Déposés par le site dont vous voyez l’adresse. Lui seul peut les relire.',
      },
      {
        name: 'Un autre service',
        text: 'Déposés par un service que la page appelle, une vidéo ou une carte par exemple. Ce service peut vous retrouver sur d’autres sites.',
      },
    ],
    byLife: 'Selon leur durée',
    lives: [
      { name: 'Le temps de la session', text: 'Ils disparaissent à la fermeture du navigateur.' },
      {
        name: 'Une durée fixée',
        text: 'Ils restent jusqu’à une échéance connue d’avance, ou jusqu’à ce que vous les effaciez.',
      },
    ],
    byPurpose: 'Selon leur finalité',
  },
  categories: {
    necessary: {
      name: 'Strictement nécessaires',
      text: 'Sans eux, le service que vous demandez ne fonctionnerait pas : connexion, sécurité, mémoire de votre choix.',
    },
    preferences: { name: 'Préférences', text: 'Ils retiennent ce qui vous rend le site plus commode.' },
    statistics: {
      name: 'Mesure d’audience',
      text: 'Ils comptent les visites et les pages, pour que ceux qui animent le site sachent comment il est utilisé.',
    },
    marketing: {
      name: 'Publicité et partage',
      text: 'Ils suivent des centres d’intérêt ou relient votre visite à un réseau social, souvent d’un site à l’autre.',
    },
  },
  list: {
    title: 'Ce que ce site utilise',
    lead: 'Chaque ligne dit à quel moment le dépôt a lieu. Ce qui attend votre consentement n’est pas sur votre appareil tant que vous n’avez pas accepté.',
    nothing: {
      necessary: 'Aucun.',
      preferences: 'Aucun.',
      statistics: 'Aucun : les visites sont comptées sans rien conserver sur votre appareil.',
      marketing: 'Aucun.',
    },
    noMeasuring:
      'Le comptage des visites ne conserve rien sur votre appareil : ce site ne dépose ni ne lit aucun cookie à cette fin. Seule exception : la marque qui retient votre opposition, si vous l’exprimez.',
  },
  columns: {
    name: 'Nom',
    purpose: 'Finalité',
    provider: 'Fournisseur',
    service: 'Service et localisation',
    lifetime: 'Durée de conservation',
  },
  storage: {
    cookie: 'cookie',
    'local-storage': 'stockage local',
    'session-storage': 'stockage de session',
    'indexed-db': 'base de données du navigateur',
  },
  when: {
    consent: 'Seulement avec votre accord',
    answer: 'Après votre réponse',
    visit: 'Sauf refus ou opposition',
    objection: 'Seulement si vous vous opposez',
  },
  declaredWhen: { free: 'Dispensé de consentement', consent: 'Seulement avec votre accord' },
  purposes: {
    identifier:
      'Un nombre aléatoire, tiré au moment où vous acceptez, pour que plusieurs visites comptent pour un seul visiteur. Il ne sert que sur ce site et n’est rapproché d’aucune autre donnée.',
    date: 'La date de votre dernière visite et rien d’autre, pour savoir si une page est votre première du jour, de la semaine ou du mois. La date elle-même ne quitte jamais votre appareil.',
    choice:
      'Votre réponse au sujet de la mesure d’audience, pour ne pas vous la redemander à chaque page. Le oui et le non sont retenus aussi longtemps l’un que l’autre.',
    objection:
      'Signale que vos visites ne doivent pas être comptées. Sa valeur est la même pour tout le monde : elle n’identifie personne.',
  },
  httpOnly: 'Hors de portée des scripts de la page.',
  thisSite: 'Ce site',
  ownService: 'Mesure d’audience (Passant)',
  unstated: 'Localisation non précisée',
  choice: {
    title: 'Votre choix',
    byPassant:
      'Vous pouvez changer d’avis à tout moment. Retirer votre accord efface aussitôt l’identifiant de votre appareil, et ce qui était enregistré à son sujet est supprimé. Refuser ne change rien au fonctionnement du site.',
    byOther:
      'Ce site recueille votre consentement au moyen d’un autre outil : modifiez-y votre choix par le lien ou le bouton qu’il propose sur chaque page. Retirer votre accord efface l’identifiant de la mesure d’audience.',
    byNobody:
      'La mesure d’audience ne vous demande rien ici, car elle n’identifie personne. Vous pouvez néanmoins vous y opposer : vos visites ne sont alors pas comptées du tout.',
    change: 'Modifier mon choix',
    rights: 'Consulter, effacer, m’opposer : mes données sur ce site',
    browser:
      'Votre navigateur permet aussi de voir, d’effacer et de bloquer les cookies, site par site, dans ses réglages de confidentialité. Effacer les cookies de ce site efface également votre choix : la question vous sera posée de nouveau.',
  },
  foot: {
    drawn: 'Page établie d’après les réglages en vigueur le {date}.',
    json: 'Les mêmes informations en données (JSON)',
  },
};
