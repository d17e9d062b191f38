/** The record of processing (GDPR art. 30) that follows from a site's settings, with what only people know left open. */
import { LEVELS } from '../../domain/levels.ts';
import type { Site } from '../../domain/site.ts';
import { sayExclusions } from './say-exclusions.ts';
import { type Recipients, sayRecipients } from './say-recipients.ts';
import { say, type Words } from './words.ts';

export interface RecordOfProcessing {
  site: string;
  /** UTC ms. */
  at: number;
  version: string;
  entries: RecordEntry[];
}

export interface RecordEntry {
  /** Such as `purpose`; the point of art. 30(1) in the title. */
  key: string;
  title: Words;
  content: Words;
  /** Nobody has declared it. */
  isOpen: boolean;
}

/** @param at UTC ms */
export function makeRecord(site: Site, at: number, version: string, recipients: Recipients): RecordOfProcessing {
  return { site: site.domain, at, version, entries: entriesOf(site, recipients) };
}

function entriesOf(site: Site, recipients: Recipients): RecordEntry[] {
  const open = say('(to be declared)', '(à déclarer)');
  const declared = (key: string, title: Words, value: string | null): RecordEntry => ({
    ...{ key, title, isOpen: value === null },
    content: value === null ? open : say(value, value),
  });
  const fixed = (key: string, title: Words, content: Words): RecordEntry => ({ key, title, content, isOpen: false });
  const { hashes } = LEVELS[site.anonymous];
  return [
    declared('controller', say('Controller (a)', 'Responsable du traitement (a)'), site.controller),
    declared(
      'contact',
      say('Contact for data subjects (a)', 'Contact pour les personnes concernées (a)'),
      site.contact,
    ),
    fixed(
      'purpose',
      say('Purpose (b)', 'Finalité (b)'),
      say(
        `Audience measurement of ${site.domain} for its publisher alone: how many visitors come, from where, and what they read.`,
        `Mesure d’audience de ${site.domain} pour le seul compte de l’éditeur : combien de visiteurs, d’où ils viennent, ce qu’ils lisent.`,
      ),
    ),
    fixed(
      'basis',
      say('Legal basis', 'Base légale'),
      site.profile === 'exempt'
        ? say(
            'Consent for the identifier; without consent, legitimate interest within the exemption from consent for audience measurement.',
            'Consentement pour l’identifiant ; sans consentement, intérêt légitime dans le cadre de l’exemption de consentement pour la mesure d’audience.',
          )
        : say(
            'Consent for the identifier; without consent, legitimate interest, with nothing stored on or read from the device.',
            'Consentement pour l’identifiant ; sans consentement, intérêt légitime, sans rien stocker ni lire sur l’appareil.',
          ),
    ),
    fixed(
      'subjects',
      say('Data subjects (c)', 'Personnes concernées (c)'),
      say('Visitors of the site.', 'Visiteurs du site.'),
    ),
    fixed(
      'data',
      say('Categories of data (c)', 'Catégories de données (c)'),
      site.profile === 'exempt'
        ? say(
            'Without consent: page, host of the referrer, at most three kinds of events, country, region and city, family and major version of browser and system, language. With consent also: keyed hash of a random identifier, full page of the referrer, campaign, properties and amounts of events.',
            'Sans consentement : page, hôte du référent, trois types d’événements au plus, pays, région et ville, famille et version majeure du navigateur et du système, langue. Avec consentement, en plus : empreinte à clé d’un identifiant aléatoire, page complète du référent, campagne, propriétés et montants des événements.',
          )
        : say(
            'Page, referrer, campaign, events with properties and amounts, country, region and city, family and major version of browser and system, language. With consent also: keyed hash of a random identifier.',
            'Page, référent, campagne, événements avec propriétés et montants, pays, région et ville, famille et version majeure du navigateur et du système, langue. Avec consentement, en plus : empreinte à clé d’un identifiant aléatoire.',
          ),
    ),
    fixed(
      'never',
      say('Never kept', 'Jamais conservé'),
      say(
        `IP address, User-Agent, screen, click identifiers.${hashes ? ' Within a day visitors without consent are told apart by a hash of truncated address and browser under a random key that lives in memory only.' : ''}`,
        `Adresse IP, User-Agent, écran, identifiants de clic.${hashes ? ' Au sein d’un jour, les visiteurs sans consentement sont distingués par une empreinte de l’adresse tronquée et du navigateur, sous une clé aléatoire conservée en mémoire seulement.' : ''}`,
      ),
    ),
    fixed(
      'not-counted',
      say('Not counted', 'Non compté'),
      sayExclusions(site) ?? say('Nothing is left out.', 'Rien n’est exclu.'),
    ),
    fixed('recipients', say('Recipients (d)', 'Destinataires (d)'), sayRecipients(recipients)),
    declared(
      'hosting',
      say('Where it is stored; transfers (e)', 'Lieu de stockage ; transferts (e)'),
      site.hostingCountry,
    ),
    fixed(
      'retention',
      say('Erasure (f)', 'Effacement (f)'),
      site.retentionMonths === null
        ? say('Never by itself.', 'Jamais automatiquement.')
        : say(
            `After ${site.retentionMonths} months, day by day, by the service itself; identifier on the device: 13 months at most; choice: 6 months.`,
            `Après ${site.retentionMonths} mois, jour par jour, par le service lui-même ; identifiant sur l’appareil : 13 mois au plus ; choix : 6 mois.`,
          ),
    ),
    fixed(
      'security',
      say('Security (g)', 'Sécurité (g)'),
      say(
        'Keyed hashes in the place of identifiers, day keys in memory only, files closed to others, erased rows overwritten, sign-in by password (Argon2id), API keys kept as hashes.',
        'Empreintes à clé au lieu des identifiants, clés du jour en mémoire seulement, fichiers fermés aux autres, lignes effacées écrasées, connexion par mot de passe (Argon2id), clés d’API conservées hachées.',
      ),
    ),
    declared('analysis', say('Analyses', 'Analyses'), site.analysis),
    declared('review', say('Next review', 'Prochaine revue'), site.reviewOn),
  ];
}
