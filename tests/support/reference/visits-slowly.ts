/** The visits that an exploration asks about, each with its events and whose it is: from plain tables, as docs/how-we-count.md defines them. */
import type { Span } from './buckets-slowly.ts';
import { type Condition, conditionsIn, isAskedPositively, passesSlowly } from './conditions-slowly.ts';
import type { Row, Tables } from './read-tables.ts';
import { ERASED } from './rows.ts';
import { isOfEvents, type Surroundings, valuesOf, visitorOf } from './values-slowly.ts';

export interface SlowVisit {
  row: Row;
  /** In the order of their arrival. */
  events: Row[];
  population: 'identified' | 'anonymous' | 'unseen' | 'erased';
  /** 0 unless identified. */
  visitor: number;
}

/** In the order in which they began. */
export function visitsSlowly(tables: Tables): SlowVisit[] {
  const visits = tables.visits.map((row): SlowVisit => {
    const visitor = visitorOf(row, tables);
    const population =
      visitor === null ? 'unseen' : visitor === ERASED ? 'erased' : visitor === 0 ? 'anonymous' : 'identified';
    const events = tables.events
      .filter(({ day, visit }) => day === row.day && visit === row.visit)
      .sort((a, b) => Number(a.event) - Number(b.event));
    return { row, events, population, visitor: population === 'identified' ? Number(visitor) : 0 };
  });
  return visits.sort(
    (a, b) =>
      Number(a.row.day) - Number(b.row.day) ||
      Number(a.row.started_at) - Number(b.row.started_at) ||
      Number(a.row.visit) - Number(b.row.visit),
  );
}

export interface Site extends Surroundings {
  tables: Tables;
}

/** Whether an event passes filters that are joined by and. Engagement does as far as it fulfils a scroll goal that is asked for. */
export function eventPasses(event: Row, visit: Row, filters: Condition[], site: Site): boolean {
  if (!filters.every((filter) => passesSlowly(filter, { event, visit }, site, site.tables))) return false;
  if (event.name !== 'engagement') return true;
  const reached = valuesOf('event:goal', { event, visit }, site, site.tables);
  return reached.some((goal) => filters.some((filter) => isAskedPositively(filter, goal)));
}

/** A visit passes where it does, or, by conditions on events, where one of its events does. */
export function visitPasses({ row, events }: SlowVisit, filters: Condition[], site: Site): boolean {
  if (filters.flatMap(conditionsIn).some(([, name]) => isOfEvents(name)))
    return events.some((event) => eventPasses(event, row, filters, site));
  return filters.every((filter) => passesSlowly(filter, { visit: row, event: null }, site, site.tables));
}

export function beganInside({ row }: SlowVisit, { firstDay, lastDay, startsAt, endsAt, isWholeDays }: Span): boolean {
  const [day, at] = [Number(row.day), Number(row.started_at)];
  return isWholeDays ? day >= firstDay && day <= lastDay : at >= startsAt && at < endsAt;
}

/** How much of what was asked could be seen. */
export function coverageSlowly(visits: SlowVisit[]) {
  const identified = visits.filter(({ population }) => population === 'identified').length;
  return {
    ...{ visits: visits.length, identified, identified_share: shareSlowly(identified, visits.length) },
    unseen: visits.filter(({ population }) => population === 'unseen').length,
  };
}

/** In percent with one digit. */
export function shareSlowly(part: number, whole: number): number | null {
  return whole === 0 ? null : Number(((part / whole) * 100).toFixed(1));
}
