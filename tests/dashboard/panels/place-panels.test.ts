import { describe, expect, it } from '@jest/globals';
import { PANELS } from '../../../dashboard/panels/panels.ts';
import { placePanels, THREE_COLUMNS, TWO_COLUMNS } from '../../../dashboard/panels/place-panels.ts';

const HEIGHTS = { pages: 500.25, places: 480, events: 300, sources: 340, technology: 260, rhythm: 500 };

describe('panels in columns', () => {
  it('begin where the one above them ends, and the last ones end together', () => {
    const places = placePanels(TWO_COLUMNS, (key) => HEIGHTS[key], 24);
    expect(places.get('pages')).toEqual({ column: 1, row: 1, span: 501, isLast: false });
    expect(places.get('places')).toEqual({ column: 1, row: 526, span: 480, isLast: false });
    expect(places.get('events')).toEqual({ column: 1, row: 1030, span: 300, isLast: true });
    expect(places.get('technology')).toEqual({ column: 2, row: 365, span: 260, isLast: false });
    // Of its own height it would end 180 px before.
    expect(places.get('rhythm')).toEqual({ column: 2, row: 649, span: 681, isLast: true });
  });

  it.each([TWO_COLUMNS, THREE_COLUMNS])('stand each in one of them', (...columns) => {
    expect(columns.flat().toSorted()).toEqual(PANELS.map(({ key }) => key).toSorted());
  });
});
