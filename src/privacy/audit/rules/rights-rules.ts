/** what visitors can do, and what the controller can show. */
import { isHashLevel } from '../../../domain/levels.ts';
import { type AuditRule, fail, notApplicable, pass, unknown } from '../rule.ts';
import { say } from '../words.ts';

const YEAR_MS = 366 * 86_400_000;
/** 13 months at their longest. */
const OBJECTION_DAYS = 397;

export const RIGHTS_RULES: readonly AuditRule[] = [
  {
    id: 'R-01',
    severity: 'must',
    scope: 'all',
    title: say(
      'Visitors can object without JavaScript and without being recognised; it is remembered for 13 months, and they are not counted at all.',
      'Les visiteurs peuvent s’opposer sans JavaScript et sans être reconnus ; c’est retenu 13 mois et ils ne sont plus comptés.',
    ),
    source: 'GDPR art. 21; CNIL, guidelines on trackers (2020)',
    check: ({ rights: { objection, setUp } }) => {
      const faults = [
        ...(objection.worksWithoutScript ? [] : ['needs JavaScript']),
        ...(new Set(objection.marks).size === 1 ? [] : ['marks each browser differently']),
        ...(objection.rememberedDays <= OBJECTION_DAYS && objection.rememberedDays >= 365
          ? []
          : ['is not remembered for 13 months']),
        ...(objection.isCountedAfterwards ? ['does not end the counting'] : []),
      ];
      if (faults.length > 0)
        return fail(
          `The objection ${faults.join(', ')}: report this as a fault.`,
          `L’opposition est défaillante (${faults.join(', ')}) : signalez ce défaut.`,
        );
      if (setUp === 'foreign')
        return unknown(
          'It works under the site’s own host or domain; PASSANT_BASE_URL is of another one, which the mark does not reach. Let pages reach the service by their own host (docs/proxies.md).',
          'Elle fonctionne sous l’hôte ou le domaine du site ; PASSANT_BASE_URL est d’un autre, que la marque n’atteint pas. Servez le collecteur sous l’hôte des pages (docs/proxies.md).',
        );
      return setUp === null
        ? unknown(
            'It works; whether messages go to the site’s own domain is not known: set PASSANT_BASE_URL.',
            'Elle fonctionne ; on ignore si les messages vont vers le domaine du site : définissez PASSANT_BASE_URL.',
          )
        : pass('Tried: it works.', 'Essayée : elle fonctionne.');
    },
  },
  {
    id: 'R-02',
    severity: 'must',
    scope: 'all',
    title: say('The notice to visitors is complete.', 'L’information des visiteurs est complète.'),
    source: 'GDPR art. 13',
    check: ({ rights: { noticeLacks }, site: { controller, contact } }) => {
      const undeclared = [...(controller === null ? ['--controller'] : []), ...(contact === null ? ['--contact'] : [])];
      if (undeclared.length > 0)
        return unknown(
          `Visitors cannot be told who is responsible before it is stated: \`passant site set\` with ${undeclared.join(' and ')}.`,
          `Les visiteurs ne peuvent savoir qui est responsable avant déclaration : \`passant site set\` avec ${undeclared.join(' et ')}.`,
        );
      return noticeLacks.length === 0
        ? pass('The page says all that it must.', 'La page dit tout ce qu’elle doit.')
        : fail(`The page lacks: ${noticeLacks.join(', ')}.`, `Il manque à la page : ${noticeLacks.join(', ')}.`);
    },
  },
  {
    id: 'R-03',
    severity: 'must',
    scope: 'consent',
    title: say(
      'Visitors who consented can see, download and erase what is known of them, and nothing is left.',
      'Les visiteurs consentants peuvent voir, télécharger et effacer ce qui est connu d’eux, et rien ne subsiste.',
    ),
    source: 'GDPR art. 15, 17, 20',
    check: ({ rights: { exercise } }) => {
      const { sees, downloads, erases, left } = exercise;
      const failed = [...(sees ? [] : ['see']), ...(downloads ? [] : ['download']), ...(erases ? [] : ['erase'])];
      if (failed.length > 0 || left > 0)
        return fail(
          `A visitor made for the audit could not ${failed.join(', ') || 'be erased whole'} (${left} rows left): report this as a fault.`,
          `Un visiteur d’essai n’a pas pu exercer : ${failed.join(', ') || 'effacement complet'} (${left} lignes restantes). Signalez ce défaut.`,
        );
      return pass('Tried with a visitor made for the audit.', 'Essayé avec un visiteur créé pour l’audit.');
    },
  },
  {
    id: 'R-04',
    severity: 'should',
    scope: 'consent',
    title: say(
      'Withdrawing consent also erases what was counted of the visitor.',
      'Le retrait du consentement efface aussi ce qui a été compté du visiteur.',
    ),
    source: 'GDPR art. 7(3), 17(1)(b)',
    check: ({ rights: { withdrawalErases } }) => {
      return withdrawalErases
        ? pass('Tried: it does.', 'Essayé : c’est le cas.')
        : fail(
            'Withdrawing leaves the visitor’s rows: report this as a fault.',
            'Le retrait laisse les lignes du visiteur : signalez ce défaut.',
          );
    },
  },
  {
    id: 'R-05',
    severity: 'should',
    scope: 'all',
    title: say(
      'The record of processing is exported within the year.',
      'Le registre des traitements a été exporté dans l’année.',
    ),
    source: 'GDPR art. 30',
    check: ({ stored: { recordExportedAt }, now }) => {
      if (recordExportedAt !== null && now - recordExportedAt <= YEAR_MS)
        return pass(
          `Exported on ${new Date(recordExportedAt).toISOString().slice(0, 10)}.`,
          `Exporté le ${new Date(recordExportedAt).toISOString().slice(0, 10)}.`,
        );
      return fail(
        'It was not exported within the year: `passant audit --record <file>`.',
        'Il n’a pas été exporté dans l’année : `passant audit --record <fichier>`.',
      );
    },
  },
  {
    id: 'R-06',
    severity: 'should',
    scope: 'all',
    title: say(
      'Where visitors without consent are told apart within a day, the analysis of it is referenced.',
      'Si les visiteurs sans consentement sont distingués au sein d’un jour, l’analyse correspondante est référencée.',
    ),
    source: 'GDPR art. 6(1)(f), 35; WP29 opinion 05/2014 on anonymisation',
    check: ({ site: { anonymous, analysis } }) => {
      if (!isHashLevel(anonymous))
        return notApplicable(
          `Level ${anonymous}: nobody is told apart.`,
          `Niveau ${anonymous} : personne n’est distingué.`,
        );
      return analysis === null
        ? unknown(
            `Level ${anonymous}: state where the analysis lies with \`--analysis <reference>\`.`,
            `Niveau ${anonymous} : indiquez où se trouve l’analyse par \`--analysis <référence>\`.`,
          )
        : pass(`Referenced: ${analysis}.`, `Référencée : ${analysis}.`);
    },
  },
];
