/** Counts what a simulated year holds while it is made. */
import { columnOf, type DayBatch } from './day-batch.ts';
import type { Population } from './population.ts';
import { idOf } from './texts.ts';

export interface YearFacts {
  pageviews: number;
  events: number;
  visits: number;
  people: number;
  visitors: number;
  identified_visits: number;
  visits_over_midnight: number;
}

const PAGEVIEW = idOf('name', 'pageview');

export class YearCounter {
  readonly #counted = { pageviews: 0, events: 0, visits: 0, identified_visits: 0, visits_over_midnight: 0 };

  addDay({ visits, events, people, endsAt }: DayBatch): void {
    const [ordinals, names] = [columnOf(visits, 'ordinal'), columnOf(events, 'name')];
    const visitors = columnOf(people, 'visitor');
    const count = (values: Float64Array, test: (value: number) => boolean) => values.filter(test).length;
    this.#counted.pageviews += count(names, (name) => name === PAGEVIEW);
    this.#counted.events += names.length;
    this.#counted.visits += ordinals.length;
    this.#counted.identified_visits += count(ordinals, (ordinal) => (visitors[ordinal - 1] ?? 0) > 0);
    this.#counted.visits_over_midnight += count(columnOf(visits, 'last_at'), (at) => at >= endsAt);
  }

  finish(population: Population): YearFacts {
    return { ...this.#counted, people: population.countPeople(), visitors: population.firstDays.length - 1 };
  }
}
