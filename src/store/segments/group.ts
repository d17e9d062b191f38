/** Gathers one row of an answer: sums over its visits and events, and the bounds of its visitors. */
import { UNATTRIBUTED } from '../../count/ports.ts';
import type { OverlapLedger, WindowBounds } from '../../count/window-bounds.ts';
import type { Window } from '../../stats/plan.ts';
import type { GroupSums, WindowFacts } from '../../stats/ports.ts';
import type { DayColumns } from './day-columns.ts';

export class Group {
  readonly #bounds: WindowBounds;
  /** Visits of the day that is being scanned. */
  readonly #visitsOfDay = new Set<number>();
  #visits = 0;
  #bounces = 0;
  #timedVisits = 0;
  #durationMs = 0;
  #pageviews = 0;
  #events = 0;
  #unseenVisits = 0;
  #strayPageviews = 0;
  #anonymousDays = 0;

  constructor(bounds: WindowBounds) {
    this.#bounds = bounds;
  }

  /** A visit of the current day; more than once is the same visit. */
  addVisit(visit: number): void {
    this.#visitsOfDay.add(visit);
  }

  /** @param isStray a pageview that may be of somebody who is counted nowhere else */
  addEvent(isPageview: boolean, isStray: boolean): void {
    this.#events += 1;
    if (isPageview) this.#pageviews += 1;
    if (isStray) this.#strayPageviews += 1;
  }

  /** The day is over: its visits become sums, its people part of the bounds. */
  endDay({ day, visits, people }: DayColumns): void {
    if (this.#visitsOfDay.size === 0) return;
    const identified = new Set<number>();
    const anonymous = new Set<number>();
    for (const visit of this.#visitsOfDay) {
      const ordinal = visits.ordinal[visit] ?? 0;
      this.#visits += 1;
      if (ordinal === 0) {
        this.#unseenVisits += 1;
        if (visits.left_by_link[visit] === 0 && visits.interactions[visit] === 0) this.#bounces += 1;
        continue;
      }
      if ((visits.pageviews[visit] ?? 0) <= 1 && visits.interactions[visit] === 0) this.#bounces += 1;
      this.#timedVisits += 1;
      this.#durationMs += (visits.last_at[visit] ?? 0) - (visits.started_at[visit] ?? 0);
      const visitor = people.visitor[ordinal - 1] ?? 0;
      if (visitor === 0) anonymous.add(ordinal);
      else if (visitor !== UNATTRIBUTED) identified.add(visitor);
    }
    this.#visitsOfDay.clear();
    this.#anonymousDays += anonymous.size;
    this.#bounds.addDay(day, identified, anonymous.size);
  }

  sums(): GroupSums {
    return {
      visits: this.#visits,
      bounces: this.#bounces,
      timedVisits: this.#timedVisits,
      durationMs: this.#durationMs,
      pageviews: this.#pageviews,
      events: this.#events,
      measured: this.#bounds.measured,
      dailySum: this.#bounds.dailySum,
      ...this.#bounds.bounds(this.#unseenVisits, this.#strayPageviews),
    };
  }

  /** What the bounds of the whole window rest on. */
  facts({ firstDay, lastDay }: Window, ledger: OverlapLedger): WindowFacts {
    let brokenDays = 0;
    for (let day = firstDay; day <= lastDay; day++) if (ledger.day(day).parts > 1) brokenDays += 1;
    return {
      days: lastDay - firstDay + 1,
      anonymousDays: this.#anonymousDays,
      overlap: this.#bounds.overlap,
      switchers: this.#bounds.switchers,
      unseenVisits: this.#unseenVisits,
      uncountedPageviews: this.#strayPageviews,
      brokenDays,
      measured: this.#bounds.measured,
    };
  }
}
