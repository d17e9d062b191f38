/** What an answer makes of the sums of its scans: shares, revenue, warnings, comparisons, order. */
import { describe, expect, it, jest } from '@jest/globals';
import type { Goal } from '../../src/domain/goal.ts';
import type { Site } from '../../src/domain/site.ts';
import { answerQuery } from '../../src/stats/answer-query.ts';
import type { Plan } from '../../src/stats/plan.ts';
import type { GroupSums, ScannedGroup } from '../../src/stats/ports.ts';
import { SITE } from '../support/reference/counting-service.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const GOALS: Goal[] = [
  { name: 'Read', kind: 'scroll', path: '/docs/**', depth: 50 },
  { name: 'Sign up', kind: 'event', event: 'signup' },
];
const NOTHING: GroupSums = {
  ...{ visits: 0, bounces: 0, timedVisits: 0, durationMs: 0, pageviews: 0, events: 0 },
  ...{ measured: 0, visitors: 0, low: 0, high: 0, dailySum: 0 },
  ...{ engagedPairs: 0, engagedMs: 0, scrollPairs: 0, scrollPercent: 0, revenue: [] },
};

const group = (values: string[], sums: Partial<GroupSums>, bucket = -1): ScannedGroup => ({
  values,
  bucket,
  sums: { ...NOTHING, ...sums },
});
const people = (visitors: number | null) => ({ visitors, low: visitors ?? 1, high: visitors ?? 9 });

/** Answers with what `scan` gives for each plan, and says which plans there were. */
async function ask(body: Record<string, unknown>, scan: (plan: Plan) => ScannedGroup[], settings: Partial<Site> = {}) {
  const plans: Plan[] = [];
  const executor = {
    scan: async (plan: Plan) => {
      plans.push(plan);
      const groups = scan(plan);
      return { groups, rows: groups.length, window: null };
    },
    firstDay: async () => null,
  };
  const given = { site_id: 'example.org', date_range: ['2026-03-01', '2026-03-07'], ...body };
  return { ...(await answerQuery(given, { site: { ...SITE, ...settings }, goals: GOALS, executor, now: NOW })), plans };
}

const isGoal = (name: string) => ['is', 'event:goal', [name]];
const hasGoals = (plan: Plan) => JSON.stringify([plan.filter, plan.dimensions]).includes('"event:goal"');

describe('a plan', () => {
  it('asks for the figures that the metrics need, and no others', async () => {
    const figuresOf = async (...metrics: string[]) => {
      const { plans } = await ask({ metrics, dimensions: ['event:page'] }, () => []);
      // Where people do not decide which rows are shown, these are found by a plan before.
      return [plans.at(-1)?.figures, plans.at(-1)?.countsVisitors];
    };
    expect(await figuresOf('pageviews', 'events')).toEqual([['events'], false]);
    expect(await figuresOf('visits')).toEqual([['visits'], false]);
    expect(await figuresOf('visits', 'pageviews')).toEqual([['visits', 'events'], false]);
    expect(await figuresOf('views_per_visit')).toEqual([['visits', 'events'], false]);
    expect(await figuresOf('visitors_measured')).toEqual([['distinct'], false]);
    expect(await figuresOf('total_revenue', 'time_on_page', 'visit_duration', 'bounce_rate', 'visitors_low')).toEqual([
      ['visits', 'distinct', 'bounces', 'durations', 'engagement', 'revenue'],
      true,
    ]);
    expect(await figuresOf('percentage')).toEqual([['distinct'], true]);
  });

  it('gathers what says whether a row is small, whatever is asked, where small ones are hidden', async () => {
    const { plans } = await ask({ metrics: ['visits'], dimensions: ['visit:os'] }, () => [], { profile: 'exempt' });
    expect(plans.map(({ figures, countsVisitors }) => [figures, countsVisitors])).toEqual([
      [['visits', 'events', 'distinct'], true],
    ]);
  });

  it('knows the goals of the site', async () => {
    const { plans } = await ask({ metrics: ['visits'] }, () => []);
    expect(plans[0]?.goals).toEqual(GOALS);
  });
});

