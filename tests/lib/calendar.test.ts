/** Days of time zones, checked against the platform's own clock. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Calendar, clockTime, dateOf, dayAt, dayOfDate, isTimeZone } from '../../src/lib/calendar.ts';

const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Pacific/Apia',
];
const instant = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) });

describe('the calendar', () => {
  it('puts every instant into the date that the zone’s clock shows', () => {
    const calendar = new Calendar();
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, timeZone) => {
        const clock = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
        const found = dayAt(at, timeZone);
        expect(dateOf(found.day)).toBe(clock.format(at));
        expect(found.startsAt <= at && at < found.endsAt).toBe(true);
        expect(clock.format(found.startsAt)).toBe(clock.format(at));
        expect(clock.format(found.startsAt - 1)).not.toBe(clock.format(at));
        expect(calendar.dayAt(at, timeZone)).toEqual(found);
        expect(Date.parse(clockTime(at, timeZone))).toBe(Math.floor(at / 1000) * 1000);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['2026-03-29', 'Europe/Paris', 23],
    ['2026-10-25', 'Europe/Paris', 25],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-06-01', 'Asia/Kathmandu', 24],
  ])('%s in %s lasts %d hours', (date, timeZone, hours) => {
    const noon = Date.parse(`${date}T12:00:00Z`);
    const day = [noon - 43_200_000, noon, noon + 43_200_000]
      .map((at) => dayAt(at, timeZone))
      .find(({ day }) => dateOf(day) === date);
    expect(day && (day.endsAt - day.startsAt) / 3_600_000).toBe(hours);
  });

  it('refuses dates and zones that are none', () => {
    expect(() => dayOfDate('2026-02-30')).toThrow(RangeError);
    expect([isTimeZone('Europe/Paris'), isTimeZone('UTC'), isTimeZone('+02:00'), isTimeZone('Mars/Olympus')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
