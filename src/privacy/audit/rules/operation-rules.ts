/** S-01 to S-04, J-01, J-02, X-01: how the service is run, what the law of the place allows, and what anybody may see. */
import { levelFitsProfile, levelIsAllowed, ruleFor } from '../../../domain/jurisdiction.ts';
import { dateOf, dayAt } from '../../../lib/calendar.ts';
import { type AuditRule, fail, notApplicable, pass, unknown, worst } from '../rule.ts';
import { say } from '../words.ts';
import { hidesSmall, isRounded } from './profile-rules.ts';

const LOOPBACK = /^(127\.|::1$|localhost$|\[::1\]$)/;
/** Days of a month at its longest. */
const MONTH_DAYS = 31;

export const OPERATION_RULES: readonly AuditRule[] = [
  {
    id: 'S-01',
    severity: 'must',
    scope: 'all',
    title: say(
      'Everything travels encrypted, or does not leave the machine.',
      'Tout circule chiffré, ou ne quitte pas la machine.',
    ),
    source: 'GDPR art. 32',
    check: ({ service: { baseUrl, host, trustsProxies } }) => {
      if (baseUrl?.startsWith('https:') === true)
        return pass(`Public address: ${baseUrl}.`, `Adresse publique : ${baseUrl}.`);
      if (trustsProxies) return pass('A trusted proxy stands in front.', 'Un mandataire de confiance est en amont.');
      const isLocal = LOOPBACK.test(host) && (baseUrl === null || LOOPBACK.test(new URL(baseUrl).hostname));
      return isLocal
        ? pass('Listens to this machine only.', 'N’écoute que cette machine.')
        : fail(
            'Reachable without encryption: put TLS in front, and set PASSANT_BASE_URL to the https:// address.',
            'Joignable sans chiffrement : placez TLS en amont et définissez PASSANT_BASE_URL avec l’adresse https://.',
          );
    },
  },
  {
    id: 'S-02',
    severity: 'must',
    scope: 'all',
    title: say('No default or usual password is in use.', 'Aucun mot de passe par défaut ou courant n’est utilisé.'),
    source: 'GDPR art. 32; CNIL, recommendation on passwords (2022)',
    check: ({ service: { usualPasswords } }) =>
      usualPasswords === 0
        ? pass(
            'There is no default password, and nobody has one of those that are tried first.',
            'Il n’y a pas de mot de passe par défaut et personne n’utilise l’un des plus courants.',
          )
        : fail(
            `${usualPasswords} people of the back office have a password that is tried first: change it.`,
            `${usualPasswords} comptes ont un mot de passe parmi les premiers essayés : changez-le.`,
          ),
  },
  {
    id: 'S-03',
    severity: 'must',
    scope: 'all',
    title: say(
      'Files can be read by the service alone, and no copy outlives the retention.',
      'Les fichiers ne sont lisibles que par le service, et aucune copie ne survit à la durée de conservation.',
    ),
    source: 'GDPR art. 5(1)(e), 32',
    check: ({ files, site: { backupDays, retentionMonths } }) => {
      if (files.open.length > 0)
        return fail(
          `Others may read or write ${files.open.join(', ')}: \`chmod -R go= <data folder>\`.`,
          `D’autres peuvent lire ou écrire ${files.open.join(', ')} : \`chmod -R go= <dossier de données>\`.`,
        );
      if (files.oldCopies.length > 0)
        return fail(
          `Copies are older than the site keeps its days: delete ${files.oldCopies.join(', ')}.`,
          `Des copies dépassent la durée de conservation : supprimez ${files.oldCopies.join(', ')}.`,
        );
      if (backupDays === null)
        return unknown(
          'Files are closed to others; how long copies elsewhere are kept is not stated: `--backups 90d`, or 0d for none.',
          'Les fichiers sont fermés aux autres ; la durée des copies externes n’est pas déclarée : `--backups 90d`, ou 0d sans copie.',
        );
      if (retentionMonths !== null && backupDays > retentionMonths * MONTH_DAYS)
        return fail(
          `Copies are kept for ${backupDays} days, longer than the site keeps its days: delete them earlier.`,
          `Les copies sont conservées ${backupDays} jours, plus longtemps que les données : supprimez-les plus tôt.`,
        );
      return pass(
        `Files are closed to others; declared: copies are kept for ${backupDays} days.`,
        `Fichiers fermés aux autres ; déclaré : copies conservées ${backupDays} jours.`,
      );
    },
  },
  {
    id: 'S-04',
    severity: 'should',
    scope: 'all',
    title: say('The country where data are stored is stated.', 'Le pays d’hébergement des données est déclaré.'),
    source: 'GDPR art. 13(1)(f), 30(1)(e), 44',
    check: ({ site: { hostingCountry } }) =>
      hostingCountry === null
        ? unknown('State it with `--hosting-country <ISO country>`.', 'Déclarez-le par `--hosting-country <pays ISO>`.')
        : pass(`Declared: ${hostingCountry}.`, `Déclaré : ${hostingCountry}.`),
  },
  {
    id: 'J-01',
    severity: 'must',
    scope: 'all',
    title: say(
      'Visitors without consent are told apart no further than the law of the country allows.',
      'Les visiteurs sans consentement ne sont pas distingués au-delà de ce que permet le droit du pays.',
    ),
    source: 'docs/how-we-count.md, table of jurisdictions',
    check: ({ site, stored, now }) => {
      const { anonymous, jurisdiction, profile, dateFlag, timezone } = site;
      const rule = ruleFor(jurisdiction);
      const where = jurisdiction ?? '?';
      if (!levelIsAllowed(anonymous, jurisdiction))
        return fail(
          `In ${where} the highest level is ${rule.highest}, not ${anonymous}: \`--anonymous ${rule.highest}\`.`,
          `En ${where}, le niveau maximal est ${rule.highest}, non ${anonymous} : \`--anonymous ${rule.highest}\`.`,
        );
      if (!levelFitsProfile(anonymous, jurisdiction, profile))
        return fail(
          `In ${where} level ${anonymous} needs the profile exempt: \`--profile exempt\`, or \`--anonymous visits\`.`,
          `En ${where}, le niveau ${anonymous} exige le profil exempt : \`--profile exempt\`, ou \`--anonymous visits\`.`,
        );
      if (dateFlag && !rule.dateFlag)
        return fail(
          `In ${where} devices may not keep a date before consent: \`--date-flag off\`.`,
          `En ${where}, l’appareil ne peut garder de date avant consentement : \`--date-flag off\`.`,
        );
      const yesterday = dayAt(now, timezone).day - 1;
      const { newestLevel, newestDateFlag } = stored;
      const isLevelOver =
        newestLevel !== null && newestLevel.day >= yesterday && !levelIsAllowed(newestLevel.level, jurisdiction);
      const isFlagOver = newestDateFlag !== null && newestDateFlag > yesterday && !rule.dateFlag;
      if (isLevelOver || isFlagOver)
        return fail(
          `${dateOf(newestLevel?.day ?? yesterday)} was counted beyond what ${where} allows: was the setting lowered since? Then run the audit again in two days.`,
          `Le ${dateOf(newestLevel?.day ?? yesterday)} a été compté au-delà de ce que ${where} permet : réglage abaissé depuis ? Alors relancez l’audit dans deux jours.`,
        );
      return jurisdiction === null
        ? unknown(
            'Nobody has said which country’s law applies: `--jurisdiction <ISO country>`.',
            'Personne n’a indiqué le droit applicable : `--jurisdiction <pays ISO>`.',
          )
        : pass(
            `${jurisdiction}: level ${anonymous}, profile ${profile}; the highest allowed is ${rule.highest}.`,
            `${jurisdiction} : niveau ${anonymous}, profil ${profile} ; maximum permis ${rule.highest}.`,
          );
    },
  },
  {
    id: 'J-02',
    severity: 'must',
    scope: 'all',
    title: say(
      'No text claims a certification or validation by an authority.',
      'Aucun texte ne prétend à une certification ou validation par une autorité.',
    ),
    source: 'French consumer code L121-4; the list of approved tools is closed',
    check: ({ client: { claims } }) =>
      claims.length === 0
        ? pass(
            'Every script and page that is served was searched.',
            'Tous les scripts et pages servis ont été fouillés.',
          )
        : fail(`Take the claim out of: ${claims.join(', ')}.`, `Retirez cette affirmation de : ${claims.join(', ')}.`),
  },
  {
    id: 'X-01',
    severity: 'should',
    scope: 'all',
    title: say(
      'Where anybody may see figures, they are rounded and small cells hidden, and no filter is finer than a page.',
      'Là où tous peuvent voir les chiffres, ils sont arrondis, les petites cellules masquées, et aucun filtre n’est plus fin qu’une page.',
    ),
    source: 'WP29 opinion 05/2014 on anonymisation',
    check: ({ service: { publicPages }, rehearsal: { shownInPublic } }) => {
      if (publicPages === 0)
        return notApplicable(
          'Nobody sees figures without a sign-in or a key.',
          'Personne ne voit de chiffres sans connexion ni clé.',
        );
      const rounding = isRounded(shownInPublic)
        ? pass(
            'A made-up answer was rounded and its small cells hidden.',
            'Une réponse fictive a été arrondie et ses petites cellules masquées.',
          )
        : fail(
            'Public figures are not rounded: report this as a fault.',
            'Les chiffres publics ne sont pas arrondis : signalez ce défaut.',
          );
      return worst(
        rounding,
        hidesSmall(shownInPublic)
          ? rounding
          : fail(
              'Public pages show small cells: report this as a fault.',
              'Des pages publiques montrent de petites cellules : signalez ce défaut.',
            ),
      );
    },
  },
];