describe('a percentage', () => {
  it('is of the same question without dimensions', async () => {
    const filters = [['is', 'visit:country', ['FR']], isGoal('Sign up')];
    const body = { metrics: ['percentage'], dimensions: ['time:day', 'visit:os'], filters };
    const { results, plans } = await ask(body, ({ dimensions }) =>
      dimensions.length === 0
        ? [group([], people(40))]
        : [group(['2026-03-01', 'a'], people(1), 0), group(['2026-03-02', 'b'], people(null), 1)],
    );
    expect(results.map(({ metrics }) => metrics)).toEqual([[2.5], [null]]);
    expect(plans[1]).toMatchObject({ dimensions: [], buckets: null, filter: plans[0]?.filter, figures: ['distinct'] });
  });

  it.each([[null], [0]])('is unknown where that has %p visitors', async (visitors) => {
    const { results } = await ask({ metrics: ['percentage'] }, () => [group([], people(visitors))]);
    expect(results[0]?.metrics).toEqual([null]);
  });
});

describe('a conversion rate', () => {
  it('is of everybody whom the other filters let through', async () => {
    const country = ['is', 'visit:country', ['FR']];
    const done = ['has_done', isGoal('Sign up')];
    const filters = [country, ['and', [isGoal('Sign up'), ['not', isGoal('Read')]]], ['or', [['not', country], done]]];
    const body = { metrics: ['conversion_rate'], dimensions: ['event:goal', 'visit:os'], filters };
    const { results, plans } = await ask(body, (plan) =>
      plan.dimensions.length === 0 ? [group([], people(300))] : [group(['Sign up', 'a'], people(2))],
    );
    expect(results[0]?.metrics).toEqual([0.67]);
    const { plans: without } = await ask({ metrics: ['visits'], filters: [country, filters[2]] }, () => []);
    expect(plans[1]).toMatchObject({ dimensions: [], filter: without[0]?.filter });
  });

  it('is of all visitors when nothing but goals was filtered', async () => {
    const body = { metrics: ['conversion_rate'], filters: [['not', ['or', [isGoal('Read')]]]] };
    const { plans } = await ask(body, () => [group([], people(5))]);
    expect(plans.map(({ filter }) => filter === null)).toEqual([false, true]);
  });

  const country = ['is', 'visit:country', ['FR']];
  const os = ['is', 'visit:os', ['a']];
  it.each([
    ['one of a goal and more', ['or', [isGoal('Read'), country]], null],
    [
      'one of a country and of a goal with more',
      ['or', [os, ['and', [isGoal('Read'), country]]]],
      ['or', [os, ['and', [country]]]],
    ],
    ['not both of a goal and more', ['not', ['and', [isGoal('Read'), country]]], null],
    ['none of a goal and more', ['not', ['or', [isGoal('Read'), country]]], ['not', ['or', [country]]]],
    ['not none of a goal and more', ['not', ['not', ['or', [isGoal('Read'), country]]]], null],
  ])('is of nobody less than its row where the filter is %s', async (_words, filter, left) => {
    const { plans } = await ask({ metrics: ['conversion_rate'], filters: [os, filter] }, () => [group([], people(5))]);
    const filters = left === null ? [os] : [os, left];
    const { plans: without } = await ask({ metrics: ['visits'], filters }, () => []);
    expect(plans[1]?.filter).toEqual(without[0]?.filter);
  });

  it('of a row is of the same row without goals, also where two hours have one name', async () => {
    const filters = [isGoal('Sign up')];
    const body = { metrics: ['group_conversion_rate'], dimensions: ['event:goal', 'time', 'visit:os'], filters };
    const { results, plans } = await ask(body, (plan) =>
      hasGoals(plan)
        ? [
            group(['Sign up', 'hour', 'a'], people(1), 2),
            group(['Sign up', 'hour', 'a'], people(2), 3),
            group(['Sign up', 'hour', 'b'], people(2), 3),
          ]
        : [group(['hour', 'a'], people(4), 2), group(['hour', 'a'], people(5), 3)],
    );
    expect(results.map(({ metrics }) => metrics[0])).toEqual([25, 40, null]);
    expect(plans[1]).toMatchObject({ dimensions: ['time', 'visit:os'], filter: null });
  });
});

describe('attention', () => {
  it('is a mean of pages of visits, and unknown without any', async () => {
    const body = { metrics: ['scroll_depth', 'time_on_page'], dimensions: ['event:page'] };
    const attention = { engagedPairs: 3, engagedMs: 4499, scrollPairs: 2, scrollPercent: 101 };
    const { results } = await ask(body, () => [group(['/a'], attention), group(['/b'], {})]);
    expect(results.map(({ metrics }) => metrics)).toEqual([
      [51, 1],
      [null, null],
    ]);
  });
});

