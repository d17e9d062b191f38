/** A mail from its parts: the same words as plain text and as HTML, which loads nothing from anywhere and tells nobody that it was read. */
import { escapeHtml } from '../lib/escape-html.ts';
import type { Mail, MailLanguage } from './ports.ts';

export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** Less important, at the end. */
  | { kind: 'small'; text: string }
  | { kind: 'link'; text: string; url: string }
  /** The first column is of words, the others are of figures. */
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };

export interface Letter {
  subject: string;
  language: MailLanguage;
  parts: readonly Part[];
  unsubscribeUrl?: string;
}

export function composeMail(to: string, { subject, language, parts, unsubscribeUrl = undefined }: Letter): Mail {
  const line = oneLine(subject);
  return {
    to,
    subject: line,
    text: `${parts.map(partToText).join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
      `<title>${escapeHtml(line)}</title></head>`,
      '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif"><div style="max-width:36em;margin:0 auto">',
      ...parts.map(partToHtml),
      '</div></body></html>',
    ].join('\n'),
    unsubscribeUrl: unsubscribeUrl ?? null,
  };
}

/** Names of sites and pages come from outside: what would end the line or turn it round becomes a space. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

function partToText(part: Part): string {
  if (part.kind === 'link') return `${oneLine(part.text)}\n${part.url}`;
  if (part.kind === 'table') return tableToText(part.head, part.rows);
  if (part.kind === 'heading') return `${oneLine(part.text)}\n${'-'.repeat(Math.min(60, oneLine(part.text).length))}`;
  return oneLine(part.text);
}

/** Columns stand below each other where the font lets them. */
function tableToText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(oneLine));
  const widths = head.map((_, column) => Math.min(40, Math.max(...lines.map((row) => (row[column] ?? '').length))));
  const lineOf = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return lines.map(lineOf).join('\n');
}

function partToHtml(part: Part): string {
  if (part.kind === 'table') return tableToHtml(part.head, part.rows);
  const text = escapeHtml(oneLine(part.text));
  if (part.kind === 'heading') return `<h2 style="font-size:18px;margin:1.5em 0 0.5em">${text}</h2>`;
  if (part.kind === 'small') return `<p style="font-size:14px;opacity:0.75">${text}</p>`;
  if (part.kind === 'text') return `<p>${text}</p>`;
  // The address is shown too: whoever reads it can see where it goes before following it.
  const url = escapeHtml(part.url);
  return `<p><a href="${url}">${text}</a><br><span style="font-size:14px;word-break:break-all">${url}</span></p>`;
}

function tableToHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const align = (column: number) => `text-align:${column === 0 ? 'start' : 'end'}`;
  const cell = (tag: string, column: number, text: string) =>
    `<${tag} style="${align(column)};padding:4px 8px;border-bottom:1px solid #8886;overflow-wrap:anywhere">${escapeHtml(oneLine(text))}</${tag}>`;
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((text, column) => cell(tag, column, text)).join('')}</tr>`;
  return [
    '<table style="border-collapse:collapse;width:100%;margin-top:24px;font-variant-numeric:tabular-nums">',
    `<thead>${row(head, 'th')}</thead><tbody>`,
    ...rows.map((cells) => row(cells, 'td')),
    '</tbody></table>',
  ].join('');
}
