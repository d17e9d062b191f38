/** One day as a plan sees it: what of it lies in the window, in which bucket of time, and what passes the filter. */
import { ENGAGEMENT, PAGEVIEW } from '../../domain/event.ts';
import type { Goal } from '../../domain/goal.ts';
import { namedScrollGoals } from '../../stats/goal-conditions.ts';
import type { Buckets, Plan } from '../../stats/plan.ts';
import { holds, valueAt } from './column.ts';
import { type CompiledFilter, compileFilter, type FilterContext } from './compile-filter.ts';
import type { Day, LooseEvents } from './day-columns.ts';
import { type EventHits, withoutValue } from './event-hits.ts';
import { goalMask } from './goal-mask.ts';
import { both, either } from './masks.ts';

/** A plan's filter and goals, made fast once. */
export interface Question {
  plan: Plan;
  context: FilterContext;
  filter: CompiledFilter;
  /** The filter for engagement events, which pass for the pageviews that they tell of. */
  engagementFilter: CompiledFilter;
  goals: readonly { goal: Goal; mask: (day: Day) => Uint8Array; ofEngagement: (day: Day) => Uint8Array }[];
  /** Fulfilled by the engagement events that take part without the dimension `event:goal`. */
  scrollGoals: readonly ((day: Day) => Uint8Array)[];
  pageviewId: number;
  engagementId: number;
}

export function prepareQuestion(plan: Plan, context: FilterContext): Question {
  const names = context.terms('name');
  const needsGoals = plan.dimensions.includes('event:goal');
  return {
    ...{ plan, context, filter: compileFilter(plan.filter, context) },
    engagementFilter: compileFilter(plan.figures.includes('engagement') ? plan.filter : null, context, true),
    goals: (needsGoals ? plan.goals : []).map((goal) => ({
      goal,
      mask: goalMask(goal, context, false),
      ofEngagement: goalMask(goal, context, true),
    })),
    scrollGoals: namedScrollGoals(plan).map((goal) => goalMask(goal, context, false)),
    pageviewId: names.indexOf(PAGEVIEW),
    engagementId: names.indexOf(ENGAGEMENT),
  };
}

/**
 * `whole`: the day lies in one bucket, so that its visits tell of its events but for the loose ones. `loose`: outside the window, only
 * loose events can reach into it. `timed`: each event is looked at.
 */
type Mode = 'whole' | 'loose' | 'timed';

export class DayView {
  readonly day: Day;
  readonly mode: Mode;
  /** Visits of the day may count. */
  readonly isInside: boolean;
  /** Of the day, where days lie in one bucket. */
  readonly bucket: number;
  readonly loose: LooseEvents;
  readonly #question: Question;
  readonly #takes = new Map<number, Uint8Array | null>();
  #visits: Uint8Array | null | undefined;
  #hits: EventHits | null | undefined;

  constructor(day: Day, question: Question) {
    this.day = day;
    this.#question = question;
    const { window, buckets } = question.plan;
    // A part of a day asks for the time at which a visit began, whatever day that was when it was counted.
    this.isInside = !window.isWholeDays || (day.day >= window.firstDay && day.day <= window.lastDay);
    this.bucket = buckets === null ? 0 : Math.max(0, lastNotAbove(buckets.firstDays, day.day));
    this.loose = day.loose();
    this.mode = this.#modeOf();
  }

