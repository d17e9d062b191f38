/** What questions about consent need from a store: counters that say what banners reported. */
import type { ConsentAction, ConsentDimension } from '../../domain/consent.ts';

export interface ConsentPlan {
  siteId: number;
  /** Days since 1970-01-01 in the site's time zone, both included. */
  firstDay: number;
  lastDay: number;
  dimension: ConsentDimension;
  /** One count per day and value, instead of one per value. */
  isByDay: boolean;
}

/** How many reports of each kind. */
export type ConsentCounts = Readonly<Record<ConsentAction, number>>;

export interface ConsentCount extends ConsentCounts {
  /** null when all days are one. */
  day: number | null;
  /** Empty where nothing is known, and for values beyond those that a day keeps. */
  value: string;
}

export interface ConsentReader {
  readConsent(plan: ConsentPlan): Promise<ConsentCount[]>;
}
