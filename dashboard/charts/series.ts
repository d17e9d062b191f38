/** Turns an answer per bucket of time into bars: the figure, who was measured, who was there besides, and who may have been. */
import type { Answer } from '../api/query.ts';
import { type People, readPeople } from '../people/people.ts';
import type { Bucket } from '../state/period.ts';
import type { ChartMetric } from '../state/view.ts';
import { metricOfBuckets, SHAPES } from './chart-metrics.ts';

export interface Bar {
  /** The bucket's first hour, day or month, as the server wrote it. */
  label: string;
  /** `hidden`: it is about too few people; `unknown`: there is nothing to make it of. */
  kind: People['kind'] | 'hidden' | 'unknown';
  /** The figure; null when only its bounds are known, or nothing. */
  best: number | null;
  low: number;
  high: number;
  /** The part with consent; null where the figure does not divide, or how is not known. */
  measured: number | null;
  /** The service was restarted on this day, so that the day is not exact. */
  isBroken: boolean;
}

const NOBODY: People = { kind: 'exact', best: 0, low: 0, high: 0 };
const NO_FIGURE = { best: null, low: 0, high: 0, measured: null, isBroken: false } as const;

/** One bar per bucket of the window, also for those without a visitor. */
export function toBars({ timeLabels, rows, method }: Answer, bucket: Bucket): Bar[] {
  const byLabel = new Map(rows.map((row) => [row.values[0] ?? '', row]));
  const { brokenDays = 0, unseenVisits = 0, uncountedPageviews = 0 } = method?.inputs ?? {};
  // Where people are told apart, only a restart keeps a day from being exact.
  const marksBroken = bucket === 'day' && brokenDays > 0 && unseenVisits === 0 && uncountedPageviews === 0;
  return labelsOf(timeLabels, byLabel).map((label) => {
    const row = byLabel.get(label) ?? null;
    const people = row === null ? NOBODY : readPeople(row);
    if (people === null) return { label, kind: row?.isHidden('visitors') ? 'hidden' : 'unknown', ...NO_FIGURE };
    const measured = Math.min(row?.figure('visitors_measured') ?? 0, people.best ?? people.low);
    return { label, ...people, measured, isBroken: marksBroken && people.kind !== 'exact' };
  });
}

/**
 * The same of a metric that is no number of people.
 * @param split the question by consent too, of counts; null while it is not answered
 */
export function toFigures({ timeLabels, rows }: Answer, metric: ChartMetric, split: Answer | null): Bar[] {
  const name = metricOfBuckets(metric);
  const byLabel = new Map(rows.map((row) => [row.values[0] ?? '', row]));
  const isCount = SHAPES[metric] === 'count';
  const granted = new Map(
    split?.rows.filter(({ values }) => values[1] === 'granted').map((row) => [row.values[0] ?? '', row.figure(name)]),
  );
  return labelsOf(timeLabels, byLabel).map((label) => {
    const row = byLabel.get(label);
    // Of nothing there are no visits, but there is no rate either.
    const figure = row === undefined ? (isCount ? 0 : null) : row.figure(name);
    if (figure === null) return { label, kind: row?.isHidden(name) ? 'hidden' : 'unknown', ...NO_FIGURE };
    const measured = split === null || !isCount ? null : Math.min(figure, granted.get(label) ?? 0);
    return { label, kind: 'exact', best: figure, low: figure, high: figure, measured, isBroken: false };
  });
}

function labelsOf(timeLabels: readonly string[], rows: ReadonlyMap<string, unknown>): readonly string[] {
  return timeLabels.length > 0 ? timeLabels : [...rows.keys()];
}

/** Where the solid and hatched parts of a bar end: at the best number, else at what is certain. */
export function topOf({ best, low }: Pick<Bar, 'best' | 'low'>): number {
  return best ?? low;
}

/** Whether any bar is of this kind, so that the page has to say so. */
export function hasKind(bars: readonly Bar[], kind: Bar['kind']): boolean {
  return bars.some((bar) => bar.kind === kind);
}

/** The bar with the largest figure; null when nobody came. */
export function highestOf(bars: readonly Bar[]): Bar | null {
  const sizeOf = ({ best, high }: Bar) => best ?? high;
  const highest = bars.reduce<Bar | null>((most, bar) => (most && sizeOf(most) >= sizeOf(bar) ? most : bar), null);
  return highest !== null && sizeOf(highest) > 0 ? highest : null;
}
