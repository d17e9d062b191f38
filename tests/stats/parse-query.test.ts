/** Every mistake of a question is named with its path, all at once. */
import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../src/domain/errors.ts';
import { DIMENSIONS, TIME_DIMENSIONS } from '../../src/stats/dimensions.ts';
import { METRICS } from '../../src/stats/metrics.ts';
import { MOST_ROWS, parseQuery, readSiteId } from '../../src/stats/parse-query.ts';

const GOOD = { site_id: 'example.org', metrics: ['visitors', 'visits'], date_range: '7d' };

/** The paths that a question is refused for, in their order; an empty list when it is understood. */
function pathsOf(body: unknown): string[] {
  return mistakesOf(body).map(({ path }) => path);
}

function mistakesOf(body: unknown): readonly { path: string; message: string }[] {
  try {
    parseQuery(body);
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return error.details;
  }
}

const is = (name: string, values: unknown = ['x'], ...more: unknown[]) => ['is', name, values, ...more];
const nested = (depth: number): unknown => (depth === 0 ? is('visit:country') : ['not', nested(depth - 1)]);

describe('a good question', () => {
  it('is understood', () => {
    const query = parseQuery({
      ...GOOD,
      dimensions: ['time:day', 'visit:source'],
      filters: [
        ['is', 'visit:country', ['FR', 'DE']],
        [
          'or',
          [['not', ['contains', 'event:page', ['Docs'], { case_sensitive: false }]], is('visit:consent', ['granted'])],
        ],
      ],
      order_by: [['visits', 'asc']],
      include: { time_labels: true, total_rows: true, imports: false },
      pagination: { limit: 10, offset: 20 },
    });
    const compare = { kind: 'compare', operator: 'is', caseSensitive: true };
    expect(query).toEqual({
      metrics: ['visitors', 'visits'],
      dateRange: { word: '7d' },
      dimensions: ['time:day', 'visit:source'],
      filter: {
        kind: 'and',
        filters: [
          { ...compare, dimension: 'visit:country', values: ['FR', 'DE'] },
          {
            kind: 'or',
            filters: [
              {
                kind: 'not',
                filter: {
                  ...{ ...compare, operator: 'contains', dimension: 'event:page', values: ['Docs'] },
                  caseSensitive: false,
                },
              },
              { ...compare, dimension: 'visit:consent', values: ['granted'] },
            ],
          },
        ],
      },
      orderBy: [['visits', 'asc']],
      include: { timeLabels: true, totalRows: true, comparison: null },
      pagination: { limit: 10, offset: 20 },
    });
  });

  it.each([
    ['the largest of its first metric first', {}, [['visitors', 'desc']]],
    ['time forwards', { dimensions: ['visit:os', 'time'] }, [['time', 'asc']]],
  ])('is ordered by itself: %s', (_name, more, orderBy) => {
    expect(parseQuery({ ...GOOD, ...more }).orderBy).toEqual(orderBy);
  });

  it('may leave out, or say null for, whatever has a meaning by itself', () => {
    const fallback = { dimensions: null, filters: null, order_by: null, include: null, pagination: null };
    expect(parseQuery({ ...GOOD, ...fallback })).toEqual(parseQuery(GOOD));
    expect(parseQuery(GOOD)).toMatchObject({
      ...{ dimensions: [], filter: null, include: { timeLabels: false, totalRows: false } },
      pagination: { limit: MOST_ROWS, offset: 0 },
    });
  });

  it.each(Object.keys(METRICS).map((name) => [name]))('may ask for %s', (name) => {
    const about = { dimensions: ['event:page'], filters: [is('event:goal')] };
    expect(parseQuery({ ...GOOD, ...about, metrics: [name] }).metrics).toEqual([name]);
  });

  it.each<[metric: string, more: Record<string, unknown>]>([
    ['scroll_depth', { dimensions: ['event:page'] }],
    ['time_on_page', { filters: [['not', ['or', [is('event:page'), is('visit:os')]]]] }],
    ['conversion_rate', { dimensions: ['event:goal'] }],
    ['conversion_rate', { filters: [['not', is('event:goal')]] }],
    ['group_conversion_rate', { dimensions: ['visit:os'], filters: [is('event:goal')] }],
    ['group_conversion_rate', { dimensions: ['time:day', 'event:goal'], filters: [is('event:goal')] }],
  ])('may ask for %s with what it is told of: %p', (metric, more) => {
    expect(pathsOf({ ...GOOD, metrics: ['visits', metric], ...more })).toEqual([]);
  });

  it('may look at properties of any name, and at what visits have done', () => {
    const filters = [
      ['has_done', ['matches', 'event:props:a plan: "pro"', ['^p', 'o$'], { case_sensitive: false }]],
      ['has_not_done', ['and', [is('event:goal', ['No such goal']), ['matches_not', 'event:section', ['^/docs/']]]]],
    ];
    const matches = { kind: 'compare', caseSensitive: true } as const;
    expect(parseQuery({ ...GOOD, dimensions: ['event:props:plan'], filters }).filter).toEqual({
      kind: 'and',
      filters: [
        {
          kind: 'done',
          filter: {
            ...{ ...matches, operator: 'matches', dimension: 'event:props:a plan: "pro"' },
            ...{ values: ['^p', 'o$'], caseSensitive: false },
          },
        },
        {
          kind: 'not',
          filter: {
            kind: 'done',
            filter: {
              kind: 'and',
              filters: [
                { ...matches, operator: 'is', dimension: 'event:goal', values: ['No such goal'] },
                { ...matches, operator: 'matches_not', dimension: 'event:section', values: ['^/docs/'] },
              ],
            },
          },
        },
      ],
    });
  });

  it('is ordered by any of its own metrics and dimensions', () => {
    const asked = { metrics: ['total_revenue', 'percentage'], dimensions: ['event:props:plan', 'visit:weekday'] };
    const order_by = [...asked.metrics, ...asked.dimensions].map((name) => [name, 'asc']);
    expect(parseQuery({ ...GOOD, ...asked, order_by }).orderBy).toEqual(order_by);
  });

  it.each([...TIME_DIMENSIONS, ...Object.keys(DIMENSIONS)].map((name) => [name]))('may be grouped by %s', (name) => {
    expect(parseQuery({ ...GOOD, dimensions: [name] }).dimensions).toEqual([name]);
  });

  it.each([
    ['ten deep', [nested(10)]],
    ['a hundred conditions', Array.from({ length: 100 }, () => is('visit:country'))],
    ['a thousand values', [is('visit:country', Array.from({ length: 1000 }, String))]],
    ['no filters at all', []],
  ])('may hold filters: %s', (_name, filters) => {
    expect(pathsOf({ ...GOOD, filters })).toEqual([]);
  });
});

