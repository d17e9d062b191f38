/** Which days a report is about, in the time zone of its site. */
import { describe, expect, it } from '@jest/globals';
import { reportDays } from '../../src/reports/report-days.ts';

describe('the days of a report', () => {
  it.each([
    ['week', '2026-11-30T06:00:00Z', 'Europe/Paris', '2026-11-23', '2026-11-29', '2026-11-16', '2026-11-22'],
    // Monday before seven in the morning: the week before is not told yet.
    ['week', '2026-11-30T05:59:59Z', 'Europe/Paris', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['week', '2026-12-06T20:00:00Z', 'Europe/Paris', '2026-11-23', '2026-11-29', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-30T06:00:00Z', 'America/New_York', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['month', '2026-03-01T12:00:00Z', 'UTC', '2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31'],
    ['month', '2026-03-01T06:00:00Z', 'UTC', '2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['month', '2026-12-31T23:00:00Z', 'UTC', '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
  ] as const)('of the last %s at %s in %s', (period, now, zone, first, last, beforeFirst, beforeLast) => {
    const days = reportDays(period, zone, Date.parse(now));
    expect(days).toMatchObject({ first, last, before: { first: beforeFirst, last: beforeLast } });
  });

  it('end where the next day begins, also when the clocks change', () => {
    const { first, last, endedAt } = reportDays('week', 'Europe/Paris', Date.parse('2026-03-30T12:00:00Z'));
    expect([first, last, new Date(endedAt).toISOString()]).toEqual([
      '2026-03-23',
      '2026-03-29',
      '2026-03-29T22:00:00.000Z',
    ]);
  });
});
