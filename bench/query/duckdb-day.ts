/** One simulated day as the columns of DuckDB's two tables: numbers through the year, and each event with what its visit is. */
import { columnOf, type DayBatch } from './day-batch.ts';
import { MONTHS } from './months.ts';
import { idOf } from './texts.ts';

/** NaN stands for NULL. */
export type Values = Float64Array;

const OF_VISIT = [
  ...['source', 'channel', 'referrer', 'utm_source', 'utm_medium', 'utm_campaign', 'country', 'browser'],
  ...['browser_version', 'os', 'os_version', 'device', 'language', 'entry_page', 'exit_page'],
];
const PAGEVIEW = idOf('name', 'pageview');

/** @param before visits and day-visitors of all earlier days */
export function readDuckdbDay(
  batch: DayBatch,
  before: { visits: number; people: number },
): Record<'visits' | 'events', Record<string, Values>> {
  const visits = readVisits(batch, before);
  const { events, properties, day, startsAt, endsAt } = batch;
  const visitOf = columnOf(events, 'visit');
  const at = columnOf(events, 'at');
  const names = columnOf(events, 'name');
  const ofVisit = (name: string): Values => {
    const values = columnOf(visits, name);
    return visitOf.map((visit) => values[visit - 1] ?? Number.NaN);
  };
  const plan = new Float64Array(at.length);
  for (const [index, event] of columnOf(properties, 'event').entries())
    plan[event - 1] = columnOf(properties, 'value')[index] ?? 0;
  const after = columnOf(visits, 'after');
  for (let index = 0; index < at.length; index++) {
    const visit = (visitOf[index] ?? 1) - 1;
    if (names[index] === PAGEVIEW && (at[index] ?? 0) >= endsAt) after[visit] = (after[visit] ?? 0) + 1;
  }
  const ownDay = at.map((time) => (time < endsAt ? day : day + 1));
  return {
    visits,
    events: {
      ...Object.fromEntries(
        ['day', 'month', 'visit', 'person', 'visitor', ...OF_VISIT].map((name) => [name, ofVisit(name)]),
      ),
      own_day: ownDay,
      own_month: ownDay.map((own) => MONTHS.firstDayOf(own)),
      occurred: at.map((time) => time - startsAt),
      name: names,
      page: columnOf(events, 'page'),
      currency: columnOf(events, 'currency'),
      amount: columnOf(events, 'amount'),
      plan,
    },
  };
}

function readVisits(
  { visits, people, day, startsAt }: DayBatch,
  before: { visits: number; people: number },
): Record<string, Values> {
  const ordinals = columnOf(visits, 'ordinal');
  const visitors = columnOf(people, 'visitor');
  const same = (value: number): Values => new Float64Array(ordinals.length).fill(value);
  return {
    ...Object.fromEntries(OF_VISIT.map((name) => [name, columnOf(visits, name)])),
    day: same(day),
    month: same(MONTHS.firstDayOf(day)),
    visit: columnOf(visits, 'visit').map((visit) => before.visits + visit),
    person: ordinals.map((ordinal) => before.people + ordinal),
    // NULL when anonymous: counting distinct ones leaves it out.
    visitor: ordinals.map((ordinal) => visitors[ordinal - 1] || Number.NaN),
    started: columnOf(visits, 'started_at').map((time) => time - startsAt),
    last: columnOf(visits, 'last_at').map((time) => time - startsAt),
    pageviews: columnOf(visits, 'pageviews'),
    after: same(0),
    interactions: columnOf(visits, 'interactions'),
  };
}
