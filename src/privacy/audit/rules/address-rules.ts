/** I-01 to I-05: addresses, browsers and places. */
import { isIP } from 'node:net';
import { type AuditRule, fail, pass } from '../rule.ts';
import { say } from '../words.ts';

/** Words that a column would carry if it held what must not be kept. */
const PERSONAL_COLUMN = /^(ip|ip_address|address|remote_addr|user_agent|ua|agent)$/i;
const FINE_PLACE_COLUMN =
  /^(lat|lon|lng|latitude|longitude|postal|postal_code|postcode|zip|street|accuracy|network|isp|asn|geo)$/i;

export const ADDRESS_RULES: readonly AuditRule[] = [
  {
    id: 'I-01',
    severity: 'must',
    scope: 'all',
    title: say(
      'No column, file or log holds an IP address or a full User-Agent.',
      'Aucune colonne, aucun fichier, aucun journal ne contient d’adresse IP ni de User-Agent complet.',
    ),
    source: 'GDPR art. 5(1)(c), (e); CNIL, guidelines on trackers (2020)',
    check: ({ stored, files, rehearsal }) => {
      const columns = stored.columns.filter(({ column }) => PERSONAL_COLUMN.test(column));
      const places = [
        ...columns.map(({ table, column }) => `${table}.${column}`),
        ...stored.personalTexts,
        ...files.personal,
        ...rehearsal.leaks,
      ];
      if (places.length > 0)
        return fail(
          `An address or a User-Agent was found in: ${places.join(', ')}. If the site sends it itself, stop that and erase; else report this as a fault.`,
          `Une adresse ou un User-Agent a été trouvé dans : ${places.join(', ')}. Si le site l’envoie lui-même, cessez et effacez ; sinon signalez ce défaut.`,
        );
      return pass(
        'Every text of both databases and every other file of the data folder was searched, and a marked address sent through the program came out nowhere.',
        'Tous les textes des deux bases et les autres fichiers du dossier de données ont été fouillés, et une adresse marquée passée dans le programme n’est ressortie nulle part.',
      );
    },
  },
  {
    id: 'I-02',
    severity: 'must',
    scope: 'all',
    title: say(
      'An address is cut to its network before a place is looked up.',
      'Une adresse est tronquée à son réseau avant toute recherche de lieu.',
    ),
    source: 'CNIL, guidelines on trackers (2020): last byte removed before geolocation',
    check: ({ rehearsal: { lookedUp } }) => {
      const whole = lookedUp.filter((network) => !isTruncated(network));
      return whole.length === 0
        ? pass(
            'Places were looked up by networks only (/24, /64). Whole addresses answer yes or no for rate limit, trusted proxies and exclusions alone.',
            'Les lieux ne sont cherchés que par réseau (/24, /64). L’adresse entière ne sert qu’à répondre oui ou non : débit, mandataires, exclusions.',
          )
        : fail(
            'A place was looked up by a whole address: report this as a fault.',
            'Un lieu a été cherché par une adresse entière : signalez ce défaut.',
          );
    },
  },
  {
    id: 'I-03',
    severity: 'should',
    scope: 'exempt',
    title: say('Places are no finer than a city.', 'Les lieux ne sont pas plus fins que la ville.'),
    source: 'CNIL, guidelines on trackers (2020): no finer than a city',
    check: ({ stored }) => {
      const fine = stored.columns.filter(({ column }) => FINE_PLACE_COLUMN.test(column));
      return fine.length === 0
        ? pass('Country, region and city are kept, nothing finer.', 'Pays, région et ville, rien de plus fin.')
        : fail(
            `Finer places are stored in ${fine.map(({ table, column }) => `${table}.${column}`).join(', ')}: report this as a fault.`,
            `Des lieux plus fins sont enregistrés dans ${fine.map(({ table, column }) => `${table}.${column}`).join(', ')} : signalez ce défaut.`,
          );
    },
  },
  {
    id: 'I-04',
    severity: 'should',
    scope: 'exempt',
    title: say(
      'Of a browser only family and major version are kept.',
      'D’un navigateur, seules la famille et la version majeure sont conservées.',
    ),
    source: 'WP29 opinion 9/2014 on device fingerprinting',
    check: ({ stored: { fineVersions } }) =>
      fineVersions === 0
        ? pass('No stored version is finer.', 'Aucune version enregistrée n’est plus fine.')
        : fail(
            `${fineVersions} stored versions are finer: were they imported by another version? Shorten \`--retention\` or wait.`,
            `${fineVersions} versions enregistrées sont plus fines : importées par une autre version ? Raccourcissez \`--retention\` ou attendez.`,
          ),
  },
  {
    id: 'I-05',
    severity: 'should',
    scope: 'exempt',
    title: say('Browsers are not asked for client hints.', 'Aucun « client hint » n’est demandé aux navigateurs.'),
    source: 'EDPB guidelines 2/2023 on art. 5(3) ePrivacy',
    check: ({ client, rehearsal }) => {
      const asking = [
        ...client.scripts.filter(({ asksHints }) => asksHints).map(({ name }) => name),
        ...rehearsal.answers.filter(({ headers }) => asksHints(headers)).map(({ name }) => name),
      ];
      return asking.length === 0
        ? pass('No answer and no script asks for them.', 'Aucune réponse ni aucun script n’en demande.')
        : fail(
            `Client hints are asked for by ${asking.join(', ')}: does a proxy add a header? Else report this as a fault.`,
            `Des « client hints » sont demandés par ${asking.join(', ')} : un mandataire ajoute-t-il un en-tête ? Sinon signalez ce défaut.`,
          );
    },
  },
];

function asksHints(headers: Readonly<Record<string, string>>): boolean {
  return 'accept-ch' in headers || 'critical-ch' in headers || /\bch-/.test(headers['permissions-policy'] ?? '');
}

/** The first address of a /24 or a /64; '' for what is no address. */
function isTruncated(network: string): boolean {
  if (isIP(network) === 4) return network.endsWith('.0');
  return network === '' || /^(?:[0-9a-f]{1,4}:){1,4}:$/.test(network);
}
