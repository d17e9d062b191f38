/** What explorations need from a store: one plan in, counts out. They look at visits one by one, where a query sums them up. */
import type { Goal } from '../../domain/goal.ts';
import type { Filter, Window } from '../plan.ts';

/** What every exploration is asked with. */
export interface ExplorationPlan {
  siteId: number;
  /** Of the site, in the order of their names. */
  goals: readonly Goal[];
}

/** Visits that a question has looked at: those that began in its window and pass its filters. */
export interface SeenVisits {
  visits: number;
  /** Of visitors with consent. */
  identified: number;
  /** Of nobody in particular: what came after their first page could not be joined to them. */
  unseen: number;
}

export interface FunnelPlan extends ExplorationPlan {
  window: Window;
  filter: Filter | null;
  steps: readonly Filter[];
  /** Days of 24 hours after the first step; null: all steps in one visit. */
  withinDays: number | null;
}

export interface FunnelScan {
  /** How many got as far as each step: visits, or identified visitors where steps may lie days apart. */
  steps: readonly { reached: number; identified: number; anonymous: number }[];
  seen: SeenVisits;
}

export interface RetentionPlan extends ExplorationPlan {
  /** Whole days in which the first day of a visitor lies. */
  window: Window;
  filter: Filter | null;
  /** First day of each unit of time, the first of the window's being the window's own; as many as the cohorts and their periods need. */
  units: readonly number[];
  /** The first of them are cohorts. */
  cohorts: number;
  /** Visits are read up to this day. */
  lastDay: number;
}

export interface RetentionScan {
  /** By cohort and unit after its own: visitors who had a visit. */
  visitors: readonly (readonly number[])[];
  seen: SeenVisits;
}

export interface JourneysPlan extends ExplorationPlan {
  window: Window;
  filter: Filter | null;
  /** null: from the first page of each visit. */
  page: string | null;
  direction: 'next' | 'previous';
  /** Pages beyond the one where a journey starts. */
  depth: number;
  /** Rows. */
  limit: number;
}

export interface JourneysScan {
  /** The most frequent first, equal ones by the alphabet. */
  rows: readonly Journey[];
  /** Of all rows, also of those beyond the limit. */
  total: number;
  totalRows: number;
  seen: SeenVisits;
}

export interface Journey {
  pages: readonly string[];
  /** The visit ended (began, looking back) there. */
  ends: boolean;
  count: number;
}

export interface RealtimePlan extends ExplorationPlan {
  /** UTC ms. */
  now: number;
  /** The site's day at that time. */
  today: number;
}

/** The last minutes. */
export interface RealtimeSpan {
  identified: number;
  anonymous: number;
  pageviews: number;
  /** Of these, by people who cannot be told apart. */
  uncounted: number;
}

export interface RealtimeScan {
  /** By the minutes that each span lasts. */
  spans: Readonly<Record<RealtimeMinutes, RealtimeSpan>>;
  /** Of the longest span, by minute, the oldest first. */
  pageviewsByMinute: readonly number[];
  pages: readonly { page: string; pageviews: number }[];
  sources: readonly { source: string; visitors: number }[];
}

export const REALTIME_MINUTES = [5, 30] as const;
export type RealtimeMinutes = (typeof REALTIME_MINUTES)[number];
/** Pages, and sources, of current visitors. */
export const MOST_CURRENT = 10;

/** Every exploration: its plan, and what a store makes of it. */
export interface Explorations {
  funnel: { plan: FunnelPlan; scan: FunnelScan };
  retention: { plan: RetentionPlan; scan: RetentionScan };
  journeys: { plan: JourneysPlan; scan: JourneysScan };
  realtime: { plan: RealtimePlan; scan: RealtimeScan };
}
export type Exploration = keyof Explorations;

export interface Explorer {
  explore<K extends Exploration>(kind: K, plan: Explorations[K]['plan']): Promise<Explorations[K]['scan']>;
}