describe('revenue', () => {
  const metrics = ['total_revenue', 'average_revenue'];
  const rows = [
    group(['a'], { revenue: [{ currency: 'EUR', amount: 1234.5, events: 4 }] }),
    group(['b'], {}),
    group(['c'], { revenue: [{ currency: 'JPY', amount: -30, events: 1 }] }),
  ];
  const euros = { value: 1234.5, currency: 'EUR', short: '€1.2K', long: '€1,234.50' };

  it('is an amount of money with words for it', async () => {
    const { results, meta } = await ask({ metrics, dimensions: ['visit:os'] }, () => rows);
    expect(results.map((row) => [row.dimensions[0], ...row.metrics])).toEqual([
      ['a', euros, { value: 308.63, currency: 'EUR', short: '€309', long: '€308.63' }],
      ['c', expect.objectContaining({ value: -30, long: '-¥30.00' }), expect.objectContaining({ value: -30 })],
      ['b', null, null],
    ]);
    expect(meta.metric_warnings).toBeUndefined();
  });

  it('makes the words of a currency with what it made for the first row', async () => {
    const many = Array.from({ length: 20 }, (_, row) =>
      group([`${row}`], { revenue: [{ currency: 'SEK', amount: row, events: 1 }] }),
    );
    const made = jest.spyOn(Intl, 'NumberFormat');
    try {
      await ask({ metrics, dimensions: ['visit:os'] }, () => many);
      expect(made).toHaveBeenCalledTimes(2);
    } finally {
      made.mockRestore();
    }
  });

  it('of several currencies is no number, and the answer says so', async () => {
    const revenue = [
      { currency: 'EUR', amount: 1, events: 1 },
      { currency: 'USD', amount: 2, events: 1 },
    ];
    const { results, meta } = await ask({ metrics: ['visits', 'total_revenue'] }, () => [group([], { revenue })]);
    expect(results[0]?.metrics).toEqual([0, null]);
    expect(meta.metric_warnings).toEqual({
      total_revenue: {
        code: 'several_currencies',
        warning: 'Revenue of EUR, USD cannot be added up: filter on the events of one currency.',
      },
    });
  });

  it('is compared within one currency', async () => {
    const include = { comparisons: { mode: 'previous_period' } };
    const { results } = await ask({ metrics: ['total_revenue'], dimensions: ['visit:os'], include }, ({ window }) => {
      if (window.firstDay === 20513) return rows; // 1 March 2026
      return [
        group(['a'], { revenue: [{ currency: 'EUR', amount: 1000, events: 4 }] }),
        group(['c'], { revenue: [{ currency: 'EUR', amount: 30, events: 4 }] }),
      ];
    });
    expect(results.map(({ dimensions, comparison }) => [dimensions[0], comparison?.change])).toEqual([
      ['a', [23]],
      ['c', [null]],
      ['b', [null]],
    ]);
  });
});

describe('a compared share', () => {
  it('is of the people of its own period', async () => {
    const include = { comparisons: { mode: 'previous_period' } };
    const { results } = await ask({ metrics: ['percentage'], dimensions: ['visit:os'], include }, (plan) => {
      const isBefore = plan.window.firstDay < 20513;
      if (plan.dimensions.length === 0) return [group([], people(isBefore ? 10 : 20))];
      return isBefore ? [group(['a'], people(2))] : [group(['a'], people(6)), group(['b'], people(3))];
    });
    expect(results.map(({ metrics, comparison }) => [metrics, comparison?.metrics, comparison?.change])).toEqual([
      [[30], [20], [50]],
      [[15], [0], [null]],
    ]);
    expect(results[0]?.comparison).not.toHaveProperty('visitors_differ');
  });
});

describe('compared visitors', () => {
  const include = { comparisons: { mode: 'previous_period' } };
  const compare = async (metric: string, settings: Partial<Site> = {}) => {
    const scan = ({ window }: Plan) => {
      const isBefore = window.firstDay < 20513;
      return [group([], isBefore ? { visitors: 200, low: 170, high: 240 } : { visitors: 250, low: 230, high: 275 })];
    };
    return (await ask({ metrics: [metric], include }, scan, settings)).results[0]?.comparison;
  };

  it('come with a verdict and the interval of their change', async () => {
    expect(await compare('visitors')).toMatchObject({
      change: [25],
      visitors_differ: true,
      visitors_change: { low: 2, high: 54 },
    });
    expect(await compare('visits')).not.toHaveProperty('visitors_change');
  });

  it('have no interval where they are rounded: it would be that of other numbers', async () => {
    expect(await compare('visitors', { profile: 'exempt', smallCells: 0 })).toHaveProperty('visitors_change', null);
    const exactly = { profile: 'exempt', smallCells: 0, rounding: false } as const;
    expect(await compare('visitors', exactly)).toHaveProperty('visitors_change', { low: 2, high: 54 });
  });
});

