/** The share of consent over time: identified ones among all that can be counted at the site's level. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Answer } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import type { Bucket } from '../state/period.ts';

export interface Rate {
  granted: number;
  all: number;
}

export interface RatePoint extends Rate {
  /** The bucket's first hour, day or month, as the server wrote it. */
  label: string;
}

export type Unit = Extract<Metric, 'visitors_daily_sum' | 'visits' | 'pageviews'>;

/** What is counted of both populations in the same way: day-visitors where people are told apart within a day. */
export function unitFor(level: Site['anonymous']): Unit {
  if (level === 'pageviews') return 'pageviews';
  return level === 'visits' ? 'visits' : 'visitors_daily_sum';
}

/** One point per bucket. @param answer by time and consent */
export function toRates({ timeLabels, rows }: Answer, unit: Unit): RatePoint[] {
  const points = new Map<string, RatePoint>(timeLabels.map((label) => [label, { label, granted: 0, all: 0 }]));
  for (const { values, figure } of rows) {
    const [label = '', consent] = values;
    const point = points.get(label);
    const amount = figure(unit) ?? 0;
    // Erased visitors belong to neither part.
    if (point === undefined || (consent !== 'granted' && consent !== 'anonymous')) continue;
    point.all += amount;
    if (consent === 'granted') point.granted += amount;
  }
  return [...points.values()];
}

/** @returns 0 to 1, or null where there was nobody */
export function shareOf({ granted, all }: Rate): number | null {
  return all === 0 ? null : granted / all;
}

/**
 * The buckets whose rate can be followed over time. A day that goes on may be of three people until noon, and the hours of a day
 * are of few: they make peaks of nothing.
 * @param today where the site is  @returns none while there are fewer than two with somebody in them
 */
export function toFollow(points: readonly RatePoint[], bucket: Bucket, today: string): readonly RatePoint[] {
  const finished = bucket === 'hour' ? [] : points.filter(({ label }) => bucket !== 'day' || label !== today);
  return finished.filter(({ all }) => all > 0).length < 2 ? [] : finished;
}

/** The rate of the whole period; a sum of hours would count a visitor of several hours more than once. @param answer by consent */
export function rateOf({ rows }: Pick<Answer, 'rows'>, unit: Unit): Rate {
  const of = (consent: string) => rows.find(({ values }) => values[0] === consent)?.figure(unit) ?? 0;
  return { granted: of('granted'), all: of('granted') + of('anonymous') };
}

/** Fewer than this many make a share that jumps about for nothing. */
export const FEWEST_FOR_EXTREME = 20;

/** The buckets with the lowest and the highest share; null when too few are large enough to be compared. */
export function extremesOf(points: readonly RatePoint[]): { lowest: RatePoint; highest: RatePoint } | null {
  const large = points
    .filter(({ all }) => all >= FEWEST_FOR_EXTREME)
    .sort((a, b) => a.granted / a.all - b.granted / b.all);
  const [lowest, highest] = [large[0], large.at(-1)];
  return lowest === undefined || highest === undefined || large.length < 2 ? null : { lowest, highest };
}

/** Where the picture ends: the next quarter above the highest share. @returns 0.25 to 1 */
export function topOf(points: readonly Rate[]): number {
  const highest = Math.max(0, ...points.map((point) => shareOf(point) ?? 0));
  return Math.max(0.25, Math.ceil(highest * 4) / 4);
}
