/** One row of an answer: its sums, and how many people are behind them. */

import type { Limits } from '../../count/estimate/estimate-window.ts';
import { STRATA } from '../../count/estimate/visitor-days.ts';
import type { OverlapLedger, WindowBounds } from '../../count/window-bounds.ts';
import type { Window } from '../../stats/plan.ts';
import type { GroupSums, RevenueSum, WindowFacts } from '../../stats/ports.ts';
import type { Gathered } from './gathered.ts';
import type { PeopleOfRows } from './people-by-row.ts';
import type { CountedVisitors, WindowEstimator } from './window-estimator.ts';

export interface GroupOptions {
  bounds: WindowBounds;
  estimator: WindowEstimator;
  /** The group is the whole site. */
  isAll: boolean;
  /** The group was made by looking at events, which at level `visits` belong to no anonymous visit. */
  readsEvents: boolean;
}

/** The sums of a row without its people. */
export function sumsOf({ tally }: Gathered, row: number, measured: number, revenue: readonly RevenueSum[]): GroupSums {
  const pageviews = tally.get('pageviews', row);
  return {
    visits: tally.get('visits', row),
    bounces: tally.get('bounces', row),
    timedVisits: tally.get('timedVisits', row),
    durationMs: tally.get('durationMs', row),
    pageviews,
    events: pageviews + tally.get('others', row),
    measured,
    visitors: null,
    low: 0,
    high: 0,
    dailySum: tally.get('identifiedDays', row) + tally.get('anonymousDays', row),
    engagedPairs: tally.get('engagedPairs', row),
    engagedMs: tally.get('engagedMs', row),
    scrollPairs: tally.get('scrollPairs', row),
    scrollPercent: tally.get('scrollPercent', row),
    revenue,
  };
}

/** A row whose people are counted. */
export class Group {
  readonly #options: GroupOptions;
  readonly #gathered: Gathered;
  readonly #row: number;
  readonly #people: PeopleOfRows;
  #counted: CountedVisitors | null = null;

  constructor(options: GroupOptions, gathered: Gathered, row: number, people: PeopleOfRows) {
    this.#options = options;
    this.#gathered = gathered;
    this.#row = row;
    this.#people = people;
    this.#addDays();
  }

  /** The fewest and the most people, whatever an estimate says. */
  limits(): Limits {
    const { tally } = this.#gathered;
    const [unseen, strays] = [tally.get('unseenVisits', this.#row), tally.get('strayPageviews', this.#row)];
    return this.#options.bounds.bounds(unseen, strays);
  }

  get measured(): number {
    return this.#options.bounds.measured;
  }

  get dailySum(): number {
    return this.#options.bounds.dailySum;
  }

  sums(revenue: readonly RevenueSum[]): GroupSums {
    const { measured, dailySum } = this.#options.bounds;
    const { visitors, low, high } = this.#count();
    return { ...sumsOf(this.#gathered, this.#row, measured, revenue), dailySum, visitors, low, high };
  }

  /** What the visitors of the whole window rest on. */
  facts({ firstDay, lastDay }: Window, ledger: OverlapLedger): WindowFacts {
    const { bounds, estimator } = this.#options;
    const { tally } = this.#gathered;
    const counted = this.#count();
    const { estimator: by, repeaters, gamma, churn } = estimator.facts();
    const { estimate } = counted;
    const total = (anonymous: number | null | undefined) =>
      estimate === null || anonymous === null || anonymous === undefined ? null : estimate.measured + anonymous;
    const limits = this.limits();
    return {
      kind: counted.kind,
      case: counted.case,
      estimator: counted.case === 'date-flag' ? 'date-flag' : counted.kind === 'estimate' ? by : null,
      bounds: [limits.low, limits.high],
      inputs: {
        days: lastDay - firstDay + 1,
        measured: bounds.measured,
        anonymousDays: tally.get('anonymousDays', this.#row),
        dailySum: bounds.dailySum,
        flaggedDevices: estimator.flaggedDevices(this.#options),
        overlap: bounds.overlap,
        switchers: bounds.switchers,
        unseenVisits: tally.get('unseenVisits', this.#row),
        uncountedPageviews: tally.get('strayPageviews', this.#row),
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

  #count(): CountedVisitors {
    const { tally } = this.#gathered;
    const sum = (name: Parameters<typeof tally.get>[0]) => tally.get(name, this.#row);
    const { estimator, isAll, readsEvents } = this.#options;
    this.#counted ??= estimator.count({
      ...{ isAll, readsEvents, rows: this.#visitorDays() },
      anonymousByStratum: this.#people.strata.slice(this.#row * STRATA, (this.#row + 1) * STRATA),
      ...{ anonymousDays: sum('anonymousDays'), anonymousVisits: sum('anonymousVisits') },
      ...{ unseenVisits: sum('unseenVisits'), strayPageviews: sum('strayPageviews') },
      refusedPageviews: sum('refusedPageviews'),
      limits: this.limits(),
    });
    return this.#counted;
  }

  /** Day by day: how many were there, and how many of them for the first time. */
  #addDays(): void {
    const { starts, days, identified, fresh, anonymous } = this.#people;
    for (let place = starts[this.#row] ?? 0; place < (starts[this.#row + 1] ?? 0); place++) {
      this.#options.bounds.addDay(days[place] ?? 0, {
        ...{ identified: identified[place] ?? 0, fresh: fresh[place] ?? 0 },
        anonymous: anonymous[place] ?? 0,
      });
    }
  }

  /** The visitor-day of each identified visit. */
  #visitorDays(): Uint32Array {
    const { noteStarts, notes } = this.#people;
    return notes.subarray(noteStarts[this.#row] ?? 0, noteStarts[this.#row + 1] ?? 0);
  }
}
