/** The page about the visitor's rights in French. */
import type { PrivacyTexts } from './texts.ts';

export const fr: PrivacyTexts = {
  title: 'Vos données et vos droits',
  lead: 'Comment les visites de {site} sont comptées, et ce que vous pouvez faire : consulter ce qui est enregistré à votre sujet, l’emporter, retirer votre accord, le faire effacer, vous opposer. Sans compte, sans courrier, sans délai.',
  charter: 'Charte des cookies',
  notices: {
    objected:
      'C’est fait. Vos visites ne sont plus comptées, et ce qui était enregistré pour l’identifiant de ce navigateur a été effacé. Votre navigateur ne conserve que la marque de votre opposition.',
    counted: 'Votre opposition est levée. Vos visites sont de nouveau comptées, selon votre choix.',
    withdrawn:
      'C’est fait. Votre accord est retiré, l’identifiant n’est plus dans ce navigateur, et ce qui était enregistré à son sujet a été effacé.',
    withdrawnPasted:
      'C’est fait. Ce qui était enregistré pour cet identifiant a été effacé. Il se trouve encore dans le navigateur dont vous l’avez copié : supprimez-y le cookie passant_id.',
    erased:
      'C’est fait. Ce qui était enregistré à votre sujet a été effacé, et l’identifiant n’est plus dans ce navigateur. Les visites déjà comptées restent des nombres qui n’appartiennent à personne.',
    erasedPasted:
      'C’est fait. Ce qui était enregistré pour cet identifiant a été effacé. Il se trouve encore dans le navigateur dont vous l’avez copié : supprimez-y le cookie passant_id.',
    nothing: 'Rien n’était enregistré pour cet identifiant.',
    nobody:
      'Ce navigateur ne présente ici aucun identifiant : rien de ce qui est enregistré ne peut être retrouvé comme venant de lui.',
    invalid: 'Ce n’est pas un identifiant. Il comporte 21 caractères : lettres, chiffres, - et _.',
  },
  rights: {
    title: 'Ce que l’on sait de vous',
    known: 'Ce navigateur porte un identifiant : vous avez accepté d’être reconnu d’une visite à l’autre.',
    pasted: 'Vous avez saisi un identifiant. Les boutons ci-dessous le concernent.',
    unknown:
      'Ce navigateur ne porte aucun identifiant. Vos visites, si elles sont comptées, sont anonymes : rien de ce qui est enregistré ne permet de remonter à vous.',
    unknownElsewhere:
      'D’ici, l’identifiant de votre navigateur pour {site} n’est pas visible. Si vous avez donné votre accord, saisissez-le ci-dessous.',
    objected: 'Vous vous êtes opposé : vos visites ne sont pas comptées.',
    counted: 'Vous ne vous êtes pas opposé au comptage des visites.',
    paste: {
      open: 'Saisir l’identifiant d’un autre navigateur',
      label: 'Identifiant',
      help: 'Sur {site}, ouvrez les outils de développement du navigateur (F12), puis Stockage ou Application, Cookies : l’identifiant est la valeur de passant_id. Il est transmis dans le corps d’un formulaire, jamais dans une adresse.',
    },
    see: {
      name: 'Consulter',
      text: 'Tout ce qui est enregistré pour votre identifiant, sur cette page.',
      button: 'Afficher mes données',
    },
    download: {
      name: 'Emporter',
      text: 'Les mêmes données sous forme de fichier, dans un format lisible par des programmes (JSON).',
      button: 'Télécharger',
    },
    withdraw: {
      name: 'Retirer votre accord',
      text: 'Vous n’êtes plus reconnu. L’identifiant est supprimé, et ce qui était enregistré à son sujet est effacé.',
      button: 'Retirer mon accord',
    },
    erase: {
      name: 'Effacer',
      text: 'Ce qui est enregistré pour votre identifiant disparaît. Votre accord demeure : un nouvel identifiant sera tiré à votre prochaine visite.',
      button: 'Effacer mes données…',
      sure: 'Ce qui est effacé ne peut pas être rétabli.',
      really: 'Effacer définitivement',
    },
    object: {
      name: 'Vous opposer',
      text: 'Vos visites ne sont plus comptées d’aucune manière, pas même anonymement. Votre navigateur garde pendant 13 mois une marque qui le signale ; elle est la même pour tout le monde.',
      button: 'M’opposer au comptage',
    },
    again: {
      name: 'Opposition',
      text: 'Vous pouvez lever votre opposition à tout moment.',
      button: 'Compter de nouveau mes visites',
    },
    foreign:
      'Pour vous opposer, utilisez la page consacrée à vos données sur {site} même : une marque posée d’ici n’atteindrait pas ce site.',
    sameDomain:
      'La marque est posée à l’adresse de ce service, auquel votre navigateur la présente lorsqu’il signale une visite.',
  },
  found: {
    title: 'Ce qui est enregistré pour votre identifiant',
    nothing: 'Rien n’est enregistré pour cet identifiant.',
    summary: (visits, pages) => `${visits} visite${visits > 1 ? 's' : ''}, ${pages} page${pages > 1 ? 's' : ''}.`,
    receipts: 'Preuve de votre consentement',
    actions: { accepted: 'Vous avez accepté', withdrawn: 'Vous avez retiré votre accord' },
    textVersion: 'texte',
    visits: 'Visites',
    newest: (count) => `Les ${count} plus récentes sont affichées ; le fichier les contient toutes.`,
    pages: (count) => (count > 1 ? `${count} pages` : `${count} page`),
    events: { pageview: 'page', engagement: 'temps sur la page' },
    seconds: (count) => `${count} s à l’écran`,
    facts: { source: 'provenance', place: 'lieu', technology: 'appareil', language: 'langue' },
    incomplete: 'Il y en a plus qu’une réponse ne peut contenir ; écrivez au site pour le reste.',
  },
  measured: {
    title: 'Ce qui est mesuré, et pourquoi',
    purpose:
      'Ceux qui animent {site} veulent savoir comment il est utilisé : quelles pages sont utiles, d’où viennent les visiteurs, ce qui ne fonctionne pas. Les chiffres sont pour eux seuls. Ils ne servent à aucune publicité, ne sont pas vendus, et ne sont rapprochés d’aucune autre donnée ni d’aucun autre site.',
    everybody: 'De chaque visite',
    all: [
      'les pages affichées, sans ce qui suit l’adresse (seuls les paramètres énumérés par le site sont gardés)',
      'le pays et, s’ils sont connus, la région et la ville, d’après une adresse réseau tronquée qui est aussitôt abandonnée',
      'le navigateur et le système par famille et version majeure, le type d’appareil, la langue principale',
      'le temps pendant lequel une page a été à l’écran, et jusqu’où elle a été parcourue',
    ],
    extra: {
      consented: [
        'la page et la campagne qui ont mené ici',
        'des actions sur les pages, comme un téléchargement ou une recherche',
      ],
      exempt: ['le nom de domaine du site qui a mené ici', 'au plus trois sortes d’actions sur les pages'],
    },
    levels: {
      pageviews:
        'Sans votre accord, seules les pages vues sont comptées : ni les visites ni les visiteurs ne sont distingués.',
      visits: 'Sans votre accord, les visites sont comptées sans que les visiteurs soient distingués.',
      day: 'Sans votre accord, les visiteurs sont distingués à l’intérieur d’une même journée : une empreinte à clé de l’adresse tronquée et du navigateur n’existe qu’en mémoire vive. La clé est aléatoire, n’est jamais écrite sur un disque et est détruite à la fin du jour ; ensuite, personne, pas même le site, ne peut relier deux jours.',
      'two-day':
        'Sans votre accord, les visiteurs sont distingués à l’intérieur d’une même journée, et le service compte combien étaient déjà là la veille : une empreinte à clé de l’adresse tronquée et du navigateur n’existe qu’en mémoire vive. Les clés sont aléatoires, ne sont jamais écrites sur un disque et sont détruites après le lendemain ; il n’en reste qu’une somme pour tout le site.',
    },
    consent: 'Avec votre accord, en plus',
    consented: [
      'un identifiant aléatoire sur votre appareil, pour que plusieurs visites comptent pour un seul visiteur',
      'sur le serveur, seulement une empreinte à clé de cet identifiant, avec les pages de vos visites',
      'la campagne, la page de provenance et les précisions données par le site sur vos actions, s’il en envoie',
    ],
    nobodyAsked: 'Ce site ne reconnaît personne d’une visite à l’autre ; il ne demande donc aucun accord.',
    dateFlag:
      'Votre appareil garde en outre la date de votre dernière visite, pour reconnaître les premières visites du jour, de la semaine ou du mois. Cette date n’est pas transmise ; un refus ou une opposition l’efface.',
    refusal: {
      anonymous: 'Si vous refusez, vos visites sont comptées anonymement, comme décrit ci-dessus.',
      pageviews: 'Si vous refusez, seules les pages vues sont comptées.',
      none: 'Si vous refusez, rien n’est compté.',
    },
    signals: {
      anonymous:
        'Si votre navigateur envoie le signal Global Privacy Control ou Do Not Track, vous n’êtes pas reconnu, sauf si vous avez dit oui sur ce site.',
      exclude:
        'Si votre navigateur envoie le signal Global Privacy Control ou Do Not Track, vos visites ne sont pas comptées, sauf si vous avez dit oui sur ce site.',
      ignore:
        'Les signaux Global Privacy Control et Do Not Track ne sont pas pris en compte sur ce site ; votre choix exprimé ici l’est.',
    },
    never: 'Ce qui n’est jamais conservé',
    nevers: [
      'votre adresse réseau (IP) et la signature complète de votre navigateur',
      'un nom, une adresse e-mail, un numéro de compte ou de client',
      'un identifiant de clic publicitaire, la taille de l’écran, une empreinte de votre appareil',
    ],
  },
  basis: {
    title: 'Sur quel fondement',
    consent:
      'Les visites avec identifiant reposent sur votre consentement (article 6, paragraphe 1, point a, du RGPD), que vous pouvez retirer à tout moment.',
    anonymous:
      'Le comptage anonyme repose sur l’intérêt légitime du site à savoir comment il est utilisé ou, pour un organisme public, sur sa mission d’intérêt public (article 6, paragraphe 1, points f ou e, du RGPD). Les données personnelles ne sont traitées qu’un instant, en mémoire vive, et ne sont pas conservées. Vous pouvez vous y opposer ici même.',
    device:
      'Rien n’est déposé sur votre appareil ni lu sur celui-ci sans votre accord, hormis votre choix et une éventuelle opposition, que vous demandez vous-même.',
    exemption: {
      FR: 'Ce site a retenu des réglages destinés à répondre aux conditions dans lesquelles la mesure d’audience peut être dispensée de consentement (article 82 de la loi Informatique et Libertés et publications de la CNIL à ce sujet). Cette appréciation est celle du site.',
      other:
        'Ce site a retenu des réglages destinés à répondre aux conditions dans lesquelles le droit national dispense la mesure d’audience de consentement. Cette appréciation est celle du site.',
    },
    dateFlag: {
      exempt: 'La date de votre dernière visite est gardée au titre de cette même exemption.',
      GB: 'La date de votre dernière visite est gardée au titre de l’exception prévue pour les statistiques, avec la présente information et ce moyen de s’opposer.',
      other: 'La date de votre dernière visite est gardée comme le permet le droit que le site a indiqué.',
    },
    elsewhere:
      'Le site a indiqué que le droit de ce pays s’applique : {place}. Les visites avec identifiant reposent sur votre consentement ; vous pouvez vous opposer ici au comptage anonyme.',
    unstated:
      'Le site n’a pas indiqué le droit qui lui est applicable. Les visites avec identifiant reposent sur votre consentement ; vous pouvez vous opposer ici au comptage anonyme. Pour en savoir plus, adressez-vous au site.',
    caution: 'Aucune autorité n’a approuvé ni certifié ce service ou l’usage que ce site en fait.',
  },
  kept: {
    title: 'Pendant combien de temps',
    events: (months) => `Ce qui est compté est supprimé au bout de ${months} mois, identifiants compris.`,
    forGood: 'Le site n’a fixé aucun terme à la conservation de ce qui est compté.',
    identifier:
      'L’identifiant reste 13 mois au plus sur votre appareil, et vos visites ne prolongent pas cette durée. Votre choix est retenu 6 mois, une opposition 13 mois.',
    receipts:
      'La preuve de votre consentement est gardée aussi longtemps que les visites qui en dépendent ; ensuite, ou après un effacement, sans aucune clé et cinq ans au plus.',
    memory:
      'Ce qui distingue les visiteurs anonymes n’existe qu’en mémoire vive et est détruit au plus tard le lendemain.',
  },
  who: {
    title: 'Qui est responsable, à qui s’adresser',
    controller: 'Responsable',
    noController: 'Le site ne l’a pas indiqué ici. Ses mentions légales nomment le responsable :',
    contact: 'Contact',
    noContact:
      'Le site n’a pas indiqué ici d’adresse pour ces questions. Cherchez sa page de contact ou de protection des données :',
    hosting: 'Lieu de stockage',
    noHosting: 'Le site n’a pas indiqué le pays. Adressez-vous à lui.',
    recipients: 'Destinataires',
    nobodyElse: 'Ceux qui animent le site et sa mesure d’audience. Rien n’est transmis à qui que ce soit d’autre.',
    authority: 'Réclamation',
    anyAuthority:
      'Vous pouvez introduire une réclamation auprès de l’autorité de protection des données de votre pays.',
    answer: 'Si vous estimez que vos droits ne sont pas respectés, vous pouvez adresser une réclamation à l’autorité :',
  },
};
