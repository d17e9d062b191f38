/** Turns an answer per bucket of time into bars: who was measured, who was there besides, and who may have been. */
import type { Answer } from '../api/query.ts';
import { type People, readPeople } from '../people/people.ts';
import type { Bucket } from '../state/period.ts';

export interface Bar extends People {
  /** The bucket's first hour, day or month, as the server wrote it. */
  label: string;
  measured: number;
  /** The service was restarted on this day, so that the day is not exact. */
  isBroken: boolean;
}

const NOBODY: People = { kind: 'exact', best: 0, low: 0, high: 0 };

/** One bar per bucket of the window, also for those without a visitor. */
export function toBars({ timeLabels, rows, method }: Answer, bucket: Bucket): Bar[] {
  const byLabel = new Map(rows.map((row) => [row.values[0] ?? '', row]));
  const labels = timeLabels.length > 0 ? timeLabels : [...byLabel.keys()];
  const { brokenDays = 0, unseenVisits = 0, uncountedPageviews = 0 } = method?.inputs ?? {};
  // Where people are told apart, only a restart keeps a day from being exact.
  const marksBroken = bucket === 'day' && brokenDays > 0 && unseenVisits === 0 && uncountedPageviews === 0;
  return labels.map((label) => {
    const row = byLabel.get(label) ?? null;
    const people = readPeople(row) ?? NOBODY;
    const measured = Math.min(row?.figure('visitors_measured') ?? 0, people.best ?? people.low);
    return { label, ...people, measured, isBroken: marksBroken && people.kind !== 'exact' };
  });
}

/** Where the solid and hatched parts of a bar end: at the best number, else at what is certain. */
export function topOf({ best, low }: People): number {
  return best ?? low;
}

/** Whether any bar is of this kind, so that the page has to say so. */
export function hasKind(bars: readonly Bar[], kind: People['kind']): boolean {
  return bars.some((bar) => bar.kind === kind);
}

/** The bar with the most people; null when nobody came. */
export function highestOf(bars: readonly Bar[]): Bar | null {
  const sizeOf = ({ best, high }: Bar) => best ?? high;
  const highest = bars.reduce<Bar | null>((most, bar) => (most && sizeOf(most) >= sizeOf(bar) ? most : bar), null);
  return highest !== null && sizeOf(highest) > 0 ? highest : null;
}
