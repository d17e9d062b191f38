/** Answers to the question for consent: as a slow count of the reports has them, few values a day, and what is refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { CONSENT_ACTIONS } from '../../src/domain/consent.ts';
import { answerConsent, type ConsentContext, type ConsentRow } from '../../src/stats/consent/answer-consent.ts';
import { MIGRATIONS_DIR } from '../../src/store/sqlite/migrate.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { howOften } from '../support/soak.ts';
import { refusals } from './explorations/refusals.ts';

const HOUR_MS = 3_600_000;
/** The evening before the clocks of Paris change, at the end of a month. */
const START = Date.parse('2026-03-28T20:00Z');
const TIME_ZONES = ['UTC', 'Europe/Paris', 'Pacific/Auckland'];
const COUNTRIES = ['FR', 'DE', '(not set)'];
const DEVICES = ['desktop', 'mobile', 'tablet', 'other'];

/** One report as it is sent. */
interface Report {
  hour: number;
  action: (typeof CONSENT_ACTIONS)[number];
  network: number;
  device: number;
  page: string;
  text: string;
  banner: string;
  /** Whether the same message comes twice. */
  isRepeated: boolean;
}

const report: fc.Arbitrary<Report> = fc.record({
  hour: fc.nat(24 * 9),
  action: fc.constantFrom(...CONSENT_ACTIONS),
  network: fc.nat(2),
  device: fc.nat(3),
  page: fc.constantFrom('/', '/a', '/b/c', '/été'),
  text: fc.constantFrom('2-en', '2-fr', '2.spring-fr', ''),
  banner: fc.constantFrom('passant-1', 'passant-2', ''),
  isRepeated: fc.boolean(),
});

const question = fc.record({
  time: fc.constantFrom(null, 'time:day', 'time:week', 'time:month'),
  dimension: fc.constantFrom(null, 'visit:country', 'visit:device', 'event:page', 'consent:text', 'consent:banner'),
  from: fc.integer({ min: -1, max: 9 }),
  days: fc.integer({ min: 0, max: 9 }),
});
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

let service: CountingService;
let reader: EventsReader;
const open = (settings: ConstructorParameters<typeof CountingService>[0]) => {
  service = new CountingService(settings);
  reader = new EventsReader({ file: service.file, cacheBytes: 1000 });
};
const close = () => {
  reader.close();
  service.close();
  service.remove();
};
const context = (): ConsentContext => ({
  site: service.site,
  now: START + 10 * 24 * HOUR_MS,
  executor: {
    firstDay: async (id) => reader.firstDay(id),
    readConsent: async (plan) => reader.readConsent(plan),
  },
});
const ask = (body: object) => answerConsent({ site_id: 'example.org', ...body }, context());

function send(each: Partial<Report>, id?: string): string | null {
  const { hour = 0, action = 'asked', network = 0, device = 0, page = '/', text = '', banner = '' } = each;
  const c = { asked: 'unset', ignored: 'unset', accepted: 'granted', refused: 'denied', withdrawn: 'denied' }[action];
  const body = { n: 'consent', u: `https://example.org${page}`, c, action, text, banner, b: id };
  const facts = { ip: `192.0.${network}.9`, userAgent: `Safari ${device}`, at: START + hour * HOUR_MS };
  return service.sendBody(body, facts);
}

describe('on any reports, any question about consent', () => {
  it('is answered as a slow count of them, whatever comes twice, fails on the way or lies on both sides of a restart', async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(report, { minLength: 1, maxLength: 60, size: 'max' }),
        fc.array(question, { minLength: 8, maxLength: 8 }),
        fc.constantFrom(...TIME_ZONES),
        fc.constantFrom('anonymous' as const, 'pageviews' as const, 'none' as const),
        async (reports, questions, timezone, onRefusal) => {
          open({ timezone, onRefusal });
          try {
            const inOrder = [...reports].sort((a, b) => a.hour - b.hour);
            inOrder.forEach((each, index) => {
              send(each, `m${index}`);
              if (each.isRepeated) send(each, `m${index}`);
              if (index % 7 === 3) service.failToFlush();
              if (index % 5 === 0) service.flush();
              if (index === Math.floor(reports.length / 2)) service.restart();
            });
            service.flush();
            for (const asked of questions) {
              const { results } = await ask(bodyOf(asked));
              expect(results).toEqual(answerSlowly(inOrder, asked, timezone));
              rows += results.length;
            }
          } finally {
            close();
          }
        },
      ),
      { numRuns: howOften(12, 1000) },
    );
    expect(rows).toBeGreaterThan(60);
  });
});

function bodyOf({ time, dimension, from, days }: Question): object {
  const dimensions = [time, dimension].filter((name) => name !== null);
  return {
    dimensions,
    date_range: [dateAfter('2026-03-28', from), dateAfter('2026-03-28', from + days)],
    limit: 10_000,
  };
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 24 * HOUR_MS).toISOString().slice(0, 10);
}

