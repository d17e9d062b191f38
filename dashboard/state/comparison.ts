/** What a period is compared with, and how that is written in the address and asked of the server. */
import { isDate, type Period } from './period.ts';

export type Comparison =
  | { mode: 'none' | 'previous_period' | 'year_over_year' }
  | { mode: 'custom'; from: string; to: string };

export const DEFAULT_COMPARISON: Comparison = { mode: 'previous_period' };

export const COMPARISON_MODES = ['none', 'previous_period', 'year_over_year', 'custom'] as const;
export type ComparisonMode = (typeof COMPARISON_MODES)[number];

/** Words of the address; the default has none. */
const WORDS = { none: 'none', year: 'year_over_year' } as const;

export function readComparison(params: URLSearchParams): Comparison {
  const word = params.get('compare') ?? '';
  const [from, to] = [params.get('compare_from') ?? '', params.get('compare_to') ?? ''];
  if (word === 'custom' && isDate(from) && isDate(to) && from <= to) return { mode: 'custom', from, to };
  return Object.hasOwn(WORDS, word) ? { mode: WORDS[word as keyof typeof WORDS] } : DEFAULT_COMPARISON;
}

export function writeComparison(comparison: Comparison): (readonly [name: string, value: string])[] {
  if (comparison.mode === 'custom')
    return [
      ['compare', 'custom'],
      ['compare_from', comparison.from],
      ['compare_to', comparison.to],
    ];
  const word = Object.entries(WORDS).find(([, mode]) => mode === comparison.mode)?.[0];
  return word === undefined ? [] : [['compare', word]];
}

/** `include.comparisons` of a question; null for none. */
export function toComparisons(comparison: Comparison): object | null {
  if (comparison.mode === 'none') return null;
  return comparison.mode === 'custom'
    ? { mode: 'custom', date_range: [comparison.from, comparison.to] }
    : { mode: comparison.mode };
}

/** Why a period is not compared, whatever was chosen: it has just begun, or there is nothing before it. */
export type Incomparable = 'running' | 'all';

/** @param today where the site is */
export function incomparable(period: Period, today: string): Incomparable | null {
  if ('from' in period) return period.from === today && period.to === today ? 'running' : null;
  // A day that has just begun against the whole of another one would say nothing.
  if (period.word === 'day') return 'running';
  return period.word === 'all' ? 'all' : null;
}
