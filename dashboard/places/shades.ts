/** How dark a country is on the map: five steps, so that the legend can name their ranges; a range alone is no step. */

import type { Row } from '../api/query.ts';
import type { Column } from '../panels/column.ts';

export const STEPS = 5;

export interface Shade {
  /** 1 to `STEPS`; null where only a range is known, or the figure is hidden. */
  step: number | null;
}

/** @param rows by country  @returns the shade of each code that has a row, and the largest figure */
export function shadesOf(
  rows: readonly Pick<Row, 'values' | 'figure'>[],
  column: Column,
): { shades: ReadonlyMap<string, Shade>; most: number } {
  const most = Math.max(0, ...rows.map((row) => row.figure(column) ?? 0));
  const shades = new Map(
    rows.map((row) => {
      const figure = row.figure(column);
      return [row.values[0] ?? '', { step: figure === null ? null : stepOf(figure, most) }] as const;
    }),
  );
  return { shades, most };
}

/** By the square root: a few large countries would leave all others at the first step. */
function stepOf(figure: number, most: number): number {
  return most === 0 ? 1 : Math.max(1, Math.ceil(Math.sqrt(figure / most) * STEPS));
}

/** The largest figure of a step. */
export function endOfStep(step: number, most: number): number {
  return Math.floor(most * (step / STEPS) ** 2);
}
