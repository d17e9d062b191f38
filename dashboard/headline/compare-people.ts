/** What may be said of visitors now and in the period before: a difference counts only when it is larger than its uncertainty. */
import type { Before, Row } from '../api/query.ts';
import { readPeople } from '../people/people.ts';

export type Verdict = 'nobody' | 'exact' | 'larger' | 'within' | 'unknown' | 'more' | 'fewer';

export interface Comparison {
  verdict: Verdict;
  /** Percent, with its sign; null when there is no number on one of the sides. */
  change: number | null;
}

/** @returns null when nothing is known of the people of one of the periods */
export function comparePeople(row: Pick<Row, 'figure'>, before: Before): Comparison | null {
  const [now, then] = [readPeople(row), readPeople(before)];
  if (now === null || then === null) return null;
  const change = before.change('visitors');
  if (then.kind === 'exact' && then.best === 0) return { verdict: 'nobody', change: null };
  if (now.kind === 'exact' && then.kind === 'exact') return { verdict: 'exact', change };
  if (before.visitorsDiffer === null) return { verdict: 'unknown', change };
  if (!before.visitorsDiffer) return { verdict: 'within', change };
  if (change !== null) return { verdict: 'larger', change };
  // Ranges that do not touch: no percentage, but the direction is certain.
  return { verdict: now.low > then.high ? 'more' : now.high < then.low ? 'fewer' : 'unknown', change };
}
