/** A question made ready for a store: numbers instead of words, and not a word of SQL. */
import type { Goal } from '../domain/goal.ts';
import type { ValueDimension } from './dimensions.ts';

export const FILTER_OPERATORS = ['is', 'is_not', 'contains', 'contains_not', 'matches', 'matches_not'] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

/** A condition on one dimension (match-text.ts says what it accepts). */
export interface Condition {
  kind: 'compare';
  operator: FilterOperator;
  dimension: ValueDimension;
  /** Texts, or patterns that are known to compile. */
  values: readonly string[];
  caseSensitive: boolean;
}

export type Filter =
  | Condition
  | { kind: 'and' | 'or'; filters: readonly Filter[] }
  | { kind: 'not'; filter: Filter }
  /** The visit has an event, engagement aside, that passes the filter inside; what belongs to no visit has none. */
  | { kind: 'done'; filter: Filter };

/**
 * Sums that are gathered only when a metric needs them. Rows that are of visits always count visits, and those of events always events:
 * by them it is known that there is a row.
 */
export const FIGURES = ['visits', 'events', 'distinct', 'bounces', 'durations', 'engagement', 'revenue'] as const;
export type Figure = (typeof FIGURES)[number];

/** Time buckets: bucket i lasts from starts[i] to starts[i + 1]; the last one to the end of the window. */
export interface Buckets {
  unit: 'hour' | 'day' | 'week' | 'month';
  /** UTC ms. */
  starts: readonly number[];
  /** The first day of each bucket: by it a visit, which belongs to a day, finds its bucket. */
  firstDays: readonly number[];
  labels: readonly string[];
}

/** Days are days since 1970-01-01 in the site's time zone, both included. */
export interface Window {
  firstDay: number;
  lastDay: number;
  /** UTC ms; the end is excluded. */
  startsAt: number;
  endsAt: number;
  /** Whole days: visits are chosen by the day that was stored with them. Otherwise by the time at which they began. */
  isWholeDays: boolean;
}

/** Figures by which a store can tell which rows come first, before it works out the others. */
export const RANKS = {
  visits: 'visits',
  pageviews: 'pageviews',
  events: 'events',
  visitors_measured: 'measured',
  visitors_daily_sum: 'dailySum',
  visitors: 'visitors',
} as const;
export type Rank = (typeof RANKS)[keyof typeof RANKS];

export interface Plan {
  siteId: number;
  window: Window;
  /** null: no time dimension. */
  buckets: Buckets | null;
  /** In the order of the question; `time` stands for the buckets. */
  dimensions: readonly (ValueDimension | 'time')[];
  filter: Filter | null;
  /** Of the site, in the order of their names. */
  goals: readonly Goal[];
  /** In the order of `FIGURES`. */
  figures: readonly Figure[];
  /** People are to be counted or estimated; without it only the measured ones and the sum of days are. */
  countsVisitors: boolean;
  /** Rows that are shown: those with the largest figures, at least so many where there are; null: all. */
  cut: { by: Rank; rows: number } | null;
  /** The rows that are wanted, by the texts of their dimensions, none of which is time; absent: all. */
  only?: readonly (readonly string[])[];
  /** A refusal is counted as pageviews only: such pageviews may be anybody's. */
  countsRefusals: boolean;
}
