/** Prints what was measured as tables for people. */
import type { ColumnBytes } from './disk.ts';
import type { Growth } from './measure-growth.ts';
import type { PrintedRow } from './report.ts';

const LARGEST_COLUMNS = 16;

export interface Report {
  bench: 'query';
  machine: string;
  rows: PrintedRow[];
  growth: Growth[];
  facts: Record<string, unknown>;
}

export function printReport({ machine, rows, growth, facts }: Report, columns: readonly ColumnBytes[]): void {
  console.log(`query: a year of one site beside DuckDB and plain rows in SQLite; milliseconds, medians\n${machine}\n`);
  const names = [...new Set(rows.flatMap(({ others }) => Object.keys(others)))];
  printTable([
    ['question', 'ours', ...names, ...names.map((name) => `ours/${name}`), 'missed', 'duckdb reads'],
    ...rows.map(({ case: name, ours, others, ratio, forms, missed }) => [
      ...[name, String(ours)],
      ...names.map((other) => String(others[other] ?? '')),
      ...names.map((other) => String(ratio[other] ?? '')),
      missed.length === 0 ? '' : `**${missed.join('; ')}**`,
      forms.duckdb ?? '',
    ]),
  ]);
  if (growth.length > 1) {
    const cases = Object.keys(growth[0]?.ms ?? {});
    printTable([
      ['pageviews', 'bytes/pageview', 'peak memory MiB', ...cases],
      ...growth.map((each) => [
        ...[each.pageviews, each.bytes_per_pageview, each.peak_rss_mb].map(String),
        ...cases.map((name) => String(each.ms[name] ?? '')),
      ]),
    ]);
  }
  const sum = columns.reduce((bytes, column) => bytes + column.bytes, 0);
  printTable([
    ['largest columns', 'bytes', 'of all'],
    ...columns
      .slice(0, LARGEST_COLUMNS)
      .map(({ column, bytes }) => [column, String(bytes), `${((100 * bytes) / sum).toFixed(1)} %`]),
  ]);
  const missed = rows.filter((row) => row.missed.length > 0).length;
  printTable([
    ['fact', ''],
    ...Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    ['rows that miss a line', `${missed} of ${rows.length}`],
  ]);
}

/** As Markdown, so that it can stand in bench/results. */
function printTable([head = [], ...rows]: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  console.log(`${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`);
}
