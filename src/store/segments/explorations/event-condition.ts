/** A filter as an exploration asks it: of visits, and of single events in their visit. */
import { ENGAGEMENT } from '../../../domain/event.ts';
import { namedScrollGoals } from '../../../stats/goal-conditions.ts';
import type { Filter } from '../../../stats/plan.ts';
import { valueAt } from '../column.ts';
import { type CompiledFilter, compileFilter, type FilterContext } from '../compile-filter.ts';
import type { Day } from '../day-columns.ts';
import { goalMask } from '../goal-mask.ts';

/** Of an event and its visit, both counted from 0. */
export type EventTest = (event: number, visit: number) => boolean;

export class EventCondition {
  readonly #filter: CompiledFilter;
  readonly #engagement: number;
  /** Engagement is an event only as far as it fulfils a goal of scrolling that is asked for by name. */
  readonly #scrolls: readonly ((day: Day) => Uint8Array)[];

  constructor(filter: Filter | null, context: FilterContext) {
    this.#filter = compileFilter(filter, context);
    this.#engagement = context.terms('name').indexOf(ENGAGEMENT);
    const goals = namedScrollGoals({ filter, goals: context.goals });
    this.#scrolls = goals.map((goal) => goalMask(goal, context, false));
  }

  testEvents(day: Day): EventTest {
    const { needsEvents } = this.#filter;
    const passes = needsEvents ? this.#filter.ofEvents(day) : this.#filter.ofVisits(day);
    const scrolls = this.#scrolls.map((mask) => mask(day));
    const name = day.column('events', 'name');
    return (event, visit) => {
      if (passes !== null && passes[needsEvents ? event : visit] !== 1) return false;
      return valueAt(name, event) !== this.#engagement || scrolls.some((mask) => mask[event] === 1);
    };
  }

  /** A visit passes a condition on events where one of its events does. @returns a byte per visit, null when all pass */
  testVisits(day: Day): Uint8Array | null {
    if (!this.#filter.needsEvents) return this.#filter.ofVisits(day);
    const visits = new Uint8Array(day.rows.visits);
    const test = this.testEvents(day);
    const visitOf = day.column('events', 'visit');
    for (let event = 0; event < day.rows.events; event++) {
      const visit = valueAt(visitOf, event) - 1;
      if (visit >= 0 && visits[visit] === 0 && test(event, visit)) visits[visit] = 1;
    }
    return visits;
  }
}
