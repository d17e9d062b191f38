/** An event on its way through the pipeline: the message, the request's facts, and what the steps have found out. */
import type { CollectionMode } from '../consent/decide-mode.ts';
import type { DropReason } from '../domain/drop-reason.ts';
import type { VisitDimensions, Who } from '../domain/event.ts';
import type { Beacon } from './beacon.ts';
import type { CollectedSite } from './ports.ts';
import type { RequestFacts } from './request-facts.ts';
import type { Acquisition } from './source/create-source-classifier.ts';
import type { ToldFacts } from './told-facts.ts';

export interface Draft {
  readonly beacon: Beacon;
  readonly facts: RequestFacts;
  readonly site: CollectedSite;
  /** Of a line of an export; null for everything else. */
  readonly told: ToldFacts | null;
  mode: CollectionMode;
  host: string;
  path: string;
  /** The referrer is a page of the same site. */
  isInternal: boolean;
  acquisition: Acquisition;
  dimensions: VisitDimensions;
  /** Device class times two, plus one when the visit has no source. */
  stratum: number;
  props: Readonly<Record<string, string>> | null;
  revenue: { amount: number; currency: string } | null;
  /** The site's day: days since 1970-01-01 in its time zone. */
  day: number;
  who: Who;
}

/** Fills in its part of the draft, or says why the event is not kept. */
export type Step = (draft: Draft) => DropReason | null;
