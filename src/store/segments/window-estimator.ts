/** Counts the people of one window of days: for the whole site and for each of its parts. Fed with the days as they are scanned. */

import type { DateFlags } from '../../count/date-flags.ts';
import { DAYS_BEFORE, type DayVisitor, estimateBrokenDay } from '../../count/estimate/broken-day.ts';
import {
  type Approach,
  chooseApproach,
  type MethodCase,
  type WindowShape,
} from '../../count/estimate/choose-method.ts';
import type { PartEstimate } from '../../count/estimate/estimate-part.ts';
import { estimateIn, type Limits, type MaybeEstimate, withInterval } from '../../count/estimate/estimate-window.ts';
import type { Scratch } from '../../count/estimate/scratch.ts';
import { estimateByVisits } from '../../count/estimate/visit-ratio.ts';
import type { ComparedDays } from '../../count/estimate/visitor-days.ts';
import {
  correctChurn,
  type Estimator,
  FEWEST_IN_PART,
  FEWEST_REPEATERS,
  modelWindow,
  type WindowModel,
} from '../../count/estimate/window-model.ts';
import type { OverlapLedger } from '../../count/window-bounds.ts';
import type { Day } from './day-columns.ts';
import { VisitorBook } from './visitor-book.ts';

/** The visitors of a group: what a window's estimator needs to know of them. */
export interface GroupVisitors {
  /** The group is the whole site. */
  isAll: boolean;
  /** Made by looking at events. */
  readsEvents: boolean;
  /** One entry per visit of an identified visitor: the row of the visitor-day. */
  rows: Uint32Array;
  anonymousByStratum: Float64Array;
  anonymousDays: number;
  /** Visits of anonymous visitors, told apart or not. */
  anonymousVisits: number;
  unseenVisits: number;
  strayPageviews: number;
  /** Pageviews of devices that keep no date, because their visitor said no. */
  refusedPageviews: number;
  limits: Limits;
}

export interface CountedVisitors {
  kind: 'exact' | 'estimate' | 'bounds';
  case: MethodCase;
  visitors: number | null;
  low: number;
  high: number;
  estimate: PartEstimate | null;
}

type Counter = 'o' | 's' | 'x' | 'y' | 'z' | 'fresh' | 'returned';

export interface EstimatorOptions {
  shape: WindowShape;
  ledger: OverlapLedger;
  dateFlags: DateFlags;
  /** Days from `first` to `last`, for a broken day; they need not lie in the scanned window. */
  history: (first: number, last: number) => Iterable<Day>;
  shelf?: WindowShelf | undefined;
  /** Shared by all windows of a scan. */
  scratch: Scratch;
}

/** A window whose days have been scanned: the same for all parts of a site, whatever is filtered. */
export interface ModelledWindow {
  /** Of each day, by ordinal - 1: the row among the identified visitor-days, -1 for anonymous and erased ones. */
  rowsOf: ReadonlyMap<number, Int32Array>;
  model: WindowModel;
}

/** Windows of one site, whole days each, that were modelled before from what is still known of their days. */
export interface WindowShelf {
  find: (by: Estimator, shape: WindowShape) => ModelledWindow | null;
  keep: (by: Estimator, shape: WindowShape, window: ModelledWindow) => void;
}

export class WindowEstimator {
  readonly #options: EstimatorOptions;
  readonly #approach: Approach;
  /** null: its days need not be gathered. */
  readonly #book: VisitorBook | null;
  readonly #rowsOf: ModelledWindow['rowsOf'];
  #today = 0;
  #model: WindowModel | null = null;

  constructor(options: EstimatorOptions) {
    this.#options = options;
    const { shape, ledger, shelf } = options;
    this.#approach = chooseApproach(shape, ledger.between(shape.firstDay, shape.lastDay));
    const { by } = this.#approach;
    // A broken day looks at days before its window.
    const known = by === null || by === 'broken-day' ? null : (shelf?.find(by, shape) ?? null);
    this.#model = known?.model ?? null;
    this.#book = by === null || known !== null ? null : new VisitorBook();
    this.#rowsOf = known?.rowsOf ?? this.#book?.rowsOf ?? new Map();
  }

