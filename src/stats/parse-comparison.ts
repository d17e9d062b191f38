/** Reads `include.comparisons` of a query. */
import type { ErrorDetail } from '../domain/errors.ts';
import { type DateRange, readSpan } from './date-range.ts';

export const COMPARISON_MODES = ['previous_period', 'year_over_year', 'custom'] as const;

export type Comparison = { mode: 'previous_period' | 'year_over_year' } | { mode: 'custom'; dateRange: DateRange };

/** @returns null for none, or when a mistake was found */
export function parseComparison(given: unknown, hasTime: boolean, mistakes: ErrorDetail[]): Comparison | null {
  if (given === undefined || given === null) return null;
  const path = 'include.comparisons';
  const refuse = (at: string, message: string): null => {
    mistakes.push({ path: at, message });
    return null;
  };
  if (typeof given !== 'object' || Array.isArray(given))
    return refuse(path, 'Give an object such as {"mode": "previous_period"}.');
  const { mode, date_range: range } = given as Record<string, unknown>;
  const known = COMPARISON_MODES.find((each) => each === mode);
  if (known === undefined) return refuse(`${path}.mode`, `Use one of ${COMPARISON_MODES.join(', ')}.`);
  if (hasTime)
    return refuse(path, 'Rows of time have no counterpart in another period: ask for the other period itself.');
  if (known !== 'custom') return { mode: known };
  const [from, to] = Array.isArray(range) ? (range as unknown[]) : [];
  const span = typeof from === 'string' && typeof to === 'string' ? readSpan(from, to) : null;
  if (span === null)
    return refuse(`${path}.date_range`, 'Give two dates such as ["2026-02-01", "2026-02-28"]; the years 1000 to 9998.');
  const isBackwards = 'from' in span ? span.from > span.to : 'startsAt' in span && span.startsAt >= span.endsAt;
  return isBackwards
    ? refuse(`${path}.date_range`, 'The range ends before it begins.')
    : { mode: known, dateRange: span };
}
