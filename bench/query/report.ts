/** A measured row, and which lines of the acceptance it misses. */
import type { Question } from './questions.ts';
import { roundMs } from './timing.ts';

export interface Row {
  case: string;
  kind: Question['kind'] | 'screen' | 'estimate' | 'cold' | 'beacons';
  /** How many filters there are. */
  conditions: number;
  /** Milliseconds. */
  ours: number;
  others: Readonly<Record<string, number>>;
  /** How each of the others was asked. */
  forms: Readonly<Record<string, string>>;
}

export interface PrintedRow {
  case: string;
  unit: 'ms';
  ours: number;
  others: Record<string, number>;
  ratio: Record<string, number>;
  forms: Readonly<Record<string, string>>;
  /** Lines that are not kept; empty when all are. */
  missed: string[];
}

/** Most milliseconds by kind, at ten million pageviews. */
const MOST_MS: Partial<Record<Row['kind'], number>> = { panel: 100, pages: 300, filtered: 200, screen: 600, cold: 500 };
/** Where DuckDB takes this long it has to be beaten by more. */
const LONG_MS = 1_000;
const [TIMES_FASTER_LONG, TIMES_FASTER] = [5, 2];
const MOST_TIMES_DUCKDB_FILTERED = 1.5;
const SLOW_FOR_SQLITE_MS = 100;
const MOST_TIMES_P99 = 2;

export function toPrinted(row: Row): PrintedRow {
  const entries = Object.entries(row.others);
  return {
    ...{ case: row.case, unit: 'ms', ours: roundMs(row.ours) },
    others: Object.fromEntries(entries.map(([name, ms]) => [name, roundMs(ms)])),
    ratio: Object.fromEntries(entries.map(([name, ms]) => [name, Number((row.ours / ms).toPrecision(2))])),
    ...{ forms: row.forms, missed: missedBy(row) },
  };
}

function missedBy({ kind, conditions, ours, others }: Row): string[] {
  const missed: string[] = [];
  const most = MOST_MS[kind];
  if (most !== undefined && ours > most) missed.push(`over ${most} ms`);
  const { duckdb, 'sqlite rows': sqlite } = others;
  if (duckdb !== undefined && (kind === 'panel' || kind === 'pages')) {
    const times = duckdb > LONG_MS ? TIMES_FASTER_LONG : TIMES_FASTER;
    if (ours * times > duckdb) missed.push(`not ${times} times faster than DuckDB`);
  }
  if (duckdb !== undefined && conditions > 0 && ours > duckdb * MOST_TIMES_DUCKDB_FILTERED)
    missed.push(`slower than ${MOST_TIMES_DUCKDB_FILTERED} times DuckDB`);
  if (sqlite !== undefined && sqlite > SLOW_FOR_SQLITE_MS && ours >= sqlite) missed.push('not faster than SQLite rows');
  const quiet = others['without questions'];
  if (quiet !== undefined && ours > quiet * MOST_TIMES_P99) missed.push(`over ${MOST_TIMES_P99} times the quiet p99`);
  return missed;
}