  /** The next day of the window, before its visits are gathered into groups. */
  beginDay(columns: Day): void {
    this.#today = columns.day;
    if (this.#book === null) return;
    if (this.#approach.by === 'broken-day') {
      for (const before of this.#options.history(columns.day - DAYS_BEFORE + 1, columns.day - 1))
        this.#book.add(before);
    }
    this.#book.add(columns);
  }

  /** By ordinal - 1: rows of the identified day-visitors of the day begun last, for a group to note; null when it need not. */
  rowsToNote(isAll: boolean): Int32Array | null {
    const { by } = this.#approach;
    const takesAllRows = isAll && (by === 'E2' || by === 'E3');
    return takesAllRows ? null : (this.#rowsOf.get(this.#today) ?? null);
  }

  /** Counts a group after the last day. */
  count(group: GroupVisitors): CountedVisitors {
    const { low, high } = group.limits;
    if (low === high) return { kind: 'exact', case: this.#exactCase(group), visitors: low, low, high, estimate: null };
    const devices = this.flaggedDevices(group);
    const { by } = this.#approach;
    // Fewer than were told apart, or refusals: not all devices keep the date. Where days overlap the estimate knows more.
    if (devices !== null && devices >= low && group.refusedPageviews === 0 && (by === null || by === 'E1'))
      return { kind: 'exact', case: 'date-flag', visitors: devices, low: devices, high: devices, estimate: null };
    const { estimate, why } = this.#estimate(group);
    if (estimate === null) return { kind: 'bounds', case: why, visitors: null, low, high, estimate: null };
    const { visitors } = estimate;
    return { kind: 'estimate', case: why, visitors, low: estimate.low, high: estimate.high, estimate };
  }

  /** What the whole window's estimate rests on. */
  facts(): {
    estimator: Estimator | 'broken-day' | null;
    repeaters: number;
    gamma: number | null;
    churn: { rate: number; visitors: number } | null;
  } {
    if (this.#approach.by === null) return { estimator: null, repeaters: 0, gamma: null, churn: null };
    const model = this.#modelOnce();
    const { by } = this.#approach;
    return {
      estimator: by === 'E3' && model.overlap === null ? 'E2' : by,
      repeaters: model.days.repeaters,
      gamma: model.overlap?.gamma ?? null,
      churn: by === 'broken-day' ? null : correctChurn(model),
    };
  }

  /** Devices that keep the date of their last visit, of the whole site in a calendar day, week or month. */
  flaggedDevices({ isAll }: Pick<GroupVisitors, 'isAll'>): number | null {
    const { shape, dateFlags } = this.#options;
    return isAll && shape.isWholeDays ? dateFlags.countDevices(shape.firstDay, shape.lastDay) : null;
  }

  #exactCase({ anonymousDays, unseenVisits, strayPageviews }: GroupVisitors): MethodCase {
    if (anonymousDays + unseenVisits + strayPageviews === 0) return 'consented';
    const { firstDay, lastDay } = this.#options.shape;
    return firstDay === lastDay && unseenVisits + strayPageviews === 0 ? 'single-day' : 'met';
  }

  #estimate(group: GroupVisitors): { estimate: Extract<MaybeEstimate, { kind: 'estimate' }> | null; why: MethodCase } {
    const { by } = this.#approach;
    if (by === null) return { estimate: null, why: group.strayPageviews > 0 ? 'uncounted' : this.#approach.why };
    if (group.strayPageviews > 0) return { estimate: null, why: 'uncounted' };
    if (by === 'E1' && group.readsEvents) return { estimate: null, why: 'events-unseen' };
    const model = this.#modelOnce();
    if (by === 'broken-day') return this.#estimateBrokenDay(model, group);
    const found = by === 'E1' ? estimateVisits(model, group) : estimateDays(model, group);
    if (found.kind === 'none') return { estimate: null, why: found.why };
    return { estimate: found, why: by === 'E1' ? 'visit-ratio' : model.overlap === null ? 'strata' : 'overlap' };
  }

  #estimateBrokenDay(model: WindowModel, { rows, anonymousDays, limits }: GroupVisitors) {
    const { days, overlap } = model;
    const visitors = [...tally(rows)].map(
      ([row, count]): DayVisitor => ({
        h: Math.min(days.h[row] ?? 0, count),
        n: days.activeDays[days.who[row] ?? 0] ?? 1,
      }),
    );
    const found = estimateBrokenDay(visitors, anonymousDays, overlap?.gamma ?? 0);
    if (found === null) return { estimate: null, why: 'broken-day-unestimated' as const };
    return { estimate: withInterval(found, limits), why: 'broken-day' as const };
  }

  #modelOnce(): WindowModel {
    if (this.#model !== null) return this.#model;
    const { shape, ledger, shelf, scratch } = this.#options;
    const { by } = this.#approach;
    const { lastDay } = shape;
    const firstDay = by === 'broken-day' ? lastDay - DAYS_BEFORE + 1 : shape.firstDay;
    const compared = ledger.comparedDays(firstDay, lastDay);
    const switches = ledger.comparedSwitchDays(firstDay, lastDay);
    const sum = (of: Counter, { after, until }: ComparedDays) =>
      ledger.between(after + 1, until).reduce((total, day) => total + day[of], 0);
    // Where no pair of days was large enough to be dated, an overlap of 0 means nothing.
    const isTwoDay = ledger.between(firstDay, lastDay).every(({ level }) => level === 'two-day');
    const seesOverlap = isTwoDay && (by === 'E3' || by === 'broken-day') && compared.until > compared.after;
    const book = this.#book ?? new VisitorBook();
    this.#model = modelWindow(
      {
        estimator: by === 'E1' ? 'E1' : seesOverlap ? 'E3' : 'E2',
        ...{ firstDay, lastDay, days: book.days(), anonymousByStratum: book.anonymousByStratum },
        ...{ compared, overlap: sum('o', compared) },
        ...{ switchers: sum('y', switches), fresh: sum('fresh', switches) },
        ...{ chanceMatches: sum('z', switches), returned: sum('returned', switches) },
        ...{ sameVisitor: sum('s', switches), otherIdentifier: sum('x', switches) },
      },
      scratch,
    );
    if (by !== null && by !== 'broken-day') shelf?.keep(by, shape, { rowsOf: book.rowsOf, model: this.#model });
    return this.#model;
  }
}

function estimateDays(model: WindowModel, { isAll, rows, anonymousByStratum, limits }: GroupVisitors): MaybeEstimate {
  return estimateIn(model, { rows: isAll ? null : rows, anonymousByStratum }, limits);
}

function estimateVisits(model: WindowModel, { rows, anonymousVisits, limits }: GroupVisitors): MaybeEstimate {
  if (model.days.repeaters < FEWEST_REPEATERS) return { kind: 'none', why: 'few-repeaters' };
  const visits = tally(Uint32Array.from(rows, (row) => model.days.who[row] ?? 0));
  if (visits.size < FEWEST_IN_PART) return { kind: 'none', why: 'few-in-filter' };
  return withInterval(estimateByVisits(visits.values(), anonymousVisits), limits);
}

/** How often each number occurs. */
function tally(numbers: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}
