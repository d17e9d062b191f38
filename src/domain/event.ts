/** What the collector hands to the store: one accepted event, already reduced. It holds nothing personal but keyed hashes. */
import type { ConsentAction, ConsentProof, ConsentState } from './consent.ts';
import type { DropReason } from './drop-reason.ts';
import type { AnonymousLevel, FirstOf, HashLevel } from './levels.ts';

export const PAGEVIEW = 'pageview';
export const ENGAGEMENT = 'engagement';
export const CONSENT = 'consent';

/** Acquisition, place and technology; an empty text means unknown or not kept. Names follow the query API. */
export interface VisitDimensions {
  source: string;
  channel: string;
  referrer: string;
  utm_source: string;
  utm_medium: string;
  utm_campaign: string;
  utm_content: string;
  utm_term: string;
  country: string;
  region: string;
  city: string;
  browser: string;
  browser_version: string;
  os: string;
  os_version: string;
  device: string;
  language: string;
}
export const VISIT_DIMENSIONS = [
  'source',
  'channel',
  'referrer',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_content',
  'utm_term',
  'country',
  'region',
  'city',
  'browser',
  'browser_version',
  'os',
  'os_version',
  'device',
  'language',
] as const satisfies readonly (keyof VisitDimensions)[];

/** Keyed hashes of site, truncated address and browser, each for one day's key. Hex, so that they compare as map keys. */
export interface DayHashes {
  today: string;
  /** The same request under yesterday's key while that key still lives, else null. */
  yesterday: string | null;
}

/** Who sent the event, as far as the site's mode lets us know. */
export type Who =
  /** A consented visitor: `key` is the HMAC of the identifier, 32 hex digits. */
  | { mode: 'identified'; key: string; hashes: DayHashes | null; level: AnonymousLevel }
  /** The memory instrument tells day-visitors apart. */
  | { mode: 'anonymous'; hashes: DayHashes; level: HashLevel }
  /** No hash at all: a pageview from outside the site starts a visit. */
  | { mode: 'unseen'; startsVisit: boolean }
  /** Counters only. */
  | { mode: 'uncounted' };

export interface AcceptedEvent {
  siteId: number;
  /** UTC ms. */
  at: number;
  /** The site's day on which it happened: days since 1970-01-01 in the site's time zone. */
  day: number;
  name: string;
  host: string;
  path: string;
  consent: ConsentState;
  who: Who;
  dimensions: VisitDimensions;
  /** Stratum of the day-visitor: device class and direct or not, 0 to 7. */
  stratum: number;
  /** Engagement only: visible time in ms and the deepest scroll in percent, else null. */
  engagedMs: number | null;
  scrollDepth: number | null;
  /** Engagement only: this page began a visit; it was left by a link to another page of the site. Of an export it is the pageview that tells the latter. */
  beganVisit: boolean;
  leftByLink: boolean;
  props: Readonly<Record<string, string>> | null;
  revenue: { amount: number; currency: string } | null;
  /** Pageviews of sites with the date flag only: the first page of the device's day, week, month. */
  firstOf: FirstOf | null;
  /** Beacons named `consent` only. */
  consentAction: ConsentAction | null;
  proof: ConsentProof | null;
  /** A random id of the message, so that a retry counts once; kept in memory for the day only. */
  messageId: string | null;
}

/** What became of an event: kept, or dropped for a reason. */
export type Outcome = { kept: true } | { kept: false; reason: DropReason };
