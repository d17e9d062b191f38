/** C-01 to C-12: how consent is asked for, kept, and taken back. */
import type { AuditFacts } from '../facts.ts';
import { isProven } from '../proven.ts';
import { type AuditRule, fail, pass, type Severity, unknown, type Verdict, worst } from '../rule.ts';
import { say, type Words } from '../words.ts';

const CONSENT = 'GDPR art. 4(11), 7; ePrivacy directive art. 5(3); CNIL, recommendation on trackers (2020)';

export const CONSENT_RULES: readonly AuditRule[] = [
  rule(
    'C-01',
    'must',
    say('No identifier without an affirmative act of the visitor.', 'Aucun identifiant sans acte positif du visiteur.'),
    (facts) => {
      const { identifiedWithoutYes } = facts.rehearsal;
      if (identifiedWithoutYes.length > 0)
        return fail(
          `Counted by an identifier without a yes: ${identifiedWithoutYes.join(', ')}. Report this as a fault.`,
          `Comptés par un identifiant sans accord : ${identifiedWithoutYes.join(', ')}. Signalez ce défaut.`,
        );
      return isProven(facts, 'C-01');
    },
  ),
  proven(
    'C-02',
    'must',
    say(
      'Withdrawing deletes the identifier on the device at once.',
      'Le retrait supprime immédiatement l’identifiant de l’appareil.',
    ),
  ),
  proven(
    'C-03',
    'must',
    say(
      'Withdrawing takes no more clicks than consenting.',
      'Retirer son consentement ne demande pas plus de clics que le donner.',
    ),
  ),
  proven(
    'C-04',
    'should',
    say(
      'The choice is remembered for six months, a refusal as long as a yes.',
      'Le choix est retenu six mois, le refus aussi longtemps que l’accord.',
    ),
  ),
  proven(
    'C-05',
    'must',
    say(
      'Accepting and refusing are equal: same element, place, size, contrast and number of clicks.',
      'Accepter et refuser sont équivalents : même élément, emplacement, taille, contraste et nombre de clics.',
    ),
  ),
  proven(
    'C-06',
    'must',
    say('Escape and closing the banner refuse.', 'Échap et la fermeture de la bannière valent refus.'),
  ),
  proven(
    'C-07',
    'must',
    say(
      'The purposes stand before the buttons, and the version of the text is kept with the answer.',
      'Les finalités précèdent les boutons, et la version du texte est conservée avec la réponse.',
    ),
  ),
  rule(
    'C-08',
    'must',
    say(
      'For every identifier that is stored there is a receipt of the consent.',
      'Pour chaque identifiant enregistré existe une preuve du consentement.',
    ),
    ({ stored: { visitors } }) => {
      if (visitors.count === 0) return pass('No identifier is stored.', 'Aucun identifiant n’est enregistré.');
      const { count, withoutReceipt, importedWithoutReceipt } = visitors;
      if (withoutReceipt > 0)
        return fail(
          `${withoutReceipt} of ${count} stored identifiers have none: does another consent tool not report its yes (\`passant.consent('granted')\`)? Keep that tool’s own proof.`,
          `${withoutReceipt} des ${count} identifiants enregistrés n’en ont pas : un autre outil ne signale-t-il pas l’accord (\`passant.consent('granted')\`) ? Conservez la preuve de cet outil.`,
        );
      return importedWithoutReceipt === 0
        ? pass(
            `Each of the ${count} stored identifiers has one.`,
            `Chacun des ${count} identifiants enregistrés en a une.`,
          )
        : unknown(
            `${importedWithoutReceipt} of ${count} stored identifiers have none and are as old as imported events, which bring no receipts: keep the proof where they came from.`,
            `${importedWithoutReceipt} des ${count} identifiants enregistrés n’en ont pas et datent des événements importés, qui n’en apportent aucune : conservez la preuve à leur source.`,
          );
    },
  ),
  rule(
    'C-09',
    'must',
    say('Of refusals only the number is kept.', 'Des refus, seul le nombre est conservé.'),
    ({ stored: { countersOfPersons } }) =>
      countersOfPersons.length === 0
        ? pass(
            'They are counters of days; no column tells a person.',
            'Ce sont des compteurs par jour ; aucune colonne ne désigne une personne.',
          )
        : fail(
            `Counters of refusals have columns that can tell a person: ${countersOfPersons.join(', ')}. Report this as a fault.`,
            `Des compteurs de refus ont des colonnes désignant une personne : ${countersOfPersons.join(', ')}. Signalez ce défaut.`,
          ),
  ),
  proven('C-10', 'should', say('A new version of the text asks again.', 'Une nouvelle version du texte redemande.')),
  rule(
    'C-11',
    'should',
    say(
      'Global Privacy Control and Do Not Track are heard: no identifier without an explicit yes on this site.',
      'Global Privacy Control et Do Not Track sont respectés : aucun identifiant sans accord explicite sur ce site.',
    ),
    ({ rehearsal, site }) => {
      if (rehearsal.signal === 'identified')
        return fail(
          'A visitor who sends a signal was identified without a yes: report this as a fault.',
          'Un visiteur émettant un signal a été identifié sans accord : signalez ce défaut.',
        );
      if (site.signals === 'ignore')
        return fail(
          'The site ignores these signals: set `--signals anonymous`, or `exclude` to count such visitors not at all.',
          'Le site ignore ces signaux : `--signals anonymous`, ou `exclude` pour ne pas compter ces visiteurs.',
        );
      return rehearsal.signal === 'dropped'
        ? pass('Such visitors are not counted at all.', 'Ces visiteurs ne sont pas comptés du tout.')
        : pass('Such visitors are counted without identifier.', 'Ces visiteurs sont comptés sans identifiant.');
    },
  ),
  rule(
    'C-12',
    'must',
    say(
      'No identifier is made while a page is loaded in advance, or in a frame of another site.',
      'Aucun identifiant lors d’un préchargement ou dans un cadre d’un autre site.',
    ),
    (facts) =>
      worst(
        isProven(facts, 'C-12'),
        facts.rehearsal.prefetched === null
          ? fail(
              'A page that a browser had loaded in advance was counted: report this as a fault.',
              'Une page préchargée a été comptée : signalez ce défaut.',
            )
          : pass('', ''),
      ),
  ),
];

function rule(id: string, severity: Severity, title: Words, check: (facts: AuditFacts) => Verdict): AuditRule {
  return { id, severity, scope: 'consent', title, source: CONSENT, check };
}

/** A rule that only a browser can show. */
function proven(id: string, severity: Severity, title: Words): AuditRule {
  return rule(id, severity, title, (facts) => isProven(facts, id));
}
