/** The schemas of the public API: what they refuse, in which words, and that they are no stricter than what the service understands. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBeacon } from '../../src/collect/beacon.ts';
import { CONSENT_ACTIONS, CONSENT_STATES } from '../../src/domain/consent.ts';
import { AppError } from '../../src/domain/errors.ts';
import { answerShape, readShape } from '../../src/http/api/check-shape.ts';
import { BEACON } from '../../src/http/api/schemas/collect.ts';
import { QUERY } from '../../src/http/api/schemas/query.ts';
import { SITE_SETTINGS } from '../../src/http/api/schemas/site.ts';
import { DIMENSIONS, TIME_DIMENSIONS } from '../../src/stats/dimensions.ts';
import { METRICS } from '../../src/stats/metrics.ts';
import { parseQuery } from '../../src/stats/parse-query.ts';
import { FILTER_OPERATORS } from '../../src/stats/plan.ts';

async function refusal(work: () => unknown): Promise<string[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError) return error.details.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe('a shape', () => {
  it.each([
    [{ retention: 13 }, 'retention: Give a text.'],
    [{ rounding: 'on' }, 'rounding: Say true or false.'],
    [{ hosts: 'a.example' }, 'hosts: Give a list.'],
    [{ hosts: ['a.example,b.example'] }, 'hosts[0]: An entry of a list has no comma.'],
    [{ profile: 'none' }, 'profile: Use one of consented, exempt.'],
    [{ small_cells: 2.5 }, 'small_cells: Give a whole number.'],
    [{ small_cells: 1001 }, 'small_cells: Give at most 1000.'],
    [{ retension: '13mo' }, 'retension: There is no such field.'],
    [[], ': Give a JSON object.'],
  ])('of %j is refused in a sentence', async (given, told) => {
    expect(await refusal(() => readShape(SITE_SETTINGS, given))).toEqual([told]);
  });

  it('of a question is refused though nobody else would, and in better words where there are some', async () => {
    const given = { site_id: 'a', metrics: ['visits'], date_range: '7d', order_by: [['visits', 'desc', 1]] };
    expect(await refusal(() => answerShape(QUERY, given, async () => 'an answer'))).toEqual([
      'order_by[0]: Give at most 2 entries.',
    ]);
    const parser = async () => {
      throw new AppError('invalid', 'no', [{ path: 'order_by[0][2]', message: 'Better words.' }]);
    };
    expect(await refusal(() => answerShape(QUERY, given, parser))).toEqual(['order_by[0][2]: Better words.']);
    const fault = () => Promise.reject(new Error('a fault'));
    await expect(answerShape(QUERY, given, fault)).rejects.toThrow('a fault');
  });
});

describe('the schema of questions', () => {
  const dimension = fc.constantFrom(...Object.keys(DIMENSIONS), 'event:props:plan', 'visit:nothing', 5);
  const { filter } = fc.letrec((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(fc.constantFrom(...FILTER_OPERATORS), dimension, fc.array(fc.string(), { maxLength: 3 })),
      fc.tuple(
        fc.constantFrom('is', 'contains'),
        dimension,
        fc.array(fc.string()),
        fc.constantFrom({ case_sensitive: false }, {}, null),
      ),
      fc.tuple(fc.constant('is'), fc.constant('segment'), fc.array(fc.oneof(fc.string(), fc.integer()))),
      fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('filter'), { maxLength: 3 })),
      fc.tuple(fc.constantFrom('not', 'has_done', 'has_not_done'), tie('filter')),
      fc.constantFrom('a', 1, null, []),
    ),
  }));
  const query = fc.record(
    {
      site_id: fc.constant('example.org'),
      metrics: fc.array(fc.constantFrom(...Object.keys(METRICS), 'nothing'), { maxLength: 3 }),
      date_range: fc.constantFrom('7d', 'all', ['2026-03-01', '2026-03-02'], ['2026-03-01'], 'yesterday', null),
      dimensions: fc.oneof(
        fc.array(fc.oneof(dimension, fc.constantFrom(...TIME_DIMENSIONS)), { maxLength: 5 }),
        fc.constant(null),
      ),
      filters: fc.oneof(fc.array(filter, { maxLength: 3 }), fc.constant(null)),
      order_by: fc.oneof(
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(METRICS)), fc.constantFrom('asc', 'desc'))),
        fc.constant(null),
      ),
      include: fc.constantFrom(
        null,
        {},
        { time_labels: true },
        { imports: true, total_rows: 'yes' },
        { comparisons: { mode: 'previous_period' } },
      ),
      pagination: fc.constantFrom(null, {}, { limit: 10 }, { limit: 0 }, { offset: null }),
    },
    { requiredKeys: ['site_id', 'metrics', 'date_range'] },
  );

  it('refuses nothing that is understood', () => {
    let understood = 0;
    fc.assert(
      fc.property(query, (given) => {
        try {
          parseQuery(given, [{ id: 1, name: 'a', filters: [['is', 'visit:country', ['FR']]] }]);
        } catch {
          return;
        }
        understood += 1;
        expect([given, QUERY.safeParse(given).error?.issues]).toEqual([given, undefined]);
      }),
      { numRuns: 4000, seed: 20_261_128 },
    );
    expect(understood).toBeGreaterThan(200);
  });

  it('looks at each part of a deep filter once', () => {
    // Were every form tried at every level, this would not end.
    const filters = [...Array(200).keys()].reduce<unknown>((inner) => ['not', ['and', [inner]]], 'nothing');
    expect(QUERY.safeParse({ site_id: 'a', metrics: ['visits'], date_range: '7d', filters: [filters] }).success).toBe(
      false,
    );
  });
});

describe('the schema of beacons, which the collector reads by hand,', () => {
  /** Mostly what is right: with many fields, hardly a message would be otherwise. */
  const mostly = (right: readonly unknown[], wrong: readonly unknown[]) =>
    fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
  /** Of two names the short one is read; the other would be described, and not looked at. */
  const named = (short: string, long: string, value: fc.Arbitrary<unknown>) =>
    fc.tuple(fc.constantFrom(short, long), value).map(([name, given]) => ({ [name]: given }));
  const fields = (name: string) =>
    fc
      .tuple(
        named('d', 'domain', mostly(['example.org', null], ['', 5, true, ['a'], 'x'.repeat(254)])),
        named('r', 'referrer', mostly(['https://example.org/a', 'a', '', null], [5, true, [], {}])),
        named(
          'p',
          'props',
          mostly([{ plan: 'pro', a: 1, b: true, c: null }, '{"a":"b"}', '', null], [5, [], { a: {} }]),
        ),
        named(
          '$',
          'revenue',
          mostly(
            [{ amount: 1, currency: 'EUR' }, { amount: '9.5', currency: 'EUR' }, null],
            [{ amount: 1, currency: 'eur' }, {}, 5, { amount: [], currency: 'EUR' }],
          ),
        ),
        fc.record(
          {
            b: mostly(['a', null], ['', 'x'.repeat(65), 5]),
            df: mostly(['d', 'dwm', null], ['x', 5]),
            ip: mostly(['192.0.2.1', null], [5, []]),
            ...(name === 'engagement' && { e: mostly([0, 12.5, null], [-1, '5']), sd: mostly([100, null], [-1, []]) }),
            ...(name === 'consent' && { text: mostly(['1', null], ['x'.repeat(61), 5]) }),
          },
          { requiredKeys: [] },
        ),
        mostly(
          [{}, { c: 'unset' }, { c: null }, { c: 'granted', id: 'V1StGXR8_Z5jdHi6B-myT' }, { consent: 'denied' }],
          [{ c: 'yes' }, { consent: 'granted', visitor: 'short' }, { c: 5 }],
        ),
        mostly(CONSENT_ACTIONS, ['nothing', 5]),
      )
      .map(([d, r, p, revenue, more, consent, action]) => ({
        ...{ n: name, u: 'https://example.org/a', ...d, ...r, ...p, ...revenue, ...more, ...(consent as object) },
        ...(name === 'consent' && { action }),
      }));
  const beacon = fc.constantFrom('pageview', 'engagement', 'consent', 'Sign up').chain(fields);

  it('refuses what the collector refuses, and nothing else', () => {
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(beacon, (given) => {
        let isRead = true;
        try {
          readBeacon(given);
        } catch {
          isRead = false;
        }
        seen[isRead ? 'read' : 'refused'] += 1;
        expect([given, BEACON.safeParse(given).success]).toEqual([given, isRead]);
      }),
      { numRuns: 4000, seed: 20_261_128 },
    );
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(100);
  });

  it('has the three answers of consent', () => {
    for (const c of CONSENT_STATES) expect(BEACON.safeParse({ n: 'a', u: 'https://a.example', c }).success).toBe(true);
  });
});