describe('the order by change', () => {
  const include = { comparisons: { mode: 'previous_period' }, total_rows: true };
  const pages = { metrics: ['visits'], dimensions: ['event:page'] };
  const twoPeriods = ({ window }: Plan) =>
    window.firstDay === 20513
      ? [group(['/more'], { visits: 90 }), group(['/same'], { visits: 500 }), group(['/less'], { visits: 40 })]
      : [
          group(['/more'], { visits: 20 }),
          group(['/same'], { visits: 500 }),
          group(['/less'], { visits: 50 }),
          group(['/gone'], { visits: 30 }),
        ];

  it('is that of the differences, and has the rows that are gone', async () => {
    const order = { order_by: [['change:visits', 'asc']], include };
    const { results, meta } = await ask({ ...pages, ...order }, twoPeriods);
    expect(results.map(({ dimensions, metrics }) => [dimensions[0], metrics[0]])).toEqual([
      ['/gone', 0],
      ['/less', 40],
      ['/same', 500],
      ['/more', 90],
    ]);
    expect(meta.total_rows).toBe(4);
    const second = await ask({ ...pages, ...order, pagination: { limit: 1, offset: 1 } }, twoPeriods);
    expect(second.results.map(({ dimensions }) => dimensions[0])).toEqual(['/less']);
  });

  it('has visitors within their uncertainty between those that surely changed', async () => {
    const visitors = (now: boolean) => [
      group(['/sure'], { visitors: now ? 100 : 200, low: now ? 95 : 190, high: now ? 105 : 210 }),
      group(['/vague'], { visitors: now ? 300 : 500, low: now ? 100 : 200, high: now ? 900 : 1250 }),
      group(['/up'], { visitors: now ? 60 : 20, low: now ? 55 : 18, high: now ? 65 : 22 }),
      group(['/unknown'], { visitors: null, low: 0, high: 0 }),
    ];
    const question = { metrics: ['visitors'], dimensions: ['event:page'], include };
    const order = async (direction: string) =>
      (
        await ask({ ...question, order_by: [['change:visitors', direction]] }, ({ window }) =>
          visitors(window.firstDay === 20513),
        )
      ).results.map(({ dimensions }) => dimensions[0]);
    expect(await order('asc')).toEqual(['/sure', '/vague', '/unknown', '/up']);
    expect(await order('desc')).toEqual(['/up', '/unknown', '/vague', '/sure']);
  });

  it('tells nothing of what is hidden: it comes last, and by a shared link what is gone stays unsaid', async () => {
    const groupOf = (page: string, count: number) =>
      group([page], { visits: count, dailySum: count, ...people(count) });
    const executor = {
      firstDay: async () => null,
      scan: async ({ window }: Plan) => {
        const groups =
          window.firstDay === 20513
            ? [groupOf('/big', 100), groupOf('/tiny', 3), groupOf('/small', 4), groupOf('/more', 90)]
            : [groupOf('/big', 200), groupOf('/tiny', 90), groupOf('/small', 50), groupOf('/gone', 80)];
        return { groups, rows: groups.length, window: null };
      },
    };
    const given = { site_id: 'example.org', date_range: ['2026-03-01', '2026-03-07'], ...pages, include };
    const tell = async (direction: string, audience: 'staff' | 'public') => {
      const site = { ...SITE, profile: 'exempt' } as const;
      const body = { ...given, order_by: [['change:visits', direction]] };
      const { results, meta } = await answerQuery(body, { site, goals: [], executor, now: NOW, audience });
      return [...results.map(({ dimensions }) => dimensions[0]), meta.total_rows];
    };
    expect(await tell('asc', 'staff')).toEqual(['/big', '/gone', '/more', '/small', '/tiny', 5]);
    expect(await tell('desc', 'staff')).toEqual(['/more', '/gone', '/big', '/small', '/tiny', 5]);
    expect(await tell('asc', 'public')).toEqual(['/big', 1]);
  });

  it('needs a comparison', async () => {
    await expect(ask({ ...pages, order_by: [['change:visits', 'asc']] }, twoPeriods)).rejects.toMatchObject({
      details: [{ path: 'order_by' }],
    });
  });
});
