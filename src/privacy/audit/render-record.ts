/** The record of processing as a page, as Markdown and as JSON. */
import { escapeHtml } from '../../lib/escape-html.ts';
import { pageOf } from './html-page.ts';
import type { RecordOfProcessing } from './record-of-processing.ts';
import { type ReportLanguage, say } from './words.ts';

const TITLE = say('Record of processing', 'Registre des traitements');
const WRITTEN = say('Written by Passant', 'Écrit par Passant');

/** Plain JSON in one language. */
export function recordAsJson({ entries, site, at, version }: RecordOfProcessing, language: ReportLanguage): object {
  return {
    ...{ site, date: new Date(at).toISOString(), version },
    entries: entries.map(({ key, title, content, isOpen }) => ({
      ...{ key, title: title[language] },
      content: isOpen ? null : content[language],
    })),
  };
}

export function recordAsMarkdown({ entries, site, at, version }: RecordOfProcessing, language: ReportLanguage): string {
  const rows = entries.map(({ title, content }) => `| ${cell(title[language])} | ${cell(content[language])} |`);
  return [
    `# ${TITLE[language]}: ${site}`,
    '',
    `${WRITTEN[language]} ${version}, ${new Date(at).toISOString().slice(0, 10)} (RGPD/GDPR art. 30).`,
    '',
    '| | |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
}

export function recordAsHtml({ entries, site, at, version }: RecordOfProcessing, language: ReportLanguage): string {
  const rows = entries.map(
    ({ title, content, isOpen }) =>
      `<tr${isOpen ? ' class="open"' : ''}><th scope="row">${escapeHtml(title[language])}</th><td>${escapeHtml(content[language])}</td></tr>`,
  );
  const about = `${WRITTEN[language]} ${version}, ${new Date(at).toISOString().slice(0, 10)} · RGPD/GDPR art. 30`;
  return pageOf(
    { language, title: `${TITLE[language]}: ${site}` },
    `<header><p class="eyebrow">${TITLE[language]}</p><h1>${escapeHtml(site)}</h1><p>${about}</p></header>
<table class="record"><tbody>${rows.join('')}</tbody></table>`,
  );
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
