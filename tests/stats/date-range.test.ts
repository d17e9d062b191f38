/** Windows and buckets: words and spans, and the days on which clocks change. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayOfDate } from '../../src/lib/calendar.ts';
import { bucketsOf, type DateRange, RANGE_WORDS, readSpan, unitFor, windowOf } from '../../src/stats/date-range.ts';
import type { Buckets, Window } from '../../src/stats/plan.ts';
import { bucketsSlowly, spanOfDays, spanOfTimes } from '../support/reference/buckets-slowly.ts';

const HOUR = 3_600_000;
const PARIS = 'Europe/Paris';
const LORD_HOWE = 'Australia/Lord_Howe';
const APIA = 'Pacific/Apia';

const days = (from: string, to: string): DateRange => ({ from: dayOfDate(from), to: dayOfDate(to) });
const windowOfDays = (from: string, to: string, zone: string): Window => windowOf(days(from, to), zone, 0, null);
const iso = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z');
const lengths = ({ starts }: Buckets, { endsAt }: Window) =>
  starts.map((at, index) => ((starts[index + 1] ?? endsAt) - at) / HOUR);

describe('a word', () => {
  const now = Date.parse('2026-03-29T22:30Z'); // in Paris already the 30th, a Monday

  it.each([
    ['day', '2026-03-30', '2026-03-30'],
    ['7d', '2026-03-24', '2026-03-30'],
    ['28d', '2026-03-03', '2026-03-30'],
    ['30d', '2026-03-01', '2026-03-30'],
    ['91d', '2025-12-30', '2026-03-30'],
    ['month', '2026-03-01', '2026-03-30'],
    ['6mo', '2025-10-01', '2026-03-30'],
    ['12mo', '2025-04-01', '2026-03-30'],
    ['year', '2026-01-01', '2026-03-30'],
    ['all', '2024-02-29', '2026-03-30'],
  ] as const)('%s lasts from %s to %s', (word, first, last) => {
    const window = windowOf({ word }, PARIS, now, dayOfDate('2024-02-29'));
    expect([dateOf(window.firstDay), dateOf(window.lastDay), window.isWholeDays]).toEqual([first, last, true]);
    expect(window).toEqual(windowOfDays(first, last, PARIS));
  });

  it('24h ends with the hour that is running', () => {
    const window = windowOf({ word: '24h' }, PARIS, now, null);
    expect([iso(window.startsAt), iso(window.endsAt), window.isWholeDays]).toEqual([
      '2026-03-28T23:00Z',
      '2026-03-29T23:00Z',
      false,
    ]);
    expect([dateOf(window.firstDay), dateOf(window.lastDay)]).toEqual(['2026-03-29', '2026-03-30']);
  });

  it.each([
    ['nothing is known', null],
    ['what is known lies ahead', 99_999],
  ])('all is today when %s', (_name, firstKnown) => {
    expect(windowOf({ word: 'all' }, PARIS, now, firstKnown)).toEqual(windowOf({ word: 'day' }, PARIS, now, null));
  });

  it.each(RANGE_WORDS.map((word) => [word]))('%s holds the present moment', (word) => {
    for (const zone of [PARIS, LORD_HOWE, APIA, 'America/New_York']) {
      const window = windowOf({ word }, zone, now, dayOfDate('2020-01-01'));
      expect(window.startsAt).toBeLessThanOrEqual(now);
      expect(window.endsAt).toBeGreaterThan(now);
    }
  });
});

describe('a span', () => {
  it.each([
    ['2026-03-01', '2026-03-30', days('2026-03-01', '2026-03-30')],
    ['2026-03-01', '2026-03-01', days('2026-03-01', '2026-03-01')],
    [
      '2026-03-01T12:00:00Z',
      '2026-03-01T13:00:00+01:00',
      { startsAt: Date.parse('2026-03-01T12:00Z'), endsAt: Date.parse('2026-03-01T12:00Z') },
    ],
    ['9998-12-01', '9998-12-31', days('9998-12-01', '9998-12-31')],
    ['9998-12-01', '9999-01-01', null],
    ['9999-12-31T12:00:00Z', '9999-12-31T13:00:00Z', null],
    ['1000-01-01', '1000-01-01', days('1000-01-01', '1000-01-01')],
    ['0999-12-31', '2026-03-30', null],
    ['2026-02-30', '2026-03-30', null],
    ['2026-13-01', '2026-13-02', null],
    ['2026-3-1', '2026-03-30', null],
    ['2026-03-01', '2026-03-01T12:00:00Z', null],
    ['2026-03-01T12:00:00', '2026-03-02T12:00:00', null],
    ['2026-03-01T99:00:00Z', '2026-03-02T12:00:00Z', null],
    ['yesterday', 'today', null],
    ['', '', null],
  ])('%s to %s', (from, to, expected) => {
    expect(readSpan(from, to)).toEqual(expected);
  });

  it('of times belongs to the days of the zone that it touches, its end excluded', () => {
    const span = (from: string, to: string) => {
      const { firstDay, lastDay } = windowOf({ startsAt: Date.parse(from), endsAt: Date.parse(to) }, PARIS, 0, null);
      return [dateOf(firstDay), dateOf(lastDay)];
    };
    expect(span('2026-06-10T22:00Z', '2026-06-11T22:00Z')).toEqual(['2026-06-11', '2026-06-11']);
    expect(span('2026-06-10T21:59Z', '2026-06-11T22:01Z')).toEqual(['2026-06-10', '2026-06-12']);
  });
});

describe('the months of the last years', () => {
  it('are followed by those of the next one', () => {
    const { labels } = bucketsOf(windowOfDays('9998-11-15', '9999-12-31', PARIS), 'month', PARIS);
    expect(labels.slice(0, 3)).toEqual(['9998-11-15', '9998-12-01', '9999-01-01']);
    expect(labels).toHaveLength(14);
  });
});

describe('a day', () => {
  it.each([
    ['an ordinary one', PARIS, '2026-06-10', 24, '2026-06-09T22:00Z'],
    ['the spring one', PARIS, '2026-03-29', 23, '2026-03-28T23:00Z'],
    ['the autumn one', PARIS, '2026-10-25', 25, '2026-10-24T22:00Z'],
    ['the spring one of New York', 'America/New_York', '2026-03-08', 23, '2026-03-08T05:00Z'],
    ['the autumn one of New York', 'America/New_York', '2026-11-01', 25, '2026-11-01T04:00Z'],
    ['of Lord Howe in autumn, half an hour longer', LORD_HOWE, '2026-04-05', 24.5, '2026-04-04T13:00Z'],
    ['of Lord Howe in spring, half an hour shorter', LORD_HOWE, '2026-10-04', 23.5, '2026-10-03T13:30Z'],
    ['that begins at one o’clock', 'Africa/Cairo', '2026-04-24', 23, '2026-04-23T22:00Z'],
    ['that Samoa left out', APIA, '2011-12-30', 0, '2011-12-30T10:00Z'],
    ['before it', APIA, '2011-12-29', 24, '2011-12-29T10:00Z'],
    ['after it', APIA, '2011-12-31', 24, '2011-12-30T10:00Z'],
  ])('%s (%s %s) lasts %s hours from %s', (_name, zone, date, hours, startsAt) => {
    const window = windowOfDays(date, date, zone);
    expect([(window.endsAt - window.startsAt) / HOUR, iso(window.startsAt)]).toEqual([hours, startsAt]);
  });
});

describe('hours', () => {
  it.each([
    [PARIS, '2026-06-10', 24],
    [PARIS, '2026-03-29', 23],
    [PARIS, '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Africa/Cairo', '2026-04-24', 23],
    ['Asia/Kolkata', '2026-06-10', 24],
    [APIA, '2011-12-31', 24],
    [APIA, '2011-12-30', 0],
  ])('of a day in %s on %s are %s whole ones', (zone, date, count) => {
    const window = windowOfDays(date, date, zone);
    const buckets = bucketsOf(window, 'hour', zone);
    expect(lengths(buckets, window)).toEqual(Array.from({ length: count }, () => 1));
  });

  it.each([
    ['2026-04-05', 24],
    ['2026-10-04', 23],
  ])('of Lord Howe on %s end with a half one', (date, whole) => {
    const window = windowOfDays(date, date, LORD_HOWE);
    expect(lengths(bucketsOf(window, 'hour', LORD_HOWE), window)).toEqual([
      ...Array.from({ length: whole }, () => 1),
      0.5,
    ]);
  });

  it('begin anew at midnight after a half one', () => {
    const { labels } = bucketsOf(windowOfDays('2026-04-05', '2026-04-06', LORD_HOWE), 'hour', LORD_HOWE);
    expect(labels.slice(23, 27)).toEqual([
      ...['2026-04-05 22:30:00', '2026-04-05 23:30:00'],
      ...['2026-04-06 00:00:00', '2026-04-06 01:00:00'],
    ]);
  });

  it('carry the time that the clock shows: one is left out in spring, one comes twice in autumn', () => {
    const labels = (date: string) => bucketsOf(windowOfDays(date, date, PARIS), 'hour', PARIS).labels.slice(0, 5);
    expect(labels('2026-03-29')).toEqual(['00', '01', '03', '04', '05'].map((hour) => `2026-03-29 ${hour}:00:00`));
    expect(labels('2026-10-25')).toEqual(['00', '01', '02', '02', '03'].map((hour) => `2026-10-25 ${hour}:00:00`));
  });

  it('of a part of a day begin with a broken one', () => {
    const window = windowOf(
      { startsAt: Date.parse('2026-06-10T10:20Z'), endsAt: Date.parse('2026-06-10T12:30Z') },
      'UTC',
      0,
      null,
    );
    const buckets = bucketsOf(window, 'hour', 'UTC');
    expect(buckets.labels).toEqual(['10:20', '11:00', '12:00'].map((time) => `2026-06-10 ${time}:00`));
    expect(lengths(buckets, window).map((hours) => hours * 60)).toEqual([40, 60, 30]);
  });
});

describe('days, weeks and months', () => {
  it.each([
    ['day', ['2026-03-30', '2026-03-31', '2026-04-01']],
    ['week', ['2026-03-30']],
    ['month', ['2026-03-30', '2026-04-01']],
  ] as const)('%s buckets of 30 March to 1 April', (unit, labels) => {
    expect(bucketsOf(windowOfDays('2026-03-30', '2026-04-01', PARIS), unit, PARIS).labels).toEqual(labels);
  });

  it('begin weeks on Monday, the first and last of them cut by the window', () => {
    const buckets = bucketsOf(windowOfDays('2025-12-27', '2026-01-13', PARIS), 'week', PARIS);
    expect(buckets.labels).toEqual(['2025-12-27', '2025-12-29', '2026-01-05', '2026-01-12']);
  });

  it('begin months on their first day, across the year', () => {
    const buckets = bucketsOf(windowOfDays('2025-11-20', '2026-02-03', PARIS), 'month', PARIS);
    expect(buckets.labels).toEqual(['2025-11-20', '2025-12-01', '2026-01-01', '2026-02-01']);
    expect(buckets.firstDays.map(dateOf)).toEqual(buckets.labels);
  });

  it('begin with the window when it begins in mid-day', () => {
    const startsAt = Date.parse('2026-06-10T10:20Z');
    const window = windowOf({ startsAt, endsAt: Date.parse('2026-06-11T10:20Z') }, 'UTC', 0, null);
    expect(bucketsOf(window, 'day', 'UTC')).toEqual({
      ...{ unit: 'day', starts: [startsAt, Date.parse('2026-06-11T00:00Z')] },
      ...{ firstDays: [dayOfDate('2026-06-10'), dayOfDate('2026-06-11')], labels: ['2026-06-10', '2026-06-11'] },
    });
  });
});

describe('time alone', () => {
  it.each([
    ['2026-06-10', '2026-06-10', 'hour'],
    ['2026-06-10', '2026-06-11', 'day'],
    ['2026-01-01', '2026-04-02', 'day'], // 92 days
    ['2026-01-01', '2026-04-03', 'month'],
    ['2025-01-01', '2026-06-10', 'month'],
  ])('of %s to %s stands for %ss', (from, to, unit) => {
    expect(unitFor(windowOfDays(from, to, PARIS))).toBe(unit);
  });

  it('of a part of days stands for hours', () => {
    expect(unitFor(windowOf({ word: '24h' }, PARIS, Date.parse('2026-06-10T10:20Z'), null))).toBe('hour');
  });
});

describe('in any zone, over any window', () => {
  const zone = fc.constantFrom(PARIS, LORD_HOWE, 'America/New_York', 'Asia/Kolkata', 'UTC', 'America/St_Johns');
  const unit = fc.constantFrom('hour' as const, 'day' as const, 'week' as const, 'month' as const);
  const first = dayOfDate('2026-01-01');

  it('buckets are those that the clock gives, day by day', () => {
    fc.assert(
      fc.property(zone, unit, fc.nat(330), fc.nat(40), (timeZone, name, from, length) => {
        const window = windowOf({ from: first + from, to: first + from + length }, timeZone, 0, null);
        const span = spanOfDays(first + from, first + from + length, timeZone);
        expect(window).toEqual(span);
        expectSame(bucketsOf(window, name, timeZone), bucketsSlowly(span, `time:${name}`, timeZone));
      }),
      { numRuns: 150 },
    );
  });

  it('buckets of times are cut where the window is', () => {
    const minute = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(zone, unit, minute, fc.integer({ min: 1, max: 20_000 }), (timeZone, name, from, length) => {
        const startsAt = first * 24 * HOUR + from * 60_000;
        const endsAt = startsAt + length * 60_000;
        const window = windowOf({ startsAt, endsAt }, timeZone, 0, null);
        const span = spanOfTimes(startsAt, endsAt, timeZone);
        expect(window).toEqual(span);
        expectSame(bucketsOf(window, name, timeZone), bucketsSlowly(span, `time:${name}`, timeZone));
      }),
      { numRuns: 150 },
    );
  });
});

function expectSame(buckets: Buckets, slow: ReturnType<typeof bucketsSlowly>): void {
  expect(buckets.starts).toEqual(slow?.map(({ startsAt }) => startsAt));
  expect(buckets.labels).toEqual(slow?.map(({ label }) => label));
  expect(buckets.firstDays).toEqual(slow?.map(({ firstDay }) => firstDay));
}
