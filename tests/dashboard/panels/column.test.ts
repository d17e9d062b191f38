import { describe, expect, it } from '@jest/globals';
import { columnFor } from '../../../dashboard/panels/column.ts';
import { PANELS } from '../../../dashboard/panels/panels.ts';

describe('the column of a panel', () => {
  it.each([
    ['event:page', true, 'two-day', 'visitors'],
    ['visit:source', true, 'day', 'visitors'],
    ['visit:source', true, 'visits', 'visits'],
    ['event:page', true, 'pageviews', 'pageviews'],
    ['event:page', false, 'two-day', 'pageviews'],
    ['visit:source', false, 'two-day', 'visits'],
  ] as const)('%s, one day: %s, level %s: %s', (dimension, isOneDay, level, expected) => {
    expect(columnFor(dimension, isOneDay, level)).toBe(expected);
  });

  it('never adds up the visitors of several days', () => {
    const columns = PANELS.flatMap(({ tabs }) => tabs).map(({ dimension }) => columnFor(dimension, false, 'two-day'));
    expect(columns).not.toContain('visitors');
  });
});

describe('the panels', () => {
  it('have tabs whose names are their own, since the address names them', () => {
    const keys = PANELS.flatMap(({ tabs }) => tabs.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
