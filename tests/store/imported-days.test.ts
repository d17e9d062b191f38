/** What an import does with the days that it has left: columns in its own transaction, and never at the price of its rows. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { CountingService } from '../support/reference/counting-service.ts';
import { dumpTables } from '../support/reference/read-tables.ts';

const HOUR = 3_600_000;
const MIDNIGHT = Date.parse('2026-03-10T00:00Z');
const DAY = MIDNIGHT / (24 * HOUR);

let service: CountingService;
beforeEach(() => {
  service = new CountingService();
});
afterEach(() => {
  service.close();
  service.remove();
});

function view(day: number, hour: number, ip = '192.0.2.1'): void {
  const at = MIDNIGHT + (day * 24 + hour) * HOUR;
  service.sendBody({ n: 'pageview', u: 'https://example.org/' }, { ip, userAgent: 'Safari 1', at });
}

const daysOf = (table: string) => dumpTables(service.file)[table]?.map(({ day }) => day);

describe('an import', () => {
  it('makes columns of the days that it has left and that are over, together with what it commits', () => {
    view(0, 1);
    view(1, 1);
    service.flushAsImport('lane');
    expect(daysOf('sealed_days')).toEqual([]);
    view(2, 14); // the latest time there is: this day is not over, and the one before is
    service.flushAsImport('lane', [DAY, DAY + 1, DAY + 2]);
    expect(daysOf('sealed_days')).toEqual([DAY, DAY + 1]);
    expect(daysOf('events')).toEqual([DAY + 2]);
  });

  it('merges what it brings for a day that is sealed', () => {
    view(0, 1);
    service.flushAsImport('lane', [DAY]);
    view(0, 9, '198.51.100.1');
    view(2, 14);
    service.flushAsImport('lane', [DAY]);
    expect(dumpTables(service.file).sealed_days).toMatchObject([{ visits: 2, events: 2, people: 2 }]);
    expect(daysOf('events')).toEqual([DAY + 2]);
  });

  it('keeps its rows beside a day that is damaged', () => {
    view(0, 1);
    service.flush();
    service.seal(Number.POSITIVE_INFINITY);
    const db = new Database(service.file);
    db.exec("UPDATE segments SET checksum = checksum + 1 WHERE part = 'events' AND column = 'at'");
    db.close();
    view(0, 9, '198.51.100.1');
    view(2, 14);
    service.flushAsImport('lane', [DAY]);
    expect(daysOf('sealed_days')).toEqual([DAY]);
    expect(daysOf('events')).toEqual([DAY, DAY + 2]);
  });
});