  /** Where a visit that passes the filter counts; null: all do. */
  visits(): Uint8Array | null {
    if (this.#visits === undefined) this.#visits = this.#question.filter.ofVisits(this.day);
    return this.#visits;
  }

  /** The bucket of each visit, -1 outside the window; one for all where they do not differ. */
  visitBuckets(): Int32Array | number {
    const { window, buckets: asked } = this.#question.plan;
    if (!this.isInside) return -1;
    if (window.isWholeDays && asked?.unit !== 'hour') return this.bucket;
    const { values, from } = this.day.column('visits', 'started_at');
    const buckets = new Int32Array(values.length);
    for (let visit = 0; visit < buckets.length; visit++)
      buckets[visit] = this.#bucketOfVisit((values[visit] ?? 0) + from);
    return buckets;
  }

  /** The bucket of a time (UTC ms), -1 outside the window. */
  bucketAt(at: number): number {
    const { window, buckets } = this.#question.plan;
    if (at < window.startsAt || at >= window.endsAt) return -1;
    return buckets === null ? 0 : Math.max(0, lastNotAbove(buckets.starts, at));
  }

  /** Tells the bucket of an event, -1 outside the window. Of a whole day only the times of loose events are read: all are the largest column. */
  bucketOfEvents(): (event: number) => number {
    if (this.mode !== 'whole') {
      const at = this.day.column('events', 'at');
      return (event) => this.bucketAt(valueAt(at, event));
    }
    const { event: rows, at } = this.loose;
    const looseAt = new Map(Array.from(rows, (row, index) => [row - 1, at[index] ?? 0]));
    return (event) => {
      const time = looseAt.get(event);
      return time === undefined ? this.bucket : this.bucketAt(time);
    };
  }

  eventBuckets(): Int32Array {
    const { values, from } = this.day.column('events', 'at');
    const buckets = new Int32Array(values.length);
    for (let event = 0; event < buckets.length; event++) buckets[event] = this.bucketAt((values[event] ?? 0) + from);
    return buckets;
  }

  /**
   * 1 where an event takes part: it passes the filter and is no engagement, or one that fulfils a scroll goal which the question names.
   * @param goal index of a goal that it must fulfil, -1 for none. @returns null when all take part
   */
  takesPart(goal: number): Uint8Array | null {
    const known = this.#takes.get(goal);
    if (known !== undefined) return known;
    const made = this.#select(goal);
    this.#takes.set(goal, made);
    return made;
  }

  /** Those of `takesPart`, where they are few and a list finds them; null: ask `takesPart`. */
  hits(goal: number): EventHits | null {
    const { filter, engagementId } = this.#question;
    if (goal >= 0 || filter.hits === undefined || this.hasEngagement(goal)) return null;
    if (this.#hits === undefined) {
      const found = filter.hits(this.day);
      const name = this.day.column('events', 'name');
      this.#hits = found === null || !holds(name, engagementId) ? found : withoutValue(found, name, engagementId);
    }
    return this.#hits;
  }

  /** Whether engagement events may be among those that take part. */
  hasEngagement(goal: number): boolean {
    const { goals, scrollGoals } = this.#question;
    return goal < 0 ? scrollGoals.length > 0 : goals[goal]?.goal.kind === 'scroll';
  }

  #select(goal: number): Uint8Array | null {
    const { filter, goals, scrollGoals, engagementId } = this.#question;
    const { day } = this;
    const passing = filter.ofEvents(day);
    if (goal >= 0) return both(goals[goal]?.mask(day) ?? new Uint8Array(day.rows.events), passing);
    const name = day.column('events', 'name');
    if (scrollGoals.length === 0 && !holds(name, engagementId)) return passing;
    const others = new Uint8Array(name.values.length);
    for (let event = 0; event < others.length; event++)
      others[event] = Number((name.values[event] ?? 0) + name.from !== engagementId);
    for (const mask of scrollGoals) either(others, mask(day));
    return both(others, passing);
  }

  #bucketOfVisit(startedAt: number): number {
    const { window, buckets } = this.#question.plan;
    if (!window.isWholeDays) {
      if (startedAt < window.startsAt || startedAt >= window.endsAt) return -1;
    }
    if (buckets?.unit !== 'hour') return this.bucket;
    return Math.max(0, lastNotAbove(buckets.starts, startedAt));
  }

  #modeOf(): Mode {
    const { window, buckets } = this.#question.plan;
    const { startsAt, endsAt } = this.loose;
    if (endsAt <= window.startsAt || startsAt >= window.endsAt)
      return this.isInside && window.isWholeDays ? 'timed' : 'loose';
    if (!this.isInside) return 'timed';
    if (!window.isWholeDays || startsAt < window.startsAt || endsAt > window.endsAt) return 'timed';
    if (buckets === null) return 'whole';
    if (buckets.unit === 'hour' || this.bucketAt(startsAt) !== this.bucket) return 'timed';
    return endsAt <= (buckets.starts[this.bucket + 1] ?? window.endsAt) ? 'whole' : 'timed';
  }
}

/** First and last day of a bucket. */
export function daysOfBucket({ firstDays, unit }: Buckets, index: number, lastDay: number): [number, number] {
  const first = firstDays[index] ?? lastDay;
  if (unit === 'hour' || unit === 'day') return [first, first];
  return [first, (firstDays[index + 1] ?? lastDay + 1) - 1];
}

/** Index of the last entry that is not above `value`, in an ascending list; -1 when all are. */
export function lastNotAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
