/** L-01 to L-07: how long anything lives. */

import { firstDayKept } from '../../../domain/retention.ts';
import { dateOf, dayOfDate, startOfDay } from '../../../lib/calendar.ts';
import type { AuditFacts, StoredKey } from '../facts.ts';
import { lifeOf } from '../identifier-cookies.ts';
import { isProven } from '../proven.ts';
import { type AuditRule, fail, pass, unknown, type Verdict } from '../rule.ts';
import { say } from '../words.ts';

const DAY_MS = 86_400_000;
/** 13 months at their longest. */
const IDENTIFIER_DAYS = 397;
const MOST_MONTHS = 25;
const PURGE_MS = 48 * 3_600_000;
const LONGEST_LOG_DAYS = 31;
const GRACE_MS = 30 * 60_000;
/** A destruction is written down in the next batch. */
const SLACK_MS = 60_000;
/** Keys of earlier days are history. */
const LOOKED_BACK_DAYS = 31;
const CNIL = 'CNIL, guidelines on trackers (2020): 13 months for trackers, 25 months for data';

export const LIFETIME_RULES: readonly AuditRule[] = [
  {
    id: 'L-01',
    severity: 'must',
    scope: 'all',
    title: say(
      'The identifier of a visitor who consented lives 13 months at most.',
      'L’identifiant d’un visiteur consentant vit 13 mois au plus.',
    ),
    source: CNIL,
    check: (facts) => {
      const { longestDays } = facts.stored.visitors;
      if (longestDays > IDENTIFIER_DAYS)
        return fail(
          `A stored identifier has been seen for ${longestDays} days. The site keeps or imports identifiers longer than 13 months: let them end, and erase with \`passant.forget()\`.`,
          `Un identifiant enregistré est vu depuis ${longestDays} jours. Le site conserve ou importe des identifiants plus de 13 mois : mettez-y fin et effacez par \`passant.forget()\`.`,
        );
      return lifeOnDevice(facts);
    },
  },
  {
    id: 'L-02',
    severity: 'must',
    scope: 'all',
    title: say(
      'The life of the identifier is never extended by coming again.',
      'La durée de vie de l’identifiant n’est jamais prolongée par une nouvelle visite.',
    ),
    source: CNIL,
    check: (facts) => {
      if (facts.site.identifier !== 'server') return isProven(facts, 'L-02');
      return facts.rehearsal.cookies.second.length === 0
        ? pass('The second answer set no cookie again.', 'La deuxième réponse n’a pas reposé de cookie.')
        : fail(
            'The second answer set the cookie again, which extends its life: report this as a fault.',
            'La deuxième réponse a reposé le cookie, ce qui le prolonge : signalez ce défaut.',
          );
    },
  },
  {
    id: 'L-03',
    severity: 'must',
    scope: 'all',
    title: say(
      'What was counted is deleted after 25 months at most, and the deletion really runs.',
      'Ce qui a été compté est supprimé après 25 mois au plus, et la purge est bien exécutée.',
    ),
    source: CNIL,
    check: ({ site, stored, now }) => {
      const { retentionMonths, timezone } = site;
      if (retentionMonths === null || retentionMonths > MOST_MONTHS)
        return fail(
          'Days are kept for longer than 25 months: set `--retention 25mo` or shorter.',
          'Les jours sont conservés plus de 25 mois : `--retention 25mo` ou moins.',
        );
      if (stored.oldestDay === null)
        return pass(
          `Days are kept for ${retentionMonths} months; nothing is stored yet.`,
          `Les jours sont conservés ${retentionMonths} mois ; rien n’est encore enregistré.`,
        );
      if (stored.oldestDay < firstDayKept(retentionMonths, timezone, now) - 1)
        return fail(
          `The oldest stored day is ${dateOf(stored.oldestDay)}, older than the site keeps: start the service, and look into its log.`,
          `Le plus ancien jour enregistré est le ${dateOf(stored.oldestDay)}, au-delà de la durée fixée : démarrez le service et lisez son journal.`,
        );
      if (stored.retainedAt === null || now - stored.retainedAt > PURGE_MS)
        return fail(
          'The deletion has not run in the last 48 hours: let the service run (`passant serve`); it deletes by itself.',
          'La purge n’a pas été exécutée depuis 48 heures : laissez tourner le service (`passant serve`), il purge de lui-même.',
        );
      return pass(
        `Kept for ${retentionMonths} months; oldest day ${dateOf(stored.oldestDay)}; the deletion ran at ${timeOf(stored.retainedAt)}.`,
        `Conservation ${retentionMonths} mois ; plus ancien jour ${dateOf(stored.oldestDay)} ; purge exécutée le ${timeOf(stored.retainedAt)}.`,
      );
    },
  },
  {
    id: 'L-04',
    severity: 'must',
    scope: 'all',
    title: say(
      'What outlives the deletion holds no identifier.',
      'Ce qui survit à la purge ne contient aucun identifiant.',
    ),
    source: CNIL,
    check: ({ stored: { keyHolders, visitors } }) => {
      if (keyHolders.length > 0)
        return fail(
          `Tables that are not emptied with the days hold keys of visitors: ${keyHolders.join(', ')}. Report this as a fault.`,
          `Des tables non purgées contiennent des clés de visiteurs : ${keyHolders.join(', ')}. Signalez ce défaut.`,
        );
      if (visitors.outlived > 0)
        return fail(
          `${visitors.outlived} identifiers were not seen since the first day that is kept: let the service run, and look into its log.`,
          `${visitors.outlived} identifiants n’ont pas été vus depuis le premier jour conservé : laissez tourner le service et lisez son journal.`,
        );
      if (visitors.outlivedReceipts > 0)
        return fail(
          `${visitors.outlivedReceipts} receipts still name a visitor of whom no day can be left: let the service run, and look into its log.`,
          `${visitors.outlivedReceipts} preuves désignent encore un visiteur dont aucun jour ne peut subsister : laissez tourner le service et lisez son journal.`,
        );
      return pass(
        'No identifier is older than the days that are kept, and no other table holds one.',
        'Aucun identifiant n’est plus ancien que les jours conservés, et aucune autre table n’en contient.',
      );
    },
  },
  {
    id: 'L-05',
    severity: 'should',
    scope: 'all',
    title: say('A day for the yearly review is set.', 'Une date de revue annuelle est fixée.'),
    source: 'GDPR art. 5(2), art. 24',
    check: ({ site: { reviewOn }, now }) => {
      const day = reviewOn === null ? null : dayOfDate(reviewOn);
      if (reviewOn === null || day === null)
        return unknown(
          'Nobody has said when the settings are reviewed: state it with `--review <day>`.',
          'Personne n’a indiqué la date de revue : déclarez-la par `--review <jour>`.',
        );
      const daysLeft = day - Math.floor(now / DAY_MS);
      if (daysLeft < 0)
        return fail(
          `The review was due on ${reviewOn}: do it, and state the next one with \`--review <day>\`.`,
          `La revue était due le ${reviewOn} : faites-la et déclarez la suivante par \`--review <jour>\`.`,
        );
      if (daysLeft > 366)
        return fail(
          `The review of ${reviewOn} is more than a year away: choose an earlier day with \`--review\`.`,
          `La revue du ${reviewOn} est dans plus d’un an : choisissez une date plus proche par \`--review\`.`,
        );
      return pass(`The next review is on ${reviewOn}.`, `La prochaine revue est le ${reviewOn}.`);
    },
  },
  {
    id: 'L-06',
    severity: 'should',
    scope: 'all',
    title: say(
      'Access logs of the web server in front are kept for 31 days at most, or without addresses.',
      'Les journaux d’accès du serveur web en amont sont conservés 31 jours au plus, ou sans adresses.',
    ),
    source: 'CNIL, recommendation on logging (2021)',
    check: ({ site: { accessLogDays } }) => {
      if (accessLogDays === null)
        return unknown(
          'The service writes no access log, and cannot see those of a web server in front: state it with `--access-logs 31d`, or 0d for none with addresses.',
          'Le service n’écrit pas de journal d’accès et ne voit pas ceux du serveur en amont : déclarez-le par `--access-logs 31d`, ou 0d si aucune adresse n’y figure.',
        );
      if (accessLogDays > LONGEST_LOG_DAYS)
        return fail(
          `Logs with addresses are kept for ${accessLogDays} days: shorten that to 31, or log without addresses.`,
          `Des journaux avec adresses sont conservés ${accessLogDays} jours : réduisez à 31, ou journalisez sans adresses.`,
        );
      return pass(
        accessLogDays === 0 ? 'Declared: no addresses are logged.' : `Declared: ${accessLogDays} days.`,
        accessLogDays === 0 ? 'Déclaré : aucune adresse n’est journalisée.' : `Déclaré : ${accessLogDays} jours.`,
      );
    },
  },
  {
    id: 'L-07',
    severity: 'must',
    scope: 'all',
    title: say(
      'The random keys under which a day’s visitors are told apart are never on a disk, and die on time.',
      'Les clés aléatoires qui distinguent les visiteurs d’un jour ne sont jamais sur disque et sont détruites à temps.',
    ),
    source: 'WP29 opinion 05/2014 on anonymisation; docs/how-we-count.md',
    check: (facts) => {
      const { files, stored, now } = facts;
      if (files.holdingKeys !== null && files.holdingKeys.length > 0)
        return fail(
          `A day key was found in ${files.holdingKeys.join(', ')}: stop the service, delete the file, start again.`,
          `Une clé du jour a été trouvée dans ${files.holdingKeys.join(', ')} : arrêtez le service, supprimez le fichier, redémarrez.`,
        );
      const late = stored.keys.filter((key) => isLate(key, facts));
      if (late.length > 0)
        return fail(
          `${late.length} day keys of the last ${LOOKED_BACK_DAYS} days lived too long, the last of ${dateOf(late[0]?.day ?? 0)}. Was the machine asleep? \`passant day-keys\` lists them.`,
          `${late.length} clés des ${LOOKED_BACK_DAYS} derniers jours ont vécu trop longtemps, la dernière du ${dateOf(late[0]?.day ?? 0)}. La machine était-elle en veille ? \`passant day-keys\` les liste.`,
        );
      const held = stored.keys.filter(({ destroyedAt, ...key }) => destroyedAt === null && deadlineOf(key) < now);
      if (held.length > 0 && facts.service.hasKeysFolder)
        return unknown(
          'No service runs, and keys whose time is over may lie in PASSANT_KEYS_DIR: start the service, or empty that folder.',
          'Aucun service ne tourne et des clés échues peuvent rester dans PASSANT_KEYS_DIR : démarrez le service ou videz ce dossier.',
        );
      const searched = files.holdingKeys !== null;
      return pass(
        `No key of the last ${LOOKED_BACK_DAYS} days outlived its time${searched ? ', and no file holds one that lives' : ''}.`,
        `Aucune clé des ${LOOKED_BACK_DAYS} derniers jours n’a dépassé son terme${searched ? ', et aucun fichier n’en contient une active' : ''}.`,
      );
    },
  },
];

