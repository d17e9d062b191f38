/** Which panels stand in which column, and where: a column goes on where its panel ends, whatever stands beside it. */
import type { PanelRow } from './panels.ts';

type PanelKey = PanelRow['key'];
export type Columns = readonly (readonly PanelKey[])[];

/**
 * Each has a panel that is always tall (pages, the map, the hours of the week) and such as are short on most sites, so that all
 * end at about the same height.
 */
export const TWO_COLUMNS: Columns = [
  ['pages', 'places', 'events'],
  ['sources', 'technology', 'rhythm'],
];
export const THREE_COLUMNS: Columns = [
  ['pages', 'technology'],
  ['sources', 'rhythm'],
  ['places', 'events'],
];

export interface Place {
  /** From 1. */
  column: number;
  /** The first line of pixels from 1, and how many there are. */
  row: number;
  span: number;
  /** It ends where the other columns do. */
  isLast: boolean;
}

/** @param heightOf as high as a panel is by itself, in px  @param gap between two, in px */
export function placePanels(
  columns: Columns,
  heightOf: (key: PanelKey) => number,
  gap: number,
): ReadonlyMap<PanelKey, Place> {
  const spanOf = (key: PanelKey) => Math.ceil(heightOf(key));
  const space = Math.round(gap);
  const ends = columns.map((keys) => keys.reduce((sum, key) => sum + spanOf(key) + space, -space));
  const end = Math.max(0, ...ends);
  const places = new Map<PanelKey, Place>();
  columns.forEach((keys, column) => {
    let row = 1;
    keys.forEach((key, index) => {
      const isLast = index === keys.length - 1;
      const span = isLast ? end - row + 1 : spanOf(key);
      places.set(key, { column: column + 1, row, span, isLast });
      row += span + space;
    });
  });
  return places;
}
