/** The rows of one table of open data: asked as anybody may ask, of days and months that are over. */
import { dateOf, dayAt } from '../../lib/calendar.ts';
import { answerQuery, type QueryContext } from '../answer-query.ts';
import { MOST_ROWS } from '../parse-query.ts';
import type { OpenTable } from './tables.ts';

export type Cell = string | number | boolean | null;

/** @returns rows in the order of the table's columns: days the oldest first, months the newest first, 10 000 at most */
export async function readOpenTable(
  { name, dimensions, metrics }: OpenTable,
  context: Omit<QueryContext, 'audience'>,
): Promise<Cell[][]> {
  const { site, executor, now } = context;
  const first = await executor.firstDay(site.id);
  const range = first === null ? null : rangeOf(name, first, dayAt(now, site.timezone).day);
  if (range === null) return [];
  const body = {
    ...{ site_id: site.domain, metrics, dimensions, date_range: range, include: { time_labels: true } },
    order_by:
      name === 'days'
        ? [[dimensions[0], 'asc']]
        : [
            [dimensions[0], 'desc'],
            [metrics[0], 'desc'],
          ],
    pagination: { limit: MOST_ROWS },
  };
  const { results, meta } = await answerQuery(body, { ...context, audience: 'public' });
  const rows = results.map((row): Cell[] => [...row.dimensions, ...row.metrics.map(toCell), row.hidden !== undefined]);
  if (name !== 'days') return rows.map(([month, ...row]) => [String(month).slice(0, 7), ...row.slice(0, -1)]);
  const known = new Map(rows.map((row) => [row[0], row]));
  return (meta.time_labels ?? []).map((label) => known.get(label) ?? [label, ...metrics.map(() => 0), false]);
}

/** @returns the dates of the first and the last day; null when none is over */
function rangeOf(name: OpenTable['name'], first: number, today: number): [string, string] | null {
  const last = name === 'days' ? today - 1 : today - Number(dateOf(today).slice(8));
  return last < first ? null : [dateOf(first), dateOf(last)];
}

function toCell(value: unknown): Cell {
  return typeof value === 'number' ? value : null;
}
