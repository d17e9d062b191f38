/** A filter as an exploration asks it: of single events, and of visits. */
import { ENGAGEMENT } from '../../../domain/event.ts';
import { namedScrollGoals } from '../../../stats/goal-conditions.ts';
import type { Filter } from '../../../stats/plan.ts';
import { valueAt } from '../column.ts';
import { type CompiledFilter, compileFilter, type FilterContext } from '../compile-filter.ts';
import type { Day } from '../day-columns.ts';
import { goalMask } from '../goal-mask.ts';

export class EventCondition {
  readonly #filter: CompiledFilter;
  readonly #engagement: number;
  /** Engagement is an event only as far as it fulfils a goal of scrolling that is asked for. */
  readonly #scrolls: readonly ((day: Day) => Uint8Array)[];

  constructor(filter: Filter | null, context: FilterContext) {
    this.#filter = compileFilter(filter, context);
    this.#engagement = context.terms('name').indexOf(ENGAGEMENT);
    const goals = namedScrollGoals({ filter, goals: context.goals });
    this.#scrolls = goals.map((goal) => goalMask(goal, context, false));
  }

  /** 1 where an event passes. */
  ofEvents(day: Day): Uint8Array {
    const passes = this.#filter.ofEvents(day) ?? new Uint8Array(day.rows.events).fill(1);
    if (this.#engagement < 0) return passes;
    const scrolls = this.#scrolls.map((mask) => mask(day));
    const name = day.column('events', 'name');
    for (let event = 0; event < passes.length; event++) {
      if (valueAt(name, event) !== this.#engagement) continue;
      if (scrolls.every((mask) => mask[event] === 0)) passes[event] = 0;
    }
    return passes;
  }

  /** 1 where a visit passes; by a condition on events it does where one of its events does. null: all do. */
  ofVisits(day: Day): Uint8Array | null {
    if (!this.#filter.needsEvents) return this.#filter.ofVisits(day);
    const visits = new Uint8Array(day.rows.visits);
    const passes = this.ofEvents(day);
    const visitOf = day.column('events', 'visit');
    for (let event = 0; event < passes.length; event++) {
      const visit = valueAt(visitOf, event) - 1;
      if (visit >= 0 && passes[event] === 1) visits[visit] = 1;
    }
    return visits;
  }
}
