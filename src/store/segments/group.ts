/** Gathers one row of an answer: sums over its visits and events, and what is known of its visitors. */
import { noStrata } from '../../count/estimate/part-rows.ts';
import { UNATTRIBUTED } from '../../count/ports.ts';
import type { OverlapLedger, WindowBounds } from '../../count/window-bounds.ts';
import type { Window } from '../../stats/plan.ts';
import type { GroupSums, WindowFacts } from '../../stats/ports.ts';
import type { DayColumns } from './day-columns.ts';
import type { DayMarks } from './day-marks.ts';
import type { CountedVisitors, WindowEstimator } from './window-estimator.ts';

export interface GroupOptions {
  bounds: WindowBounds;
  estimator: WindowEstimator;
  /** The group is the whole site. */
  isAll: boolean;
  /** The group was made by looking at events, which at level `visits` belong to no anonymous visit. */
  readsEvents: boolean;
}

export class Group {
  readonly #options: GroupOptions;
  /** Visits of the day that is being scanned; one may stand there more than once. */
  #visitsOfDay: number[] = [];
  readonly #anonymousByStratum = noStrata();
  readonly #rows: number[] = [];
  #visits = 0;
  #bounces = 0;
  #timedVisits = 0;
  #durationMs = 0;
  #pageviews = 0;
  #events = 0;
  #anonymousVisits = 0;
  #unseenVisits = 0;
  #strayPageviews = 0;
  #refusedPageviews = 0;
  #anonymousDays = 0;
  #counted: CountedVisitors | null = null;

  constructor(options: GroupOptions) {
    this.#options = options;
  }

  /** A visit of the current day; more than once is the same visit. */
  addVisit(visit: number): void {
    this.#visitsOfDay.push(visit);
  }

  /** @param isStray a pageview that may be of somebody who is counted nowhere else */
  addEvent(isPageview: boolean, isStray: boolean, isRefused: boolean): void {
    this.#events += 1;
    if (isPageview) this.#pageviews += 1;
    if (isStray) this.#strayPageviews += 1;
    if (isRefused) this.#refusedPageviews += 1;
  }

  /** The day is over: its visits become sums, its people part of the bounds. */
  endDay({ day, visits, people }: DayColumns, marks: DayMarks): void {
    if (this.#visitsOfDay.length === 0) return;
    const { bounds, estimator, isAll } = this.#options;
    const rowOf = estimator.rowsToNote(isAll);
    const identified: number[] = [];
    let anonymous = 0;
    marks.nextPass();
    for (const visit of this.#visitsOfDay) {
      if (!marks.isNewVisit(visit)) continue;
      const ordinal = visits.ordinal[visit] ?? 0;
      this.#visits += 1;
      if (ordinal === 0) {
        this.#unseenVisits += 1;
        this.#anonymousVisits += 1;
        if (visits.left_by_link[visit] === 0 && visits.interactions[visit] === 0) this.#bounces += 1;
        continue;
      }
      if ((visits.pageviews[visit] ?? 0) <= 1 && visits.interactions[visit] === 0) this.#bounces += 1;
      this.#timedVisits += 1;
      this.#durationMs += (visits.last_at[visit] ?? 0) - (visits.started_at[visit] ?? 0);
      const visitor = people.visitor[ordinal - 1] ?? 0;
      if (visitor === UNATTRIBUTED) continue;
      if (visitor === 0) this.#anonymousVisits += 1;
      const row = rowOf === null ? -1 : (rowOf[ordinal - 1] ?? -1);
      if (row >= 0) this.#rows.push(row);
      if (!marks.isNewPerson(ordinal)) continue;
      if (visitor > 0) {
        if (marks.isNewVisitor(visitor)) identified.push(visitor);
      } else {
        anonymous += 1;
        const s = people.s[ordinal - 1] ?? 0;
        this.#anonymousByStratum[s] = (this.#anonymousByStratum[s] ?? 0) + 1;
      }
    }
    this.#visitsOfDay = [];
    this.#anonymousDays += anonymous;
    bounds.addDay(day, identified, anonymous);
  }

  sums(): GroupSums {
    const { visitors, low, high } = this.#countVisitors();
    return {
      visits: this.#visits,
      bounces: this.#bounces,
      timedVisits: this.#timedVisits,
      durationMs: this.#durationMs,
      pageviews: this.#pageviews,
      events: this.#events,
      measured: this.#options.bounds.measured,
      dailySum: this.#options.bounds.dailySum,
      ...{ visitors, low, high },
      ...{ engagedPairs: 0, engagedMs: 0, scrollPairs: 0, scrollPercent: 0, revenue: [] },
    };
  }

  /** What the visitors of the whole window rest on. */
  facts({ firstDay, lastDay }: Window, ledger: OverlapLedger): WindowFacts {
    const { bounds, estimator } = this.#options;
    const counted = this.#countVisitors();
    const { estimator: by, repeaters, gamma, churn } = estimator.facts();
    const { estimate } = counted;
    const total = (anonymous: number | null | undefined) =>
      estimate === null || anonymous === null || anonymous === undefined ? null : estimate.measured + anonymous;
    const limits = bounds.bounds(this.#unseenVisits, this.#strayPageviews);
    return {
      kind: counted.kind,
      case: counted.case,
      estimator: counted.case === 'date-flag' ? 'date-flag' : counted.kind === 'estimate' ? by : null,
      bounds: [limits.low, limits.high],
      inputs: {
        days: lastDay - firstDay + 1,
        measured: bounds.measured,
        anonymousDays: this.#anonymousDays,
        dailySum: bounds.dailySum,
        flaggedDevices: estimator.flaggedDevices(this.#options),
        overlap: bounds.overlap,
        switchers: bounds.switchers,
        unseenVisits: this.#unseenVisits,
        uncountedPageviews: this.#strayPageviews,
        brokenDays: ledger.between(firstDay, lastDay).filter(({ parts }) => parts > 1).length,
        repeaters,
        ratio: total(estimate?.ratio),
        stratified: total(estimate?.stratified),
        calibrated: total(estimate?.calibrated),
        gamma,
        standardError: estimate?.standardError ?? null,
        switched: estimate?.switched ?? null,
        churnRate: churn?.rate ?? null,
        measuredAfterChurn: churn === null ? null : Math.round(churn.visitors),
      },
    };
  }

  #countVisitors(): CountedVisitors {
    const { bounds, estimator, isAll, readsEvents } = this.#options;
    this.#counted ??= estimator.count({
      ...{ isAll, readsEvents, rows: this.#rows, anonymousByStratum: this.#anonymousByStratum },
      ...{ anonymousDays: this.#anonymousDays, anonymousVisits: this.#anonymousVisits },
      ...{ unseenVisits: this.#unseenVisits, strayPageviews: this.#strayPageviews },
      refusedPageviews: this.#refusedPageviews,
      limits: bounds.bounds(this.#unseenVisits, this.#strayPageviews),
    });
    return this.#counted;
  }
}
