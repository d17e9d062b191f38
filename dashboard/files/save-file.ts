/** Hands a file to the browser, under a name that every system can keep. */
import { type Cell, writeCsv } from './write-csv.ts';

const LONGEST_PART = 60;
/** Long enough for any browser to have begun. */
const FORGET_MS = 60_000;

/** `passant-shop.example-sources-2026-03-01.csv`: letters, digits, points and hyphens only. @param ending without its point */
export function fileName(parts: readonly string[], ending: string): string {
  const safe = ['passant', ...parts]
    .map((part) =>
      part
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9.]+/g, '-')
        .replaceAll(/\.{2,}/g, '.')
        .replaceAll(/^[.-]+|[.-]+$/g, '')
        .slice(0, LONGEST_PART),
    )
    .filter((part) => part !== '');
  return `${safe.join('-')}.${ending}`;
}

/** What a file's name says of its days: the first and the last, and one of them where they are the same. */
export function spanOf(days: { first: string; last: string } | null): readonly string[] {
  if (days === null) return [];
  return days.first === days.last ? [days.first] : [days.first, days.last];
}

export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FORGET_MS);
}

/** @param parts of its name, as `fileName` takes them  @param rows the heads of the columns are the first */
export function saveCsv(parts: readonly string[], rows: readonly (readonly Cell[])[]): void {
  saveFile(fileName(parts, 'csv'), new Blob([writeCsv(rows)], { type: 'text/csv;charset=utf-8' }));
}
