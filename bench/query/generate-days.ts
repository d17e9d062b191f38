/** A seeded year of one site, day by day: memory does not grow with the days, but for a few bytes per person. */
import { startOfDay } from '../../src/lib/calendar.ts';
import { Random } from '../uniques/random.ts';
import { columnOf, type DayBatch, emptyColumns } from './day-batch.ts';
import { DayPeople } from './day-people.ts';
import { EventList } from './event-list.ts';
import { TRAITS, traitsOf } from './person.ts';
import { Population } from './population.ts';
import { Sampler } from './sampler.ts';
import { DAYS, FIRST_DAY, LATE_VISITS, type Shape, TIME_ZONE } from './shape.ts';
import { VisitMaker } from './visit-maker.ts';

/** Visits by hour of the day. */
const HOURS = new Sampler([6, 4, 3, 2, 2, 4, 10, 22, 40, 52, 56, 54, 48, 50, 54, 55, 52, 50, 48, 46, 44, 38, 26, 13]);
const HOUR_MS = 3_600_000;
const LATE_MS = 8 * 60_000;
/** From Thursday on, since day 0 was one. */
const WEEKDAYS = [1.1, 1.02, 0.72, 0.68, 1.12, 1.18, 1.18];
const SEED = 'query';

export interface Year {
  days: Generator<DayBatch>;
  population: Population;
}

export function generateYear(shape: Shape): Year {
  const population = new Population(shape);
  return { days: generateDays(shape, population), population };
}

function* generateDays(shape: Shape, population: Population): Generator<DayBatch> {
  const random = new Random(SEED, shape.pageviews);
  const events = new EventList();
  const weights = Array.from({ length: DAYS }, (_, index) => weightOf(index, random));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let due = 0;
  for (let index = 0; index < DAYS; index++) {
    due += (shape.visits * (weights[index] ?? 0)) / sum;
    const visits = Math.floor(due);
    due -= visits;
    events.clear();
    yield generateDay({ index, visits, random, events, population });
  }
}

/** Somewhat more at the end of the year than at its beginning, less at weekends. */
function weightOf(index: number, random: Random): number {
  return (0.85 + (0.3 * index) / DAYS) * (WEEKDAYS[(FIRST_DAY + index) % 7] ?? 1) * (0.92 + 0.16 * random.next());
}

interface DayInput {
  index: number;
  visits: number;
  random: Random;
  events: EventList;
  population: Population;
}

function generateDay({ index, visits: count, random, events, population }: DayInput): DayBatch {
  const day = FIRST_DAY + index;
  const [startsAt, endsAt] = [startOfDay(day, TIME_ZONE), startOfDay(day + 1, TIME_ZONE)];
  const visits = emptyColumns('visits', count);
  const maker = new VisitMaker(random, visits, events);
  const people = new DayPeople(population, index + 1);
  const isConsenting = new Uint8Array(count);
  const starts = drawStarts(count, startsAt, endsAt, random);
  for (const [row, startedAt] of starts.entries()) {
    const person = population.next(random);
    const traits = traitsOf(person);
    maker.make(row, startedAt, startedAt >= endsAt - LATE_MS);
    const isDirect = columnOf(visits, 'source')[row] === 0;
    columnOf(visits, 'ordinal')[row] = people.admit(person, traits.device, isDirect);
    for (const name of TRAITS) columnOf(visits, name)[row] = traits[name];
    isConsenting[row] = people.hasConsented(person) ? 1 : 0;
  }
  return { day, startsAt, endsAt, visits, ...events.toColumns(isConsenting), ...people.finish() };
}

function drawStarts(count: number, startsAt: number, endsAt: number, random: Random): Float64Array {
  const starts = Float64Array.from({ length: count }, () => {
    if (random.happens(LATE_VISITS)) return endsAt - 1 - random.below(LATE_MS);
    const at = startsAt + (HOURS.pick(random.next()) + random.next()) * HOUR_MS;
    return Math.floor(Math.min(at, endsAt - 1));
  });
  return starts.sort();
}
