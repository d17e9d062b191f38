/** What questions need from a store: one plan in, sums per group out. */
import type { Plan } from './plan.ts';

/** Sums of one group of a scan; every metric is made of these. */
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
  /** Bounds of the number of people. */
  low: number;
  high: number;
  /** Sum of the days' distinct visitors. */
  dailySum: number;
}

export interface ScannedGroup {
  /** One text per dimension of the plan, in its order. */
  values: string[];
  sums: GroupSums;
}

/** Why the whole window's bounds are what they are. */
export interface WindowFacts {
  days: number;
  /** Sum over days of anonymous day-visitors, and of those seen on the day before too. */
  anonymousDays: number;
  overlap: number;
  switchers: number;
  /** Visits, and pageviews, of people who were not told apart. */
  unseenVisits: number;
  uncountedPageviews: number;
  /** Days that a restart has cut into parts. */
  brokenDays: number;
  measured: number;
}

export interface Scan {
  groups: ScannedGroup[];
  window: WindowFacts;
}

export interface StatsExecutor {
  scan(plan: Plan): Promise<Scan>;
  /** First day with rows of a site, or null: where `all` begins. */
  firstDay(siteId: number): Promise<number | null>;
}
