/** D-01 to D-06: what is kept on, and read from, the visitor's device. */
import type { AuditFacts } from '../facts.ts';
import { findIdentifier } from '../identifier-cookies.ts';
import { isProven } from '../proven.ts';
import { type AuditRule, fail, pass, unknown, type Verdict } from '../rule.ts';
import { say } from '../words.ts';

const EPRIVACY = 'ePrivacy directive art. 5(3); EDPB guidelines 2/2023';
const OWN_IDENTIFIER = /^[A-Za-z0-9_-]{21,}$/;

export const DEVICE_RULES: readonly AuditRule[] = [
  {
    id: 'D-01',
    severity: 'must',
    scope: 'consent',
    title: say(
      'Before consent the script stores nothing on the device and reads nothing from it that could recognise it.',
      'Avant le consentement, le script n’enregistre rien sur l’appareil et n’y lit rien qui le reconnaîtrait.',
    ),
    source: EPRIVACY,
    check: (facts) => isProven(facts, 'D-01'),
  },
  {
    id: 'D-02',
    severity: 'must',
    scope: 'consent',
    title: say(
      'Before consent no answer sets a cookie or carries a mark by which a browser could be recognised.',
      'Avant le consentement, aucune réponse ne pose de cookie ni ne porte de marque reconnaissant un navigateur.',
    ),
    source: EPRIVACY,
    check: ({ rehearsal: { answers } }) => {
      const marked = answers.filter(
        ({ headers, isCollector, differing }) =>
          'set-cookie' in headers ||
          differing.length > 0 ||
          (isCollector && ('etag' in headers || 'last-modified' in headers || headers['cache-control'] !== 'no-store')),
      );
      if (answers.length === 0)
        return unknown(
          'The program did not answer in the rehearsal; run the audit again.',
          'Le programme n’a pas répondu lors de la répétition ; relancez l’audit.',
        );
      return marked.length === 0
        ? pass(
            `${answers.length} answers were looked at: no cookie, no mark of a browser, nothing of a message may be cached.`,
            `${answers.length} réponses examinées : aucun cookie, aucune marque, aucune mise en cache des messages.`,
          )
        : fail(
            `These answers set a cookie, may be cached, or differ between browsers: ${marked.map(({ name }) => name).join(', ')}. Report this as a fault.`,
            `Ces réponses posent un cookie, peuvent être mises en cache ou diffèrent selon le navigateur : ${marked.map(({ name }) => name).join(', ')}. Signalez ce défaut.`,
          );
    },
  },
  {
    id: 'D-03',
    severity: 'should',
    scope: 'all',
    title: say(
      'The script never reads screen, plugins, canvas, WebGL, battery or fonts.',
      'Le script ne lit jamais écran, extensions, canvas, WebGL, batterie ni polices.',
    ),
    source: 'WP29 opinion 9/2014 on device fingerprinting',
    check: (facts) => isProven(facts, 'D-03'),
  },
  {
    id: 'D-04',
    severity: 'must',
    scope: 'all',
    title: say(
      'The identifier is random: at least 122 bits, derived from nothing.',
      'L’identifiant est aléatoire : au moins 122 bits, dérivé de rien.',
    ),
    source: 'RFC 9562; GDPR art. 32',
    check: (facts) => {
      if (facts.rehearsal.takesShortIdentifier)
        return fail(
          'The server took an identifier that is shorter than ours: report this as a fault.',
          'Le serveur a accepté un identifiant plus court que le nôtre : signalez ce défaut.',
        );
      if (facts.site.identifier !== 'server') return isProven(facts, 'D-04');
      const made = findIdentifier(facts.rehearsal.cookies.first);
      return made === null
        ? noCookie()
        : OWN_IDENTIFIER.test(made.value)
          ? pass('The server’s identifier has 126 random bits.', 'L’identifiant du serveur a 126 bits aléatoires.')
          : fail(
              'The server’s identifier is shorter than 21 characters: report this as a fault.',
              'L’identifiant du serveur a moins de 21 caractères : signalez ce défaut.',
            );
    },
  },
  {
    id: 'D-05',
    severity: 'must',
    scope: 'all',
    title: say(
      'The identifier’s cookie is Secure on https pages, SameSite=Lax, for this host only, and HttpOnly where the server sets it.',
      'Le cookie de l’identifiant est Secure en https, SameSite=Lax, limité à l’hôte, et HttpOnly quand le serveur le pose.',
    ),
    source: 'GDPR art. 32; ANSSI, recommendations for cookies',
    check: (facts) => (facts.site.identifier === 'server' ? checkAttributes(facts) : isProven(facts, 'D-05')),
  },
  {
    id: 'D-06',
    severity: 'info',
    scope: 'all',
    title: say(
      'Safari deletes cookies that a script has set after seven days; a cookie set by the server from the site’s own host stays.',
      'Safari supprime après sept jours les cookies posés par un script ; celui que le serveur pose depuis l’hôte du site demeure.',
    ),
    source: 'WebKit, Intelligent Tracking Prevention 2.1',
    check: ({ site: { identifier } }) =>
      identifier === 'server'
        ? pass('The server sets the cookie.', 'Le serveur pose le cookie.')
        : fail(
            'A script sets the identifier: Safari’s visitors count as new after seven days. Where the collector stands under the site’s own host, `--identifier server` mends it.',
            'Un script pose l’identifiant : sous Safari, un visiteur redevient nouveau après sept jours. Si le collecteur est sous l’hôte du site, `--identifier server` y remédie.',
          ),
  },
];

function checkAttributes({ rehearsal, service }: AuditFacts): Verdict {
  const cookie = findIdentifier(rehearsal.cookies.first);
  if (cookie === null) return noCookie();
  const { attributes } = cookie;
  const missing = [
    ...(attributes.has('httponly') ? [] : ['HttpOnly']),
    ...(attributes.get('samesite')?.toLowerCase() === 'lax' ? [] : ['SameSite=Lax']),
    ...(attributes.has('secure') || service.baseUrl?.startsWith('https:') !== true ? [] : ['Secure']),
    ...(attributes.has('domain') ? ['no Domain'] : []),
  ];
  return missing.length === 0
    ? pass('The server’s cookie has them all.', 'Le cookie du serveur les a tous.')
    : fail(
        `The server’s cookie lacks ${missing.join(', ')}: report this as a fault.`,
        `Il manque au cookie du serveur : ${missing.join(', ')}. Signalez ce défaut.`,
      );
}

function noCookie(): Verdict {
  return unknown(
    'The server set no identifier for a visitor with consent in the rehearsal: does the collector stand under the site’s own host?',
    'Le serveur n’a posé aucun identifiant lors de la répétition : le collecteur est-il sous l’hôte du site ?',
  );
}