/** Every report looked at for every figure. */
function answerSlowly(reports: readonly Report[], { time, dimension, from, days }: Question, timeZone: string) {
  const clock = new Intl.DateTimeFormat('sv', { timeZone });
  const dates = Array.from({ length: days + 1 }, (_each, index) => dateAfter('2026-03-28', from + index));
  const labelOf = (date: string): string => {
    const monday = dateAfter(date, -((new Date(date).getUTCDay() + 6) % 7));
    const begins: Record<string, string> = {
      'time:day': date,
      'time:week': monday,
      'time:month': `${date.slice(0, 7)}-01`,
    };
    const begin = begins[time ?? ''] ?? '';
    return begin < (dates[0] ?? '') ? (dates[0] ?? '') : begin;
  };
  const saidOf = ({ network, device, page, text, banner }: Report): string => {
    const values: Record<string, string | undefined> = {
      ...{
        'visit:country': COUNTRIES[network],
        'visit:device': DEVICES[device],
        'event:page': new URL(page, 'http://x').pathname,
      },
      ...{ 'consent:text': text || '(not set)', 'consent:banner': banner || '(not set)' },
    };
    return values[dimension ?? ''] ?? '';
  };
  const placeOf = (each: Report) => ({ date: clock.format(START + each.hour * HOUR_MS), value: saidOf(each) });
  const groups = new Map<string, Report[]>(time === null && dimension === null ? [['[]', []]] : []);
  for (const each of reports) {
    const { date, value } = placeOf(each);
    if (!dates.includes(date)) continue;
    const key = JSON.stringify([...(time === null ? [] : [labelOf(date)]), ...(dimension === null ? [] : [value])]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1000) / 10);
  const rows = [...groups].map(([key, members]): ConsentRow => {
    const count = (action: string) => members.filter((each) => each.action === action).length;
    const [asked, accepted, refused] = [count('asked'), count('accepted'), count('refused')];
    return {
      dimensions: JSON.parse(key) as string[],
      ...{ asked, accepted, refused, ignored: count('ignored'), withdrawn: count('withdrawn') },
      answered: accepted + refused,
      acceptance_rate: percent(accepted, accepted + refused),
      answer_rate: accepted + refused > asked ? null : percent(accepted + refused, asked),
    };
  });
  const sizeOf = (row: ConsentRow) => row.asked + row.answered + row.ignored + row.withdrawn;
  const stored = (value: string | undefined) => (value === '(not set)' ? '' : (value ?? ''));
  return rows.sort((a, b) => {
    const [x, y] = time === null ? ['', ''] : [a.dimensions[0] ?? '', b.dimensions[0] ?? ''];
    if (x !== y) return x < y ? -1 : 1;
    return sizeOf(b) - sizeOf(a) || (stored(a.dimensions.at(-1)) < stored(b.dimensions.at(-1)) ? -1 : 1);
  });
}

describe('the counters of consent', () => {
  beforeEach(() => open({}));
  afterEach(close);

  it('keep the first 500 pages of a day and count the rest together, with all actions of a page in one place', async () => {
    for (let page = 0; page < 510; page++) send({ page: `/p/${page}` });
    for (let page = 0; page < 510; page++) send({ page: `/p/${page}`, action: 'accepted' });
    service.flush();
    const { results, meta } = await ask({ dimensions: ['event:page'], date_range: 'all', limit: 10_000 });
    expect(meta.total_rows).toBe(501);
    expect(results[0]).toMatchObject({ dimensions: ['(other)'], asked: 10, accepted: 10, answer_rate: 100 });
    expect(results.slice(1).every(({ asked, accepted }) => asked === 1 && accepted === 1)).toBe(true);
    const [whole] = (await ask({ date_range: 'all' })).results;
    expect(whole).toMatchObject({ asked: 510, accepted: 510 });
  });

  it('keep no more names of texts and banners than a day needs, whatever is sent', async () => {
    for (let index = 0; index < 120; index++) send({ text: `t${index}`, banner: `b${index}` });
    service.flush();
    for (const dimension of ['consent:text', 'consent:banner'])
      expect((await ask({ dimensions: [dimension], date_range: 'all' })).meta.total_rows).toBe(51);
  });

  it('join no two things that a report says', () => {
    send({ page: '/alone', network: 1, device: 2, text: '2-en', banner: 'passant-2' });
    service.flush();
    const db = new Database(service.file, { readonly: true });
    const rows = db.prepare('SELECT dimension, value FROM consent_days WHERE asked > 0 ORDER BY dimension').all();
    db.close();
    expect(rows).toEqual([
      { dimension: 'all', value: '' },
      { dimension: 'banner', value: 'passant-2' },
      { dimension: 'country', value: 'DE' },
      { dimension: 'device', value: 'tablet' },
      { dimension: 'page', value: '/alone' },
      { dimension: 'text', value: '2-en' },
    ]);
  });

  it('go with the days that a site no longer keeps', async () => {
    send({ hour: 0 });
    send({ hour: 48, action: 'accepted' });
    service.flush();
    const today = Math.floor((START + 48 * HOUR_MS) / (24 * HOUR_MS));
    while (!service.removeOldDays(today).isDone);
    expect((await ask({ date_range: 'all' })).results).toMatchObject([{ asked: 0, accepted: 1 }]);
  });

  it('take over the sums that were counted before they had values', () => {
    const db = new Database(':memory:');
    const folder = join(MIGRATIONS_DIR, 'events-sqlite');
    const apply = (isBefore: boolean) => {
      for (const name of readdirSync(folder).sort())
        if (name < '0007' === isBefore) db.exec(readFileSync(join(folder, name), 'utf8'));
    };
    apply(true);
    db.exec(
      "INSERT INTO consent_days VALUES (7, 20540, 'asked', 9), (7, 20540, 'refused', 2), (7, 20541, 'accepted', 1)",
    );
    apply(false);
    expect(db.prepare('SELECT * FROM consent_days').raw().all()).toEqual([
      [7, 20540, 'all', '', 9, 0, 2, 0, 0],
      [7, 20541, 'all', '', 0, 1, 0, 0, 0],
    ]);
    db.close();
  });

  it('count a refusal where nothing else of whoever refuses is counted', async () => {
    close();
    open({ onRefusal: 'none' });
    expect(send({ action: 'refused' })).toBeNull();
    expect(
      service.sendBody(
        { n: 'pageview', u: 'https://example.org/', c: 'denied' },
        { ip: '192.0.2.1', userAgent: 'S 1', at: START },
      ),
    ).toBe('refused');
    service.flush();
    expect((await ask({ date_range: 'all' })).results).toMatchObject([{ refused: 1, acceptance_rate: 0 }]);
  });
});

