/** The dated report of an audit, to be handed to a data-protection officer. */

import { escapeHtml } from '../../lib/escape-html.ts';
import { AUDIT_RULES } from './all-rules.ts';
import { pageOf } from './html-page.ts';
import type { ReportedSetting } from './report-texts.ts';
import { GROUP_WORDS, REPORT_WORDS, RESULT_WORDS, SCOPE_WORDS, SETTING_WORDS, SEVERITY_WORDS } from './report-texts.ts';
import { RESULTS } from './rule.ts';
import { type AuditedRule, type AuditReport, hasFailed } from './run-audit.ts';
import { type ReportLanguage, say } from './words.ts';

export function reportAsHtml(report: AuditReport, language: ReportLanguage): string {
  const word = (key: keyof typeof REPORT_WORDS) => REPORT_WORDS[key][language];
  const date = new Date(report.at).toISOString().slice(0, 16).replace('T', ' ');
  const isBroken = hasFailed(report);
  const toDo = report.rules.filter(({ result }) => result === 'fail' || result === 'unknown');
  const worstFirst = [...toDo].sort((a, b) => rankOf(a) - rankOf(b));
  return pageOf(
    { language, title: `${word('title')}: ${report.site}` },
    `<header><p class="eyebrow">${word('title')}</p><h1>${escapeHtml(report.site)}</h1>
<p>${word('written')} ${date} UTC · Passant ${escapeHtml(report.version)}, ${word(report.isServing ? 'served' : 'alone')}</p></header>
<p class="verdict" data-result="${isBroken ? 'fail' : 'pass'}">${word(isBroken ? 'broken' : 'holds')}${openOf(report, language)}</p>
${countsOf(report, language)}
<h2>${word('settings')}</h2>
${settingsOf(report, language)}
<h2>${word('toDo')}</h2>
${toDo.length === 0 ? `<p>${word('nothingToDo')}</p>` : tableOf(worstFirst, language)}
${groupsOf(report, language)}
<footer><p>${word('foot')}</p></footer>`,
  );
}

/** A rule that nothing has shown is no rule that holds. */
function openOf({ rules }: AuditReport, language: ReportLanguage): string {
  const open = rules.filter(({ severity, result }) => severity === 'must' && result === 'unknown').length;
  const words = say(
    ` Of those that must hold, ${open} are unknown.`,
    ` Parmi les règles obligatoires, ${open} restent inconnues.`,
  );
  return open === 0 ? '' : words[language];
}

/** What must hold and does not comes first, what is worth knowing last. */
function rankOf({ severity, result }: AuditedRule): number {
  return ['must', 'should', 'info'].indexOf(severity) * 2 + (result === 'fail' ? 0 : 1);
}

function countsOf({ rules }: AuditReport, language: ReportLanguage): string {
  const items = RESULTS.map((result) => {
    const count = rules.filter((rule) => rule.result === result).length;
    return `<li><strong>${count}</strong>${RESULT_WORDS[result][language]}</li>`;
  });
  return `<ul class="counts">${items.join('')}</ul>`;
}

function settingsOf({ settings }: AuditReport, language: ReportLanguage): string {
  const none = say('not declared', 'non déclaré')[language];
  const textOf = (setting: AuditReport['settings'][ReportedSetting]) =>
    setting === null || typeof setting === 'string' ? setting : setting[language];
  const rows = (Object.keys(SETTING_WORDS) as ReportedSetting[]).map(
    (name) => `<dt>${SETTING_WORDS[name][language]}</dt><dd>${escapeHtml(textOf(settings[name]) ?? none)}</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}

function groupsOf({ rules }: AuditReport, language: ReportLanguage): string {
  return Object.entries(GROUP_WORDS)
    .map(([letter, words]) => {
      const own = rules.filter(({ id }) => id.startsWith(letter));
      return `<h2>${words[language]}</h2>\n${tableOf(own, language)}`;
    })
    .join('\n');
}

function tableOf(rules: readonly AuditedRule[], language: ReportLanguage): string {
  const head = (['rule', 'found', 'result'] as const).map(
    (key) => `<th scope="col">${REPORT_WORDS[key][language]}</th>`,
  );
  return `<table class="rules"><thead><tr>${head.join('')}</tr></thead><tbody>${rules.map((rule) => rowOf(rule, language)).join('')}</tbody></table>`;
}

function rowOf({ id, severity, scope, result, message }: AuditedRule, language: ReportLanguage): string {
  const rule = AUDIT_RULES.find((each) => each.id === id);
  const kind = `${SEVERITY_WORDS[severity][language]} · ${SCOPE_WORDS[scope][language]} · ${rule?.source ?? ''}`;
  return `<tr><th scope="row">${id}</th><td><p>${escapeHtml(rule?.title[language] ?? '')}</p><p class="found">${withCode(message[language])}</p><p class="source">${escapeHtml(kind)}</p></td><td class="result" data-result="${result}">${RESULT_WORDS[result][language]}</td></tr>`;
}

/** Commands stand between backquotes. */
function withCode(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