function lifeOnDevice(facts: AuditFacts): Verdict {
  if (facts.site.identifier !== 'server') return isProven(facts, 'L-01');
  const seconds = lifeOf(facts.rehearsal.cookies.first);
  if (seconds === null)
    return unknown(
      'The server set no identifier for a visitor with consent in the rehearsal; run the audit again.',
      'Le serveur n’a posé aucun identifiant lors de la répétition ; relancez l’audit.',
    );
  const days = Math.ceil(seconds / 86_400);
  return days <= IDENTIFIER_DAYS
    ? pass(`The server’s cookie lives ${days} days.`, `Le cookie du serveur vit ${days} jours.`)
    : fail(
        `The server’s cookie lives ${days} days: report this as a fault.`,
        `Le cookie du serveur vit ${days} jours : signalez ce défaut.`,
      );
}

function isLate(key: StoredKey, { now, service }: AuditFacts): boolean {
  if (now - startOfDay(key.day, key.timeZone) > LOOKED_BACK_DAYS * DAY_MS) return false;
  // When a key that died with its process was missed says nothing of when it died.
  if (key.ending === 'lost with the process') return false;
  const end = key.destroyedAt ?? (service.isServing ? now : null);
  return end !== null && end > deadlineOf(key) + SLACK_MS;
}

/** UTC ms: half an hour after the end of the key's own day, or of the day after it. */
function deadlineOf({ day, timeZone, level }: Pick<StoredKey, 'day' | 'timeZone' | 'level'>): number {
  return startOfDay(day + (level === 'two-day' ? 2 : 1), timeZone) + GRACE_MS;
}

function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
