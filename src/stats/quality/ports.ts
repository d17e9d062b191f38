/** What questions about the quality of the data need from a store: counters, none of which is of a person. */
import type { DropReason } from '../../domain/drop-reason.ts';

export interface QualityPlan {
  siteId: number;
  /** Days since 1970-01-01 in the site's time zone, both included. */
  firstDay: number;
  lastDay: number;
}

export interface ImportFacts {
  kind: string;
  /** UTC ms. */
  startedAt: number;
  /** null while it runs, and where it was cut off. */
  finishedAt: number | null;
  /** Lines; null while unfinished. */
  lines: { read: number; kept: number; dropped: Readonly<Record<string, number>> } | null;
}

export interface QualityFacts {
  /** Events that are kept, by the day of their visit. */
  kept: readonly { day: number; count: number }[];
  drops: readonly { day: number; reason: DropReason; count: number }[];
  /** Days with restarts that have lost the day's key, and how many. */
  restarts: readonly { day: number; count: number }[];
  /** The latest runs of the site, whatever the days, newest first. */
  imports: readonly ImportFacts[];
}

export interface QualityReader {
  readQuality(plan: QualityPlan): Promise<QualityFacts>;
  /** Names of the properties that the site's events have, by the alphabet. */
  listProperties(siteId: number): Promise<string[]>;
}
