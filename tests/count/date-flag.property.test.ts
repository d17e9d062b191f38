/** Date flags add up to the true number of devices of every calendar day, ISO week and month: real client, real pipeline, real table. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noteVisit } from '../../client/tracker/features/date-flag.ts';
import { ANONYMOUS_LEVELS } from '../../src/domain/levels.ts';
import { type FakePage, fakePage } from '../client/support/fake-page.ts';
import { dateOfDay, dayNumber, dayOf, startOf } from '../support/reference/calendar-slowly.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { identifierOf } from '../support/reference/random-traffic.ts';
import { readTables } from '../support/reference/read-tables.ts';
import { howOften } from '../support/soak.ts';

const MINUTE = 60_000;
const DAYS = 70;
/** From each of them 70 days hold a change of the clocks, and ends of months that split a week. */
const FIRST_DATES = ['2026-02-20', '2026-09-20'];

let page: FakePage;
beforeEach(() => {
  page = fakePage();
});
afterEach(() => page.restore());

const visit = fc.record({
  day: fc.nat(DAYS - 1),
  minute: fc.oneof(fc.nat(1439), fc.constantFrom(0, 1, 1439)),
  pages: fc.integer({ min: 1, max: 3 }),
  sentTwice: fc.boolean(),
  next: fc.constantFrom('wait', 'wait', 'wait', 'commit', 'refuse', 'restart'),
});
const device = fc.record({
  consent: fc.constantFrom('unset', 'unset', 'granted', 'denied'),
  visits: fc.array(visit, { minLength: 1, maxLength: 30, size: 'max' }),
});
const life = fc.record({
  timezone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'UTC'),
  anonymous: fc.constantFrom(...ANONYMOUS_LEVELS),
  firstDay: fc.constantFrom(...FIRST_DATES.map(dayNumber)),
  devices: fc.array(device, { minLength: 1, maxLength: 6, size: 'max' }),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** What the browsers of several devices keep between their pages. */
class Jars {
  readonly #jars = new Map<number, { value: string; expiresAt: number }>();

  /** Lets a device show a page. `at` is UTC ms. @returns what it says of it */
  show(number: number, timeZone: string, consent: 'unset' | 'granted' | 'denied', at: number): string | undefined {
    const kept = this.#jars.get(number);
    page.cookies.clear();
    if (kept && kept.expiresAt > at) page.cookies.set('passant_date', kept.value);
    const flag = noteVisit(timeZone, consent, new Date(at));
    const written = page.writes.splice(0).at(-1);
    const life = Number(/Max-Age=(\d+)/.exec(written ?? '')?.[1]);
    const value = page.cookies.get('passant_date');
    if (written !== undefined && value !== undefined) this.#jars.set(number, { value, expiresAt: at + life * 1000 });
    return flag;
  }
}

function count({ timezone, anonymous, firstDay, devices }: Life) {
  const service = new CountingService({ timezone, anonymous, dateFlag: true });
  const jars = new Jars();
  const seen: { number: number; day: number }[] = [];
  const shown = devices.flatMap(({ visits, consent }, number) =>
    visits.flatMap(({ day, minute, pages, ...rest }) =>
      Array.from({ length: pages }, (_page, index) => ({
        ...{ number, consent, ...rest },
        at: startOf(firstDay + day, timezone) + (minute + index) * MINUTE,
      })),
    ),
  );
  shown.sort((a, b) => a.at - b.at);
  try {
    for (const { number, consent, at, sentTwice, next } of shown) {
      const df = jars.show(number, timezone, consent, at);
      if (consent !== 'denied') seen.push({ number, day: dayOf(at, timezone) });
      const body = { n: 'pageview', u: 'https://example.org/', c: consent, df, b: `${number} at ${at}` };
      const sent = JSON.stringify({ ...body, id: consent === 'granted' ? identifierOf(number) : undefined });
      const facts = { ip: `198.51.${number}.1`, userAgent: 'Firefox 0', at };
      for (const _time of sentTwice ? [1, 2] : [1]) service.sendBody(JSON.parse(sent), facts);
      if (next === 'refuse') service.failToFlush();
      if (next === 'commit') service.flush();
      if (next === 'restart') service.restart();
    }
    service.close();
    return { seen, rows: readTables(service.file).date_flag_days };
  } finally {
    service.remove();
  }
}

/** The Monday of a day's week, found by going back day by day. */
function mondayOf(day: number): number {
  return new Date(day * 86_400_000).getUTCDay() === 1 ? day : mondayOf(day - 1);
}

const PERIODS = {
  d: (day: number) => dateOfDay(day),
  w: (day: number) => dateOfDay(mondayOf(day)),
  m: (day: number) => dateOfDay(day).slice(0, 7),
};

describe('the counters of the date flag', () => {
  it('hold the devices of every day, week and month that have not said no', () => {
    fc.assert(
      fc.property(life, (each) => {
        const { seen, rows } = count(each);
        for (const [column, periodOf] of Object.entries(PERIODS)) {
          const devices = new Map<string, Set<number>>();
          for (const { number, day } of seen)
            devices.set(periodOf(day), (devices.get(periodOf(day)) ?? new Set()).add(number));
          const counted = new Map<string, number>();
          for (const row of rows) {
            const period = periodOf(Number(row.day));
            counted.set(period, (counted.get(period) ?? 0) + Number(row[column]));
          }
          expect(counted).toEqual(new Map([...devices].map(([period, { size }]) => [period, size])));
        }
      }),
      { numRuns: howOften(15, 200) },
    );
  });
});

describe('a date flag', () => {
  const send = (dateFlag: boolean, body: object) => {
    const service = new CountingService({ dateFlag, onRefusal: 'none' });
    try {
      const facts = { ip: '198.51.1.1', userAgent: 'Firefox 0', at: Date.parse('2026-06-10T12:00Z') };
      const message = { n: 'pageview', u: 'https://example.org/', df: 'dw', ...body };
      const refused = service.sendBody(message, facts);
      service.close();
      return { refused, rows: readTables(service.file).date_flag_days.map(({ day, d, w, m }) => [day, d, w, m]) };
    } finally {
      service.remove();
    }
  };

  it('counts on the site’s day of the event', () => {
    expect(send(true, {})).toEqual({ refused: null, rows: [[20614, 1, 1, 0]] });
  });

  it.each([
    ['where the site has it off', false, {}, null],
    ['with a custom event', true, { n: 'Sign up' }, null],
    ['with engagement', true, { n: 'engagement', e: 5000 }, null],
    ['with a page that is not kept', true, { c: 'denied' }, 'refused'],
    ['of a page of somebody else', true, { u: 'https://example.net/' }, 'foreign-host'],
  ])('does not count %s', (_what, dateFlag, body, refused) => {
    expect(send(dateFlag, body)).toEqual({ refused, rows: [] });
  });
});
