/** The visits of one day as an exploration sees them: which of them the question is about, whose they are, and their events. */
import { UNATTRIBUTED } from '../../../count/ports.ts';
import type { SeenVisits } from '../../../stats/explorations/ports.ts';
import type { Window } from '../../../stats/plan.ts';
import { type Column, valueAt } from '../column.ts';
import type { Day } from '../day-columns.ts';
import type { EventCondition } from './event-condition.ts';

/** `unseen`: counted without telling visitors apart. `erased`: in neither population. */
export type Population = 'identified' | 'anonymous' | 'unseen' | 'erased';

/** Visits are counted from 0 here, as their rows are. */
export class DayVisits {
  readonly length: number;
  readonly #day: Day;
  readonly #ordinal: Column;
  readonly #startedAt: Column;
  readonly #visitor: Column;
  readonly #passes: Uint8Array | null;

  constructor(day: Day, condition: EventCondition | null) {
    this.length = day.rows.visits;
    this.#day = day;
    this.#ordinal = day.column('visits', 'ordinal');
    this.#startedAt = day.column('visits', 'started_at');
    this.#visitor = day.column('people', 'visitor');
    this.#passes = condition?.ofVisits(day) ?? null;
  }

  passes(visit: number): boolean {
    return this.#passes === null || this.#passes[visit] === 1;
  }

  /** A visit belongs to the day on which it began; a part of a day asks for the time at which it did. */
  beganIn({ firstDay, lastDay, startsAt, endsAt, isWholeDays }: Window, visit: number): boolean {
    const { day } = this.#day;
    if (isWholeDays) return day >= firstDay && day <= lastDay;
    const at = this.startedAt(visit);
    return at >= startsAt && at < endsAt;
  }

  /** UTC ms. */
  startedAt(visit: number): number {
    return valueAt(this.#startedAt, visit);
  }

  /** The day-visitor's number, 0 for none. */
  ordinal(visit: number): number {
    return valueAt(this.#ordinal, visit);
  }

  /** `visitors.id` of an identified visitor. */
  visitor(visit: number): number {
    return valueAt(this.#visitor, this.ordinal(visit) - 1);
  }

  population(visit: number): Population {
    if (this.ordinal(visit) === 0) return 'unseen';
    const visitor = this.visitor(visit);
    if (visitor === UNATTRIBUTED) return 'erased';
    return visitor === 0 ? 'anonymous' : 'identified';
  }

  /** Adds a visit to what the question has looked at. */
  note(visit: number, seen: SeenVisits): void {
    const population = this.population(visit);
    seen.visits += 1;
    if (population === 'identified') seen.identified += 1;
    if (population === 'unseen') seen.unseen += 1;
  }
}
