/** The frame of a document that is handed over: one file without scripts, ready to be printed. */
import { escapeHtml } from '../../lib/escape-html.ts';
import type { ReportLanguage } from './words.ts';

/** @param body HTML */
export function pageOf({ language, title }: { language: ReportLanguage; title: string }, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLES}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const STYLES = `
:root { color-scheme: light dark; --ink: #1c2321; --quiet: #55605c; --paper: #fff; --line: #d9dfdc; --band: #f3f6f4;
  --pass: #1b6b45; --fail: #a3261c; --unknown: #7a5200; --none: #55605c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ecea; --quiet: #a3aeaa; --paper: #141917; --line: #333c38; --band: #1c2320;
  --pass: #6fcf9b; --fail: #ff9a8f; --unknown: #eec06a; --none: #a3aeaa; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.2rem; }
p { margin: .5rem 0; }
.eyebrow { margin: 0 0 .25rem; color: var(--quiet); font-weight: 600; letter-spacing: .02em; }
header p { color: var(--quiet); }
.verdict { margin: 1.5rem 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-inline-start: .4rem solid var(--pass);
  border-radius: .4rem; background: var(--band); font-size: 1.1rem; }
.verdict[data-result="fail"] { border-inline-start-color: var(--fail); }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0; padding: 0; list-style: none; }
.counts li { flex: 1 1 8rem; padding: .6rem .9rem; border: 1px solid var(--line); border-radius: .4rem; color: var(--quiet); }
.counts strong { display: block; color: var(--ink); font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .6rem .75rem .6rem 0; border-block-start: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { border: 0; color: var(--quiet); font-size: .85rem; }
tbody th { white-space: nowrap; }
.record tbody th { width: 30%; white-space: normal; }
.open td { color: var(--unknown); }
td p { margin: 0 0 .25rem; }
.found { color: var(--quiet); overflow-wrap: anywhere; }
.source { color: var(--quiet); font-size: .85rem; }
.result { font-weight: 600; white-space: nowrap; }
.result[data-result="pass"] { color: var(--pass); }
.result[data-result="fail"] { color: var(--fail); }
.result[data-result="unknown"] { color: var(--unknown); }
.result[data-result="not-applicable"] { color: var(--none); font-weight: 400; }
footer { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); color: var(--quiet); font-size: .9rem; }
@media (max-width: 40rem) { table.rules, .rules tbody, .rules tr, .rules th, .rules td { display: block; } .rules thead { display: none; }
  .rules tr { padding: .75rem 0; border-block-start: 1px solid var(--line); } .rules th, .rules td { padding: 0 0 .25rem; border: 0; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-block-end: .6rem; } }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --paper: #fff; --line: #bbb; --band: #fff; --pass: #14532d; --fail: #8b1a12;
  --unknown: #6b4700; --none: #444; } body { font-size: 10pt; } main { max-width: none; padding: 0; } tr, .verdict { break-inside: avoid; }
  h2 { break-after: avoid; } thead { display: table-header-group; } @page { margin: 16mm; } }
`;
