/** The figures of one site for the overview: its totals with the period before, and a small line of its buckets. */
import { type Answer, ask, type Question } from '../api/query.ts';
import { PEOPLE_METRICS } from '../people/people.ts';
import type { Comparison } from '../state/comparison.ts';
import { type Bucket, bucketFor } from '../state/period.ts';

export const FIGURES = ['visits', 'pageviews', 'bounce_rate'] as const;

export interface SiteQuestion extends Pick<Question, 'domain' | 'dateRange'> {
  /** None where nothing came before. */
  comparison: Comparison;
}

export interface SiteFigures {
  totals: Answer;
  bucket: Bucket;
  /** Pageviews by bucket; null where they are hidden. */
  line: readonly (number | null)[];
}

/** @throws ApiError */
export async function askFigures({ comparison, ...base }: SiteQuestion, signal: AbortSignal): Promise<SiteFigures> {
  const whole = { ...base, conditions: [] };
  const totals = await ask({ ...whole, metrics: [...PEOPLE_METRICS, ...FIGURES], dimensions: [], comparison }, signal);
  const bucket = totals.days === null ? 'day' : bucketFor(totals.days);
  const buckets = await ask({ ...whole, metrics: ['pageviews'], dimensions: [`time:${bucket}`] }, signal);
  const rows = new Map(buckets.rows.map((row) => [row.values[0], row]));
  const line = buckets.timeLabels.map((label) => {
    const row = rows.get(label);
    return row === undefined ? 0 : row.figure('pageviews');
  });
  return { totals, bucket, line };
}
