/** Turns an answer per bucket of time into bars: who was measured, who was there besides, and who may have been. */
import type { Answer } from '../api/query.ts';

export interface Bar {
  /** The bucket's first hour, day or month, as the server wrote it. */
  label: string;
  low: number;
  high: number;
  measured: number;
}

/** One bar per bucket of the window, also for those without a visitor. */
export function toBars({ timeLabels, rows }: Answer): Bar[] {
  const byLabel = new Map(rows.map((row) => [row.values[0] ?? '', row]));
  const labels = timeLabels.length > 0 ? timeLabels : [...byLabel.keys()];
  return labels.map((label) => {
    const row = byLabel.get(label);
    const exact = row?.figure('visitors') ?? null;
    const low = exact ?? row?.figure('visitors_low') ?? 0;
    return {
      label,
      low,
      high: Math.max(low, exact ?? row?.figure('visitors_high') ?? 0),
      measured: Math.min(row?.figure('visitors_measured') ?? 0, low),
    };
  });
}

/** Whether any bar ends in a range, so that the page has to say so. */
export function hasRanges(bars: readonly Bar[]): boolean {
  return bars.some(({ low, high }) => low !== high);
}

/** The bar with the most people; null when nobody came. */
export function highestOf(bars: readonly Bar[]): Bar | null {
  const highest = bars.reduce<Bar | null>((most, bar) => (most === null || bar.high > most.high ? bar : most), null);
  return highest !== null && highest.high > 0 ? highest : null;
}
