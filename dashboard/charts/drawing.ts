/** What a picture of the chart is made of: figures, and the words that stand on it. */
import type { Shape } from './chart-metrics.ts';
import type { Bar } from './series.ts';

export interface Drawing {
  shape: Shape;
  bars: readonly Bar[];
  /** The other period's figures, bucket by bucket; null for none. */
  before: readonly (number | null)[] | null;
  /** Numbers of the notes on each bucket's days. */
  notes: readonly (readonly number[])[];
  /** Words of a bar: on the axis, and in the box that follows the pointer. */
  axis: readonly string[];
  titleOf: (index: number) => string;
  linesOf: (index: number) => string[];
  /** A figure of the axis at the side. */
  say: (value: number) => string;
}

/** What can be done on the picture. */
export interface Handling {
  /** Shows the buckets from one to the other alone; null where there is nothing finer. */
  zoom: ((from: number, to: number) => void) | null;
  /** What is selected, in words. */
  saySelected: (from: number, to: number) => string;
  /** Tells those who hear the page. */
  announce: (text: string) => void;
}
