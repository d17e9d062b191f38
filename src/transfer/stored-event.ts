/** One stored event as an export tells it: everything that is kept of it, and nothing by which a visitor could be known elsewhere. */
import type { ToldVisit } from '../collect/told-facts.ts';
import type { ConsentState } from '../domain/consent.ts';
import type { VisitDimensions } from '../domain/event.ts';

export interface StoredEvent {
  /** UTC ms. */
  at: number;
  name: string;
  host: string;
  path: string;
  /** As the page sent it. */
  consent: ConsentState;
  /** Of an identified visitor: a made-up identifier that is the same within one export, and in no other one. */
  visitor: string | null;
  visit: ToldVisit;
  /** Those of its visit; null where it belongs to none. */
  dimensions: VisitDimensions | null;
  /** Of a visit of which only the first page is known, with that page: a link of the site led on. */
  leftByLink: boolean;
  /** Engagement only. */
  engagedMs: number | null;
  scrollDepth: number | null;
  revenue: { amount: number; currency: string } | null;
  props: Readonly<Record<string, string>>;
}
