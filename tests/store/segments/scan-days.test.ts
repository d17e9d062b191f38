/** Scans of days made by hand: what random traffic meets too rarely. */
import { describe, expect, it } from '@jest/globals';
import type { Goal } from '../../../src/domain/goal.ts';
import { dayOfDate, startOfDay } from '../../../src/lib/calendar.ts';
import type { Plan } from '../../../src/stats/plan.ts';
import { emptyParts, orderEvents } from '../../../src/store/segments/arrange-day.ts';
import { DayInMemory } from '../../../src/store/segments/day-columns.ts';
import { GroupKeys } from '../../../src/store/segments/group-keys.ts';
import { PARTS, type PartName } from '../../../src/store/segments/parts.ts';
import { scanDays } from '../../../src/store/segments/scan-days.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const DAY = 20_522; // 2026-03-10
const TEXTS: Record<string, string[]> = {
  ...{ name: ['', 'pageview', 'engagement', 'purchase'], page: ['', '/docs/start'], currency: ['', 'EUR'] },
};
const [PAGEVIEW, ENGAGEMENT, PURCHASE] = [1, 2, 3];

type Row = Record<string, number>;

/** A day of one anonymous visit; columns that are not given are 0. */
function dayWith(day: number, timeZone: string, startsAt: number, events: Row[]): DayInMemory {
  const [first, last] = [events[0]?.at ?? 0, events.at(-1)?.at ?? 0];
  const rows: Record<PartName, Row[]> = {
    visits: [{ visit: 1, ordinal: 1, started_at: first, last_at: last, entry_page: 1, pageviews: 1 }],
    events: events.map((event, index) => ({ event: index + 1, visit: 1, page: 1, ...event })),
    people: [{ ordinal: 1, h: 1 }],
    properties: [],
  };
  const parts = emptyParts();
  for (const part of Object.keys(parts) as PartName[])
    parts[part] = PARTS[part].columns.map((name) => Float64Array.from(rows[part], (row) => row[name] ?? 0));
  return new DayInMemory({ day, timeZone, startsAt, endsAt: startsAt + DAY_MS }, orderEvents(parts));
}

function scan(days: DayInMemory[], plan: Partial<Plan> & Pick<Plan, 'window'>) {
  return scanRows(days, plan)[0]?.sums;
}

function scanRows(days: DayInMemory[], plan: Partial<Plan> & Pick<Plan, 'window'>) {
  const asked = {
    ...{ siteId: 7, buckets: null, dimensions: [], filter: null, goals: [], figures: ['visits'] as const, cut: null },
    ...{ countsVisitors: false, countsRefusals: false },
    ...plan,
  };
  return scanDays(asked, {
    days: (first, last) => days.filter(({ day }) => day >= first && day <= last),
    terms: (kind) => TEXTS[kind] ?? [''],
    ...{ firstDays: () => new Int32Array(0), instrument: [], firstPages: [] },
  }).groups;
}

const wholeDay = (day: number, startsAt: number): Plan['window'] => ({
  ...{ firstDay: day, lastDay: day, startsAt, endsAt: startsAt + DAY_MS, isWholeDays: true },
});