describe('a question about consent', () => {
  beforeEach(() => open({}));
  afterEach(close);

  it.each([
    ['a dimension that is none', { dimensions: ['visit:source'] }, 'dimensions[0]'],
    ['two dimensions beside time', { dimensions: ['visit:country', 'visit:device'] }, 'dimensions[1]'],
    ['time behind another', { dimensions: ['visit:country', 'time:day'] }, 'dimensions[1]'],
    ['filters', { filters: [['is', 'visit:country', ['FR']]] }, 'filters'],
    ['a part of a day', { date_range: '24h' }, 'date_range'],
    ['no rows', { limit: 0 }, 'limit'],
    ['an unknown range', { date_range: 'forever' }, 'date_range'],
  ])('with %s is refused and told where', async (_what, change, path) => {
    expect(await refusals(ask({ date_range: '30d', ...change }))).toEqual([path]);
  });
});

describe('of a site in the profile exempt', () => {
  it('answers are told in tens, few as none, and a place with few reports not at all', async () => {
    open({ profile: 'exempt' });
    try {
      for (let index = 0; index < 12; index++) send({ network: 0 }, `asked-${index}`);
      for (let index = 0; index < 6; index++) send({ network: 0, action: 'accepted' }, `accepted-${index}`);
      for (let index = 0; index < 4; index++) send({ network: 0, action: 'refused' }, `refused-${index}`);
      for (let index = 0; index < 3; index++) send({ network: 1 }, `elsewhere-${index}`);
      service.flush();
      const date_range = ['2026-03-28', '2026-03-28'];
      const whole = await ask({ date_range });
      expect(whole.results).toEqual([
        {
          ...{ dimensions: [], asked: 20, accepted: 10, refused: 0, ignored: 0, withdrawn: 0, answered: 10 },
          ...{ acceptance_rate: 100, answer_rate: 50 },
        },
      ]);
      expect(whole.meta.disclosure).toEqual({
        ...{ rounded_to: 10, smallest: 5 },
        reason: 'Counts are rounded to 10, fewer than 5 are told as none, and rows without any are left out.',
      });
      const places = await ask({ date_range, dimensions: ['visit:country'] });
      expect(places.results.map(({ dimensions, asked }) => [dimensions, asked])).toEqual([[[COUNTRIES[0]], 10]]);
      expect(places.meta.total_rows).toBe(1);
    } finally {
      close();
    }
  });

  it('answers fewer than the smallest cell are told as none though they would round up, and in tens without rounding', async () => {
    open({ profile: 'exempt', smallCells: 10, rounding: false });
    try {
      for (let index = 0; index < 8; index++) send({ action: 'refused' }, `refused-${index}`);
      for (let index = 0; index < 11; index++) send({ action: 'accepted' }, `accepted-${index}`);
      service.flush();
      const { results } = await ask({ date_range: ['2026-03-28', '2026-03-28'] });
      expect(results).toMatchObject([{ accepted: 10, refused: 0 }]);
    } finally {
      close();
    }
  });
});
