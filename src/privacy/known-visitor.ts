/** Everything that is stored for one identifier: the answer to "what do you know about me". Times are UTC ms. */
import type { ConsentReceipt, ConsentState } from '../domain/consent.ts';
import type { VisitDimensions } from '../domain/event.ts';

export interface KnownEvent {
  name: string;
  at: number;
  host: string;
  path: string;
  /** As the page sent it. */
  consent: ConsentState;
  /** Engagement only. */
  engagedMs: number | null;
  scrollDepth: number | null;
  revenue: { amount: number; currency: string } | null;
  properties: Readonly<Record<string, string>>;
}

export interface KnownVisit extends VisitDimensions {
  startedAt: number;
  lastAt: number;
  entryHost: string;
  entryPath: string;
  exitHost: string;
  exitPath: string;
  pageviews: number;
  interactions: number;
  events: readonly KnownEvent[];
}

/** What counting people has noted on one day, beside the visits. */
export interface KnownDay {
  /** `YYYY-MM-DD` in the site's time zone. */
  date: string;
  /** Device class and whether the first visit came from nowhere, 0 to 7. */
  stratum: number;
  /** Networks with a browser from which they came first that day, 3 at most; which ones is not known. */
  networks: number;
  /** One of them was theirs the day before. */
  sameAsYesterday: boolean;
}

export interface KnownVisitor {
  days: readonly KnownDay[];
  visits: readonly KnownVisit[];
  /** False when there is more than was asked for. */
  isComplete: boolean;
}

/** A visitor with the proof of their consent; `visitor` null when nothing is stored. */
export interface SubjectAccess {
  visitor: KnownVisitor | null;
  receipts: readonly ConsentReceipt[];
}