describe('a scan', () => {
  it('finds the events of days that began earlier, in a zone that the site had before', () => {
    // 12:00 UTC on 10 March was 11 March in Auckland; it is 10 March in Los Angeles.
    const auckland = dayWith(DAY + 1, 'Pacific/Auckland', DAY * DAY_MS + 11 * HOUR, [
      { at: DAY * DAY_MS + 12 * HOUR, name: PAGEVIEW },
    ]);
    expect(scan([auckland], { window: wholeDay(DAY, DAY * DAY_MS + 7 * HOUR) })).toMatchObject({ pageviews: 1 });
    const afternoon = { ...wholeDay(DAY, DAY * DAY_MS + 7 * HOUR), isWholeDays: false };
    expect(scan([auckland], { window: afternoon })).toMatchObject({ pageviews: 1, visits: 1 });
  });

  it('counts a page that was scrolled far enough once per visit, also after midnight', () => {
    const midnight = (DAY + 1) * DAY_MS;
    const reports = [1, 2, 3].map((minute) => ({ at: midnight + minute * 60_000, name: ENGAGEMENT, scroll_depth: 90 }));
    const day = dayWith(DAY, 'UTC', DAY * DAY_MS, [{ at: midnight - 60_000, name: PAGEVIEW }, ...reports]);
    const goal: Goal = { name: 'Read', kind: 'scroll', path: '/docs/*', depth: 75 };
    const filter: Plan['filter'] = {
      ...{ kind: 'compare', operator: 'is', dimension: 'event:goal', values: ['Read'], caseSensitive: true },
    };
    const asked = { goals: [goal], filter };
    expect(scan([day], { ...asked, window: wholeDay(DAY + 1, midnight) })).toMatchObject({ events: 1, pageviews: 0 });
    expect(scan([day], { ...asked, window: wholeDay(DAY, midnight - DAY_MS) })).toMatchObject({ events: 0, visits: 1 });
  });

  it('puts visible time and revenue into the day of their own, also where the visit began on the day before', () => {
    const midnight = (DAY + 1) * DAY_MS;
    const day = dayWith(DAY, 'UTC', DAY * DAY_MS, [
      { at: midnight - 120_000, name: PAGEVIEW },
      { at: midnight - 60_000, name: ENGAGEMENT, engaged_ms: 5000, scroll_depth: 10 },
      { at: midnight - 30_000, name: PURCHASE, currency: 1, amount: 7 },
      { at: midnight + 60_000, name: ENGAGEMENT, engaged_ms: 9000, scroll_depth: 80 },
      { at: midnight + 90_000, name: PURCHASE, currency: 1, amount: 11 },
    ]);
    const starts = [midnight - DAY_MS, midnight];
    const rows = scanRows([day], {
      window: {
        firstDay: DAY,
        lastDay: DAY + 1,
        startsAt: starts[0] ?? 0,
        endsAt: midnight + DAY_MS,
        isWholeDays: true,
      },
      buckets: { unit: 'day', starts, firstDays: [DAY, DAY + 1], labels: ['first', 'second'] },
      ...{ dimensions: ['time', 'event:page'] as const, figures: ['engagement', 'revenue'] as const },
    });
    const told = rows.map(({ values, sums }) => [
      values[0],
      sums.engagedMs,
      sums.scrollPercent,
      sums.revenue[0]?.amount,
    ]);
    expect(told.sort()).toEqual([
      ['first', 5000, 10, 7],
      ['second', 9000, 80, 11],
    ]);
  });

  it.each([
    ['Europe/Paris', '2026-03-10', '2026-03-09T23:00:00Z', '00'],
    ['Europe/Paris', '2026-03-10', '2026-03-09T23:59:59.999Z', '00'],
    ['Europe/Paris', '2026-03-10', '2026-03-10T11:00:00Z', '12'],
    ['Europe/Paris', '2026-03-10', '2026-03-10T22:59:59.999Z', '23'],
    // A visit belongs to the day on which its first event was taken in, which can be another than that of its time.
    ['Europe/Paris', '2026-03-10', '2026-03-09T22:30:00Z', '23'],
    ['Europe/Paris', '2026-03-10', '2026-03-11T00:10:00Z', '01'],
    // Two o'clock does not come, and comes twice.
    ['Europe/Paris', '2026-03-29', '2026-03-29T00:59:00Z', '01'],
    ['Europe/Paris', '2026-03-29', '2026-03-29T01:00:00Z', '03'],
    ['Europe/Paris', '2026-10-25', '2026-10-25T00:30:00Z', '02'],
    ['Europe/Paris', '2026-10-25', '2026-10-25T01:30:00Z', '02'],
    ['Europe/Paris', '2026-10-25', '2026-10-25T02:30:00Z', '03'],
    // There the clock is set by half an hour, and here it is three quarters of an hour off.
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T14:45:00Z', '01'],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T15:20:00Z', '01'],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T15:30:00Z', '02'],
    ['Asia/Kathmandu', '2026-03-10', '2026-03-10T00:20:00Z', '06'],
  ])('finds the hour of the clock in %s on %s at %s', (timeZone, date, time, hour) => {
    const day = dayOfDate(date);
    const startsAt = startOfDay(day, timeZone);
    const visit = dayWith(day, timeZone, startsAt, [{ at: Date.parse(time), name: PAGEVIEW }]);
    const rows = scanRows([visit], { window: wholeDay(day, startsAt), dimensions: ['visit:hour'] });
    expect(rows.map(({ values }) => values)).toEqual([[hour]]);
  });
});

describe('the rows of an answer', () => {
  it('are refused with a sentence when there are more than a million', () => {
    const keys = new GroupKeys([3_000_000]);
    const values = { values: Uint32Array.from({ length: 1_000_001 }, (_, row) => row), from: 0 };
    expect(() => keys.assign([values], 1_000_001, null, new Uint32Array(1_000_001))).toThrow(
      'The answer has more than 1000000 rows: add a filter, or ask for fewer dimensions.',
    );
  });
});
