/** What devices say of their own dates answers whole weeks and months where people are not told apart otherwise. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { DateFlags } from '../../src/count/date-flags.ts';
import { dayOfDate } from '../../src/lib/calendar.ts';
import { answerQuery } from '../../src/stats/answer-query.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { CountingService } from '../support/reference/counting-service.ts';

const day = (date: string) => dayOfDate(date);
/** Every day of June 2026 has 100 first pages of the day, 40 of the week, 20 of the month. */
const june = Array.from({ length: 30 }, (_, index) => ({ day: day('2026-06-01') + index, d: 100, w: 40, m: 20 }));

describe('devices of a window', () => {
  const flags = new DateFlags(june, (each) => each >= day('2026-06-01') && each <= day('2026-06-30'));

  it.each([
    ['one day', '2026-06-10', '2026-06-10', 100],
    ['a week from Monday', '2026-06-08', '2026-06-14', 7 * 40],
    ['a week that is not over', '2026-06-08', '2026-06-10', 3 * 40],
    ['a month from its first day', '2026-06-01', '2026-06-30', 30 * 20],
    ['seven days that are no week', '2026-06-09', '2026-06-15', null],
    ['a week and a day', '2026-06-08', '2026-06-15', null],
    ['a month that begins on its second day', '2026-06-02', '2026-06-30', null],
  ])('%s', (_case, from, to, expected) => {
    expect(flags.countDevices(day(from), day(to))).toBe(expected);
  });

  it('are not known where a day was counted without flags, or the day before: the flag may have come at noon', () => {
    const late = june.filter((each) => each.day !== day('2026-06-09') && each.day >= day('2026-06-03'));
    const visited = new DateFlags(late, () => true);
    expect(visited.countDevices(day('2026-06-08'), day('2026-06-14'))).toBeNull();
    expect(visited.countDevices(day('2026-06-03'), day('2026-06-03'))).toBeNull();
    expect(visited.countDevices(day('2026-06-04'), day('2026-06-04'))).toBe(100);
  });
});

describe('an answer at level visits', () => {
  let service: CountingService | null = null;
  afterEach(() => service?.remove());

  it('is the number of devices for the site, and a range inside a filter', async () => {
    service = new CountingService({ anonymous: 'visits', dateFlag: true });
    const monday = Date.parse('2026-06-08T10:00Z');
    // Three devices on Monday, of which two come again on Tuesday with a new one.
    for (const [at, df] of [
      [0, 'dw'],
      [0, 'dw'],
      [0, 'dw'],
      [1, 'd'],
      [1, 'd'],
      [1, 'dw'],
      [1, undefined],
    ] as const) {
      service.sendBody(
        { n: 'pageview', u: 'https://example.org/', r: null, df },
        { ip: '198.51.100.1', userAgent: 'Firefox 0', at: monday + at * 86_400_000 },
      );
      service.flush();
    }
    const reader = new EventsReader({ file: service.file, cacheBytes: 1_000_000 });
    const ask = async (filters: unknown[]) => {
      const { site } = service as CountingService;
      const executor = {
        scan: async (plan: Parameters<EventsReader['scan']>[0]) => reader.scan(plan),
        firstDay: async (id: number) => reader.firstDay(id),
      };
      const body = {
        site_id: 'example.org',
        metrics: ['visitors', 'visitors_low', 'visitors_high'],
        date_range: ['2026-06-08', '2026-06-14'],
        filters,
      };
      const { results, meta } = await answerQuery(body, { site, goals: [], executor, now: monday });
      return { metrics: results[0]?.metrics, method: meta.visitors_method };
    };
    const whole = await ask([]);
    expect(whole.metrics).toEqual([4, 4, 4]);
    expect(whole.method).toMatchObject({ kind: 'exact', case: 'date-flag', estimator: 'date-flag', bounds: [1, 7] });
    const filtered = await ask([['is', 'visit:source', ['Direct / None']]]);
    expect(filtered.metrics).toEqual([null, 1, 7]);
    // Somebody who says no keeps no date: the devices are no longer everybody.
    service.sendBody(
      { n: 'pageview', u: 'https://example.org/', r: null, c: 'denied' },
      { ip: '198.51.100.1', userAgent: 'Firefox 0', at: monday + 2 * 86_400_000 },
    );
    service.flush();
    const refused = await ask([]);
    expect(refused.metrics).toEqual([null, 1, 8]);
    expect(refused.method).toMatchObject({ kind: 'bounds', inputs: { flaggedDevices: null } });
    reader.close();
  });
});
