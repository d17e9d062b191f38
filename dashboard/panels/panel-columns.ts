/** Which panels stand in which column. A short list ends where it ends: a column is not held up by the one beside it. */
import type { PanelRow } from './panels.ts';

type PanelKey = PanelRow['key'];

/**
 * By the number of columns. Each has a panel that is always tall (pages, the map, the hours of the week) and such as are short on
 * most sites, so that all end at about the same height.
 */
export const ARRANGEMENTS: readonly [narrow: Arrangement, wide: Arrangement, widest: Arrangement] = [
  [['pages', 'sources', 'places', 'technology', 'events', 'rhythm']],
  [
    ['pages', 'places', 'events'],
    ['sources', 'technology', 'rhythm'],
  ],
  [
    ['pages', 'technology'],
    ['sources', 'rhythm'],
    ['places', 'events'],
  ],
];
export type Arrangement = readonly (readonly PanelKey[])[];

/** From these widths on there are two columns, and three; the widths of the style sheets. */
export const TWO_FROM = '(min-width: 56rem)';
export const THREE_FROM = '(min-width: 112.5rem)';

/** @param matches whether a media query holds */
export function arrangementFor(matches: (query: string) => boolean): Arrangement {
  const [narrow, wide, widest] = ARRANGEMENTS;
  if (matches(THREE_FROM)) return widest;
  return matches(TWO_FROM) ? wide : narrow;
}
