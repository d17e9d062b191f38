/** The figures of one site for the overview: its totals with the period before, and a small line of its buckets. */
import { type Answer, ask, type Question } from '../api/query.ts';
import { PEOPLE_METRICS } from '../people/people.ts';
import type { Comparison } from '../state/comparison.ts';
import { type Bucket, bucketFor } from '../state/period.ts';

export const FIGURES = ['visits', 'pageviews', 'bounce_rate'] as const;

export interface SiteQuestion extends Pick<Question, 'domain' | 'dateRange'> {
  timezone: string;
  /** None where nothing came before. */
  comparison: Comparison;
}

export interface SiteFigures {
  totals: Answer;
  bucket: Bucket;
  /** Pageviews by bucket, to the one that it is now; null where they are hidden. */
  line: readonly (number | null)[];
  /** All of the period, with those that are still to come. */
  buckets: number;
}

/** @param now where the line ends, if the period goes on @throws ApiError */
export async function askFigures(
  { comparison, timezone, ...base }: SiteQuestion,
  now: Date,
  signal: AbortSignal,
): Promise<SiteFigures> {
  const whole = { ...base, conditions: [] };
  const totals = await ask({ ...whole, metrics: [...PEOPLE_METRICS, ...FIGURES], dimensions: [], comparison }, signal);
  const bucket = totals.days === null ? 'day' : bucketFor(totals.days);
  const buckets = await ask({ ...whole, metrics: ['pageviews'], dimensions: [`time:${bucket}`] }, signal);
  return { totals, bucket, line: lineOf(buckets, timezone, now), buckets: buckets.timeLabels.length };
}

/** @param answer with `pageviews` by bucket @param timezone of the site, as its labels are @returns nothing of what is still to come */
export function lineOf({ timeLabels, rows }: Answer, timezone: string, now: Date): SiteFigures['line'] {
  const byLabel = new Map(rows.map((row) => [row.values[0], row]));
  // Swedish writes days and times as labels have them: `2026-11-29 13:05:00`.
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
  const present = clock.format(now);
  return timeLabels
    .filter((label) => label <= present)
    .map((label) => {
      const row = byLabel.get(label);
      return row === undefined ? 0 : row.figure('pageviews');
    });
}
