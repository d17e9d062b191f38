/** Rows that are chosen before their people are counted: the same rows and figures as where all are counted. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerQuery, type QueryAnswer } from '../../src/stats/answer-query.ts';
import type { Plan } from '../../src/stats/plan.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { CountingService, SITE, SITE_ID } from '../support/reference/counting-service.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const DAY = 20_522; // 2026-03-10
const DAYS = 4;
const PAGES = 12;

let service: CountingService;
let reader: EventsReader;
beforeAll(() => {
  service = new CountingService();
  for (let day = DAY; day < DAY + DAYS; day++) {
    for (let person = 0; person < 80; person++) {
      const isKnown = person % 2 === 0;
      const at = day * DAY_MS + 9 * HOUR + person * 60_000;
      const sender = {
        ...{
          address: `192.${person % 7}.${(person * day) % 50}.9`,
          browser: ['Firefox', 'Chrome', ''][person % 3] ?? '',
        },
        ...{ deviceClass: person % 4, consent: isKnown ? ('granted' as const) : ('unset' as const) },
        identifier: isKnown ? `person-${person}`.padEnd(21, '_') : null,
        ...{ referrer: 'outside' as const, action: null, messageId: null, leftByLink: false },
      };
      for (let view = 0; view <= person % 3; view++)
        service.send({ ...sender, at: at + view, name: 'pageview', page: `/${(person * (view + 1) + day) % PAGES}` });
    }
  }
  service.flush();
  reader = new EventsReader({ file: service.file, cacheBytes: 20_000_000 });
});
afterAll(() => {
  reader.close();
  service.close();
  service.remove();
});

let plans: Plan[] = [];
const executor = {
  scan: async (plan: Plan) => {
    plans.push(plan);
    return reader.scan(plan);
  },
  firstDay: async () => null,
};
const METRICS = ['visitors', 'visitors_low', 'visitors_high', 'visits', 'bounce_rate'];

function ask(dimension: string, order: [string, string][], pagination: object): Promise<QueryAnswer> {
  plans = [];
  const body = {
    ...{ site_id: 'example.org', date_range: ['2026-03-12', '2026-03-13'], metrics: METRICS, dimensions: [dimension] },
    ...{ order_by: order, pagination, include: { total_rows: true, comparisons: { mode: 'previous_period' } } },
  };
  const site = { ...SITE, id: SITE_ID };
  return answerQuery(body, { site, goals: [], executor, now: (DAY + DAYS) * DAY_MS });
}

describe('the rows of a page', () => {
  it.each([
    ['event:page', ['bounce_rate', 'desc']],
    ['event:page', ['visits', 'asc']],
    ['event:page', ['event:page', 'desc']],
    ['event:page', ['visitors', 'desc']],
    ['event:page', ['visitors_low', 'asc']],
    ['visit:country', ['visits', 'asc']],
    ['visit:browser', ['bounce_rate', 'asc']],
    ['visit:device', ['visits', 'desc']],
  ] as [string, [string, string]][])('by %s, ordered by %j, are those of the whole', async (dimension, order) => {
    // To order by a change takes all rows of both periods.
    const whole = await ask(dimension, [order, ['change:visits', 'desc']], { limit: 1000, offset: 0 });
    expect(plans.every(({ only }) => only === undefined)).toBe(true);
    const rowOf = new Map(whole.results.map((row) => [row.dimensions.join(), row]));
    const counted: string[] = [];
    for (let offset = 0; offset < whole.results.length; offset += 2) {
      const page = await ask(dimension, [order], { limit: 2, offset });
      for (const row of page.results) expect(row).toEqual(rowOf.get(row.dimensions.join()));
      expect(page.meta.total_rows).toBe(whole.results.length);
      expect(page.meta.visitors_method).toEqual(whole.meta.visitors_method);
      counted.push(...page.results.map(({ dimensions }) => dimensions.join()));
      // The other period was asked about no others.
      expect(plans.at(-1)?.only).toEqual(page.results.map(({ dimensions }) => dimensions));
    }
    expect(counted).toHaveLength(whole.results.length);
    // Visitors of whom bounds are known have no figure to hold the order to.
    const figures = counted.map((name) => rowOf.get(name)?.metrics[METRICS.indexOf(order[0])] ?? null);
    if (METRICS.indexOf(order[0]) < 0 || figures.includes(null)) return;
    const sign = order[1] === 'asc' ? 1 : -1;
    expect(figures).toEqual([...figures].sort((a, b) => sign * (Number(a) - Number(b))));
  });

  it('are counted alone where people do not decide on their order', async () => {
    await ask('event:page', [['bounce_rate', 'desc']], { limit: 2, offset: 0 });
    expect(plans.map(({ countsVisitors, only }) => [countsVisitors, only?.length])).toEqual([
      [false, undefined],
      [true, 2],
      [true, 2],
    ]);
  });
});
