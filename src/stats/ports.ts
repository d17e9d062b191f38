/** What questions need from a store: one plan in, sums per group out. */
import type { MethodCase } from '../count/estimate/choose-method.ts';
import type { Estimator } from '../count/estimate/window-model.ts';
import type { Plan } from './plan.ts';

/** Sums of one group of a scan; every metric is made of these. Those of a figure that the plan does not ask for are 0. */
export interface GroupSums {
  visits: number;
  bounces: number;
  /** Visits whose length is known, and their lengths together (ms). */
  timedVisits: number;
  durationMs: number;
  pageviews: number;
  /** Pageviews and custom events. */
  events: number;
  /** Distinct consented visitors. */
  measured: number;
  /** People, null when neither counted nor estimated; the ends of the interval, of an exact count, or of the bounds. */
  visitors: number | null;
  low: number;
  high: number;
  /** Sum of the days' distinct visitors. */
  dailySum: number;
  /**
   * Of (visit, page) pairs within the group, by engagement events with a visit whose own time lies in the window, tested and grouped
   * as if they were pageviews. Pairs that told a visible time (0 is one), and these times added up (ms). They alone make no group.
   */
  engagedPairs: number;
  engagedMs: number;
  /** Pairs that told a scroll depth, and the deepest of each added up (percent). */
  scrollPairs: number;
  scrollPercent: number;
  /** Custom events with an amount, by currency in alphabetical order. */
  revenue: readonly RevenueSum[];
}

export interface RevenueSum {
  /** ISO 4217. */
  currency: string;
  /** In units of the currency. */
  amount: number;
  events: number;
}

export interface ScannedGroup {
  /** One text per dimension of the plan, in its order. */
  values: string[];
  /** Index of its bucket of time, which its label need not tell: in autumn an hour comes twice. -1 without a dimension of time. */
  bucket: number;
  sums: GroupSums;
}

/** How the visitors of the whole window were counted. */
export interface WindowFacts {
  /** `exact`: told apart, or the bounds meet; `estimate`: with an interval; `bounds`: nothing beyond them. */
  kind: 'exact' | 'estimate' | 'bounds';
  case: MethodCase;
  estimator: Estimator | 'broken-day' | 'date-flag' | null;
  /** The fewest and the most people by counting alone. */
  bounds: readonly [low: number, high: number];
  inputs: VisitorsInputs;
}

/** Figures that a count of visitors rests on; null where they do not apply. docs/how-we-count.md explains each. */
export interface VisitorsInputs {
  days: number;
  /** Distinct identified visitors. */
  measured: number;
  /** Sum over days of anonymous day-visitors, and of all visitors as other tools print it. */
  anonymousDays: number;
  dailySum: number;
  /** Devices that keep the date of their last visit, in a calendar day, week or month of the whole site. */
  flaggedDevices: number | null;
  /** Of these, those known to have been counted the day before, and those who gave consent since: taken out of the upper bound. */
  overlap: number;
  switchers: number;
  /** Visits, and pageviews, of people who were not told apart. */
  unseenVisits: number;
  uncountedPageviews: number;
  /** Days that a restart has cut into parts. */
  brokenDays: number;
  /** Identified visitors with two active days or more. */
  repeaters: number;
  /** People by E1, E2 and E3, before switchers are taken out. */
  ratio: number | null;
  stratified: number | null;
  calibrated: number | null;
  gamma: number | null;
  standardError: number | null;
  /** People who are in both populations. */
  switched: number | null;
  /** Share of identifiers lost from one day to the next, and identified visitors corrected for it. */
  churnRate: number | null;
  measuredAfterChurn: number | null;
}

export interface Scan {
  /** In no order. Of a plan with a cut there may be fewer than `rows`: none of those that are missing is among the first. */
  groups: ScannedGroup[];
  /** How many rows there are. */
  rows: number;
  /** null when no figure of visitors was asked for. */
  window: WindowFacts | null;
}

export interface StatsExecutor {
  /** @param isAnew it is worked out, also when the same question was answered before and nothing has changed since */
  scan(plan: Plan, isAnew?: boolean): Promise<Scan>;
  /** First day with rows of a site, or null: where `all` begins. */
  firstDay(siteId: number): Promise<number | null>;
}
