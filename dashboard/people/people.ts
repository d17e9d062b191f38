/** How many people a row stands for: an exact number, an estimate with its interval, or guaranteed bounds. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Row } from '../api/query.ts';

export type PeopleKind = 'exact' | 'estimate' | 'bounds';

export interface People {
  kind: PeopleKind;
  /** The best number there is; null when only the bounds are known. */
  best: number | null;
  /** Ends of the 95 % interval of an estimate, else of the guaranteed range; both are `best` when it is exact. */
  low: number;
  high: number;
}

/** What to ask so that `readPeople` can tell the three apart. */
export const PEOPLE_METRICS = ['visitors', 'visitors_low', 'visitors_high'] as const satisfies readonly Metric[];

/** @returns null when the row says nothing of people */
export function readPeople(row: Pick<Row, 'figure'> | null): People | null {
  const best = row?.figure('visitors') ?? null;
  const low = row?.figure('visitors_low') ?? best;
  const high = row?.figure('visitors_high') ?? best;
  if (low === null || high === null) return null;
  const kind = best === null ? 'bounds' : low === high ? 'exact' : 'estimate';
  return { kind, best, low, high: Math.max(low, high) };
}
