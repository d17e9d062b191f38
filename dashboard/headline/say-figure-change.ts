/** A change of a figure that is counted, beside it in the headline. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Row } from '../api/query.ts';
import type { Format } from '../i18n/format.ts';
import { isShare } from '../i18n/say-figure.ts';

/**
 * A rate changes by points: percent of percents are read wrongly.
 * @param points says an amount of them
 * @returns null where there is nothing to compare, or nothing on both sides
 */
export function sayFigureChange(
  metric: Metric,
  row: Row | null,
  format: Pick<Format, 'change' | 'signed'>,
  points: (amount: string) => string,
): string | null {
  const before = row?.before ?? null;
  if (row === null || before === null) return null;
  if (!isShare(metric)) {
    const change = before.change(metric);
    // From nothing to nothing nothing has changed.
    return change === null || (row.figure(metric) === 0 && before.figure(metric) === 0) ? null : format.change(change);
  }
  const [now, then] = [row.figure(metric), before.figure(metric)];
  return now === null || then === null ? null : points(format.signed(now - then));
}
