/** The counter holds what a slow count of the same messages holds, row by row, whatever happens on the way. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SlowCounter } from '../support/reference/count-slowly.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { live, type Scenario, scenario } from '../support/reference/random-traffic.ts';
import { readTables, type Tables } from '../support/reference/read-tables.ts';
import { howOften } from '../support/soak.ts';

describe('on any traffic', () => {
  it('holds the rows of the slow count', () => {
    fc.assert(
      fc.property(scenario({ minLength: 1, maxLength: 60 }), (each) => {
        const { real, slow } = countBoth(each);
        expect(real).toEqual(slow);
      }),
      { numRuns: howOften(90, 5000) },
    );
  });
});

function countBoth(each: Scenario) {
  const { timeZone, level, onRefusal } = each.rules;
  const service = new CountingService({ timezone: timeZone, anonymous: level, onRefusal });
  try {
    const slow = new SlowCounter(each.rules);
    live(each, service, slow);
    service.close();
    return { real: tablesOf(readTables(service.file)), slow: rowsOf(slow) };
  } finally {
    service.remove();
  }
}

/** The columns that the slow count knows. */
function tablesOf(tables: Tables) {
  const bySite = (rows: Tables[keyof Tables]) => rows.filter((row) => row.site_id === 7);
  return {
    visits: bySite(tables.visits).map((row) => ({
      ...{ day: row.day, visit: row.visit, ordinal: row.ordinal, startedAt: row.started_at, lastAt: row.last_at },
      ...{ entryPage: row.entry_page, exitPage: row.exit_page, pageviews: row.pageviews },
      ...{ interactions: row.interactions, leftByLink: row.left_by_link },
    })),
    events: bySite(tables.events).map((row) => ({
      ...{ day: row.day, event: row.event, visit: row.visit, at: row.at, name: row.name, page: row.page },
      consent: ['unset', 'denied', 'granted'][Number(row.consent)],
    })),
    people: bySite(tables.people).map(({ day, ordinal, visitor, s, h, b }) => ({ day, ordinal, visitor, s, h, b })),
    visitors: bySite(tables.visitors).map((row) => ({ id: row.id, firstDay: row.first_day, lastDay: row.last_day })),
    days: bySite(tables.instrument_days).map(({ day, parts, o, s, x, y, z, fresh, returned }) => ({
      day,
      parts,
      o,
      s,
      x,
      y,
      z,
      fresh,
      returned,
    })),
    parts: bySite(tables.instrument_parts)
      .map(({ day, part, anonymous }) => ({ day, part, anonymous }))
      .filter(({ anonymous }) => anonymous !== 0),
    undated: bySite(tables.instrument_carries).map(({ o, x, y, z }) => ({ o, x, y, z }))[0] ?? {
      o: 0,
      x: 0,
      y: 0,
      z: 0,
    },
  };
}

function rowsOf(slow: SlowCounter): ReturnType<typeof tablesOf> {
  const byDay = <T extends { day: number }>(rows: readonly T[]): T[] => [...rows].sort((a, b) => a.day - b.day);
  return {
    visits: byDay(slow.visits).map(({ isDirect: _isDirect, ...visit }) => visit),
    events: byDay(slow.events),
    people: byDay(slow.people).map(({ day, ordinal, visitor, s, h, b }) => ({ day, ordinal, visitor, s, h, b })),
    visitors: slow.visitors.map(({ id, firstDay, lastDay }) => ({ id, firstDay, lastDay })),
    days: byDay(slow.bookings.days),
    parts: byDay(slow.parts()).filter(({ anonymous }) => anonymous !== 0),
    undated: slow.bookings.undated,
  };
}