describe('a mistake is named by its path', () => {
  it.each<[name: string, wrong: Record<string, unknown>, paths: string[]]>([
    ['no metrics', { metrics: undefined }, ['metrics']],
    ['an empty list of metrics', { metrics: [] }, ['metrics']],
    ['metrics that are no list', { metrics: 'visitors' }, ['metrics']],
    ['an unknown metric', { metrics: ['visitors', 'people', 7] }, ['metrics[1]', 'metrics[2]']],
    ['a metric that every object has', { metrics: ['constructor', '__proto__'] }, ['metrics[0]', 'metrics[1]']],
    ['a metric twice', { metrics: ['visits', 'visits'] }, ['metrics[1]']],
    ['dimensions that are no list', { dimensions: 'time' }, ['dimensions']],
    ['an unknown dimension', { dimensions: ['visit:shoe', null] }, ['dimensions[0]', 'dimensions[1]']],
    ['a dimension that every object has', { dimensions: ['toString'] }, ['dimensions[0]']],
    ['a dimension twice', { dimensions: ['visit:os', 'visit:os'] }, ['dimensions[1]']],
    ['two dimensions of time', { dimensions: ['time', 'time:day'] }, ['dimensions']],
    [
      'five dimensions',
      { dimensions: ['visit:os', 'visit:city', 'visit:device', 'visit:browser', 'event:page'] },
      ['dimensions'],
    ],
    ['no range', { date_range: undefined }, ['date_range']],
    ['an unknown word', { date_range: 'fortnight' }, ['date_range']],
    ['a single date', { date_range: ['2026-03-01'] }, ['date_range']],
    ['a date that is none', { date_range: ['2026-02-30', '2026-03-01'] }, ['date_range']],
    ['a year that no calendar of ours has', { date_range: ['9999-12-01', '9999-12-31'] }, ['date_range']],
    ['a range backwards', { date_range: ['2026-03-02', '2026-03-01'] }, ['date_range']],
    ['a range of no time', { date_range: ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00Z'] }, ['date_range']],
    ['numbers for dates', { date_range: [1, 2] }, ['date_range']],
    ['filters that are no list', { filters: { is: 'x' } }, ['filters']],
    ['a filter that is no list', { filters: ['is'] }, ['filters[0]']],
    ['an unknown operator', { filters: [['like', 'visit:os', ['x']]] }, ['filters[0][0]']],
    ['a property without a name', { dimensions: ['event:props:'] }, ['dimensions[0]']],
    ['a property of a name too long', { filters: [is(`event:props:${'x'.repeat(301)}`)] }, ['filters[0][1]']],
    ['depth without a page', { metrics: ['visits', 'scroll_depth'], filters: [is('event:section')] }, ['metrics[1]']],
    [
      'time on pages that visits have seen',
      { metrics: ['time_on_page'], filters: [['has_done', is('event:page')]] },
      ['metrics[0]'],
    ],
    [
      'conversions to goals that visits have reached',
      { metrics: ['conversion_rate'], filters: [['has_done', is('event:goal')]] },
      ['metrics[0]'],
    ],
    [
      'conversions of rows without a goal',
      { metrics: ['group_conversion_rate'], dimensions: ['event:goal', 'visit:os'] },
      ['metrics[0]'],
    ],
    [
      'conversions of rows without rows',
      { metrics: ['group_conversion_rate'], dimensions: ['event:goal'], filters: [is('event:goal')] },
      ['metrics[0]'],
    ],
    ['a saved segment', { filters: [is('segment', [7])] }, ['filters[0][2][0]']],
    [
      'patterns that do not compile',
      { filters: [['or', [['matches', 'event:page', ['^/docs', '(', '(?<=a)b']]]]] },
      ['filters[0][1][0][2][1]', 'filters[0][1][0][2][2]'],
    ],
    ['a pattern that is long', { filters: [['matches_not', 'visit:os', ['x'.repeat(501)]]] }, ['filters[0][2][0]']],
    ['a pattern that grows', { filters: [['matches', 'visit:os', ['x{900}y{900}z{900}']]] }, ['filters[0][2][0]']],
    [
      'more patterns than a question may hold',
      { filters: Array.from({ length: 3 }, () => ['matches', 'visit:os', Array.from({ length: 40 }, () => 'x')]) },
      ['filters[2][2]'],
    ],
    ['nothing done', { filters: [['has_done']] }, ['filters[0][1]']],
    [
      'done inside done',
      { filters: [['has_done', ['not', ['has_not_done', is('visit:os')]]]] },
      ['filters[0][1][1][0]'],
    ],
    ['a filter on an unknown dimension', { filters: [is('visit:shoe')] }, ['filters[0][1]']],
    ['a filter on time', { filters: [is('time:day')] }, ['filters[0][1]']],
    ['a filter without values', { filters: [is('visit:os', [])] }, ['filters[0][2]']],
    ['a value that is no text', { filters: [is('visit:os', ['x', 7])] }, ['filters[0][2]']],
    ['a value instead of a list', { filters: [is('visit:os', 'x')] }, ['filters[0][2]']],
    ['too many values', { filters: [is('visit:os', Array.from({ length: 1001 }, String))] }, ['filters[0][2]']],
    [
      'a modifier of another kind',
      { filters: [is('visit:os', ['x'], { case_sensitive: 'no' })] },
      ['filters[0][3].case_sensitive'],
    ],
    ['an empty group', { filters: [['and', []]] }, ['filters[0][1]']],
    ['a group of no list', { filters: [['or', 'x']] }, ['filters[0][1]']],
    ['nothing to negate', { filters: [['not']] }, ['filters[0][1]']],
    [
      'mistakes deep inside',
      { filters: [is('visit:os'), ['or', [is('visit:os'), ['not', is('visit:shoe')]]]] },
      ['filters[1][1][1][1][1]'],
    ],
    ['filters nested too deep', { filters: [nested(11)] }, [`filters[0]${'[1]'.repeat(11)}`]],
    ['too many conditions', { filters: Array.from({ length: 101 }, () => is('visit:os')) }, ['filters[100]']],
    ['an order by what is not asked', { order_by: [['pageviews', 'asc']] }, ['order_by[0]']],
    ['an order that is no order', { order_by: [['visits', 'up'], 'visits'] }, ['order_by[0]', 'order_by[1]']],
    ['an include that is no object', { include: ['time_labels'] }, ['include']],
    [
      'flags that are no flags',
      { include: { time_labels: 1, total_rows: 'yes', imports: 0 } },
      ['include.imports', 'include.time_labels', 'include.total_rows'],
    ],
    ['a limit out of reach', { pagination: { limit: 10_001, offset: -1 } }, ['pagination.limit', 'pagination.offset']],
    ['a limit of nothing', { pagination: { limit: 0 } }, ['pagination.limit']],
    ['half a row', { pagination: { limit: 1.5, offset: '2' } }, ['pagination.limit', 'pagination.offset']],
  ])('%s', (_name, wrong, paths) => {
    expect(pathsOf({ ...GOOD, ...wrong })).toEqual(paths);
  });

  it.each([[null], [undefined], ['text'], [7], [[]], [true]])('a body that is no object: %p', (body) => {
    expect(pathsOf(body)).toEqual(['']);
  });

  it('and all of them come at once, each with a sentence', () => {
    const mistakes = mistakesOf({
      metrics: ['people'],
      date_range: 'fortnight',
      dimensions: ['visit:shoe'],
      filters: [['is', 'visit:shoe', ['x']], ['is']],
      order_by: [['x', 'y']],
      include: { time_labels: 'yes' },
      pagination: { limit: -1 },
    });
    expect(mistakes.map(({ path }) => path)).toEqual([
      ...['metrics[0]', 'dimensions[0]', 'date_range', 'filters[0][1]', 'filters[1][1]', 'order_by[0]'],
      ...['include.time_labels', 'pagination.limit'],
    ]);
    for (const { message } of mistakes) expect(message).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the site of a question', () => {
  it('is read in lower case', () => {
    expect(readSiteId({ site_id: 'Example.ORG' })).toBe('example.org');
  });

  it.each([[null], [{}], [{ site_id: '' }], [{ site_id: 7 }], [[]]])('is missing in %p', (body) => {
    expect(() => readSiteId(body)).toThrow(
      expect.objectContaining({ details: [expect.objectContaining({ path: 'site_id' })] }),
    );
  });
});
