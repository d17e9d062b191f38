/** What anybody may ask who has the address of a shared page: little enough that answers cannot be combined until they are of one person. */
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import type { DateRange } from './date-range.ts';
import type { Dimension } from './dimensions.ts';
import { isTimeDimension } from './dimensions.ts';
import { metricRule } from './metrics.ts';
import { parseQuery } from './parse-query.ts';
import type { Filter } from './plan.ts';

/** Conditions of a filter, and dimensions of rows beside time. */
const MOST_CONDITIONS = 3;
const MOST_DIMENSIONS = 2;

/**
 * @param details whether properties of events and revenue are told too
 * @throws AppError `invalid` with one detail per mistake; `forbidden` for what this address does not tell
 */
export function checkPublicQuery(body: unknown, { details }: { details: boolean }): void {
  const { metrics, dimensions, filter, dateRange, include } = parseQuery(body);
  const mistakes: ErrorDetail[] = [];
  const wholeDays = 'Ask a shared page for whole days.';
  if (!isWholeDays(dateRange)) mistakes.push({ path: 'date_range', message: wholeDays });
  // Two windows that a minute sets apart would tell who came in that minute.
  if (include.comparison?.mode === 'custom' && !isWholeDays(include.comparison.dateRange))
    mistakes.push({ path: 'include.comparisons.date_range', message: wholeDays });
  if (dimensions.filter((name) => !isTimeDimension(name)).length > MOST_DIMENSIONS)
    mistakes.push({
      path: 'dimensions',
      message: `Ask a shared page by ${MOST_DIMENSIONS} dimensions at most, and time.`,
    });
  const conditions = readConditions(filter);
  if (conditions === null || conditions.length > MOST_CONDITIONS)
    mistakes.push({
      path: 'filters',
      message: `Give a shared page at most ${MOST_CONDITIONS} conditions, each with is or is_not and one value.`,
    });
  if (mistakes.length > 0)
    throw new AppError('invalid', 'A shared page is not asked like this; see details.', mistakes);
  const names = [...dimensions, ...(conditions ?? []).map(({ dimension }) => dimension)];
  if (!details && (names.some(isDetail) || metrics.some((name) => metricRule(name).needs.includes('revenue'))))
    throw new AppError('forbidden', 'This shared page does not tell properties of events or revenue.');
}

function isWholeDays(range: DateRange): boolean {
  return 'word' in range ? range.word !== '24h' : 'from' in range;
}

/** Conditions that all hold; null for a filter of another form. */
function readConditions(filter: Filter | null): { dimension: Dimension }[] | null {
  if (filter === null) return [];
  if (filter.kind === 'and') {
    const parts = filter.filters.map(readConditions);
    return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
  }
  if (filter.kind !== 'compare' || filter.values.length !== 1 || !filter.caseSensitive) return null;
  return filter.operator === 'is' || filter.operator === 'is_not' ? [filter] : null;
}

function isDetail(name: Dimension): boolean {
  return name.startsWith('event:props:') || name === 'event:search';
}
