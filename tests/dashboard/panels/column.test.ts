import { describe, expect, it } from '@jest/globals';
import { columnFor, metricsFor } from '../../../dashboard/panels/column.ts';
import { PANELS } from '../../../dashboard/panels/panels.ts';

const BOUNDS = { kind: 'bounds', case: 'few-repeaters' } as const;
const ESTIMATE = { kind: 'estimate', case: 'overlap' } as const;
const BY_VISITS = { kind: 'estimate', case: 'visit-ratio' } as const;
const CONSENTED = { kind: 'exact', case: 'consented' } as const;
const DATES = { kind: 'exact', case: 'date-flag' } as const;

describe('the column of a panel', () => {
  it.each([
    ['event:page', true, 'two-day', BOUNDS, 'visitors'],
    ['visit:source', true, 'day', null, 'visitors'],
    ['visit:source', true, 'visits', BOUNDS, 'visits'],
    ['event:page', true, 'pageviews', BOUNDS, 'pageviews'],
    ['event:page', false, 'two-day', BOUNDS, 'pageviews'],
    ['visit:source', false, 'two-day', BOUNDS, 'visits'],
    ['event:page', false, 'two-day', ESTIMATE, 'visitors'],
    ['visit:source', false, 'day', ESTIMATE, 'visitors'],
    ['visit:source', false, 'visits', BY_VISITS, 'visitors'],
    ['event:page', false, 'visits', BY_VISITS, 'pageviews'],
    ['event:section', false, 'two-day', BOUNDS, 'pageviews'],
    ['event:goal', false, 'visits', BY_VISITS, 'events'],
    ['event:props:plan', true, 'day', null, 'visitors'],
    ['event:language', false, 'two-day', BOUNDS, 'visits'],
    ['visit:source', false, 'two-day', CONSENTED, 'visitors'],
    ['visit:source', false, 'two-day', DATES, 'visits'],
  ] as const)('%s, one day: %s, level %s, %j: %s', (dimension, isOneDay, level, method, expected) => {
    expect(columnFor(dimension, { isOneDay, level, method })).toBe(expected);
  });

  it('never adds up the visitors of several days', () => {
    const columns = PANELS.flatMap(({ tabs }) => tabs).map(({ dimension }) =>
      columnFor(dimension, { isOneDay: false, level: 'two-day', method: BOUNDS }),
    );
    expect(columns).not.toContain('visitors');
  });

  it('asks for the interval beside the visitors', () => {
    expect(metricsFor('visitors')).toEqual(['visitors', 'visitors_low', 'visitors_high']);
    expect(metricsFor('visits')).toEqual(['visits']);
  });
});

describe('the panels', () => {
  it('have tabs whose names are their own, since the address names them', () => {
    const keys = PANELS.flatMap(({ tabs }) => tabs.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
