/** Tables as comma-separated values that spreadsheets read, and that do nothing there. */

export type Cell = string | number | null;

/** A spreadsheet takes a text that begins so for a formula; an apostrophe before it makes it a text (docs/api.md). */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;
const NEWLINE = '\r\n';
/** By this mark spreadsheets know that it is UTF-8. */
const MARK = '\uFEFF';

/** RFC 4180. @param rows texts, and numbers that stay numbers even when they are negative; a figure that is not known is null, and empty */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `${MARK}${rows.map((cells) => `${cells.map(writeCell).join(',')}${NEWLINE}`).join('')}`;
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
