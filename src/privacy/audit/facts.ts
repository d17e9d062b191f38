/** Everything that the rules look at. Who gathers it stands in ports.ts; nothing here is assumed, and what could not be looked at is null. */
import type { AcceptedEvent } from '../../domain/event.ts';
import type { AnonymousLevel } from '../../domain/levels.ts';
import type { Site } from '../../domain/site.ts';
import type { SetUp } from '../set-up.ts';

export interface AuditFacts {
  site: Site;
  /** UTC ms. */
  now: number;
  service: ServiceFacts;
  rehearsal: RehearsalFacts;
  stored: StoredFacts;
  files: FileFacts;
  client: ClientFacts;
  rights: RightsFacts;
}

/** Of settings and of the running program. */
export interface ServiceFacts {
  version: string;
  /** Whether the process that looks is the server. */
  isServing: boolean;
  host: string;
  /** Public address, null when not set. */
  baseUrl: string | null;
  trustsProxies: boolean;
  hasKeysFolder: boolean;
  /** People of the back office whose password is one that is tried first, or stands in a manual. */
  usualPasswords: number;
  /** Addresses beyond this machine that the process has tried to reach since its start, those of that provider aside. */
  outbound: readonly string[];
  /** Files of the program that can open a connection and are not on the list of those that may. */
  callers: readonly string[];
  /** Pages on which anybody can see figures of the site. */
  publicPages: number;
}

/** What the same program, with the site's own settings, does with messages made for the audit; nothing of it is stored. */
export interface RehearsalFacts {
  /** What would be stored of a telling pageview without consent, and with it; null when it was dropped. */
  anonymous: AcceptedEvent | null;
  identified: AcceptedEvent | null;
  /** The same of a custom event with properties and revenue, without consent. */
  anonymousEvent: AcceptedEvent | null;
  /** Kinds kept of five that are sent without consent. */
  kindsKept: number;
  /** Names of messages with an identifier of the site's own making that has reached a row, or was taken as ours. */
  suppliedIdentifiers: readonly string[];
  /** Names of messages without a yes that were counted by their identifier all the same. */
  identifiedWithoutYes: readonly string[];
  /** A message from a page of another site, and one that a browser has loaded in advance: why it was dropped; null when it was not. */
  foreignOrigin: string | null;
  prefetched: string | null;
  /** A message with Global Privacy Control and no explicit yes: counted by its identifier, counted, or dropped. */
  signal: 'identified' | 'anonymous' | 'dropped';
  /** Whether an identifier shorter than ours was believed. */
  takesShortIdentifier: boolean;
  /** Networks for which a place was looked up. */
  lookedUp: readonly string[];
  /** Where the address or the User-Agent of the messages came out again. */
  leaks: readonly string[];
  answers: readonly RehearsedAnswer[];
  /** Cookies set for a visitor with consent by the first answer, and by the second, to which they were sent back. */
  cookies: { first: readonly string[]; second: readonly string[] };
  /** Questions that were answered without a sign-in or a key. */
  open: readonly string[];
  /** Dimensions of questions that would tell one visitor or visit from another. */
  tellingDimensions: readonly string[];
  /** Reports of conversions, campaigns, funnels and journeys that also look at visitors without consent. */
  unrestrictedReports: readonly string[];
  /** How a made-up answer of 3, 17 and 1 234 visitors is shown to people of the back office, and how it would be to anybody. */
  shown: ShownFigures;
  shownInPublic: ShownFigures;
}

export interface RehearsedAnswer {
  name: string;
  /** Whether it answers a message, not a request for a file. */
  isCollector: boolean;
  status: number;
  /** Lower case. */
  headers: Readonly<Record<string, string>>;
  /** Headers by which the answer to another browser differed, dates aside. */
  differing: readonly string[];
}

export interface ShownFigures {
  /** Figures of visitors as they left; null for one that was hidden. */
  figures: readonly (number | null)[];
  /** Whether the answer says that it was rounded, and that cells were hidden. */
  saysRounded: boolean;
  saysHidden: boolean;
}

/** Of both databases. Days are days since 1970-01-01 in the site's time zone. */
export interface StoredFacts {
  columns: readonly { table: string; column: string }[];
  /** Columns with a text that is an address or a User-Agent, `terms` by their kind. */
  personalTexts: readonly string[];
  /** Pages and referrers with a click identifier or, in pages, a campaign parameter. */
  clickIdentifiers: number;
  campaignPages: number;
  /** Versions of browsers that are more than a major one. */
  fineVersions: number;
  anonymous: AnonymousRows;
  visitors: StoredVisitors;
  /** The oldest day of any table; null for none. */
  oldestDay: number | null;
  /** Tables beside the visitors' own, and those of receipts, with a column that holds a visitor's key. */
  keyHolders: readonly string[];
  /** Columns of tables of refusals that could tell a person. */
  countersOfPersons: readonly string[];
  keys: readonly StoredKey[];
  /** Of the newest day that was counted. */
  newestLevel: { day: number; level: AnonymousLevel } | null;
  newestDateFlag: number | null;
  /** UTC ms; null when it never was. */
  retainedAt: number | null;
  recordExportedAt: number | null;
  /** Keys of identifiers: how many sites, how many different keys, bytes of the shortest. */
  siteKeys: { sites: number; different: number; shortest: number };
}

/** Rows of visitors without consent. */
export interface AnonymousRows {
  /** Visits with a campaign or channel; with a referrer that is more than a host. */
  campaigns: number;
  fullReferrers: number;
  /** Events with properties or revenue. */
  properties: number;
  kinds: readonly string[];
  /** Day-visitors whose row says something of another day. */
  linked: number;
}

export interface StoredVisitors {
  count: number;
  /** From the first to the last day of the one who is known longest. */
  longestDays: number;
  /** Visitors who were not here since the first day that is kept. */
  outlived: number;
  /** Visitors without a receipt who were counted here, and those who may have come with imported events, which carry none. */
  withoutReceipt: number;
  importedWithoutReceipt: number;
  /** Receipts that still name a visitor although no row of theirs can be left. */
  outlivedReceipts: number;
}

export interface StoredKey {
  day: number;
  timeZone: string;
  level: string;
  /** UTC ms; null while it is held. */
  destroyedAt: number | null;
  ending: string | null;
}

/** Of the data folder, names without the folder's own path. */
export interface FileFacts {
  /** That others may read or write. */
  open: readonly string[];
  /** Copies of databases that are older than the site keeps its days. */
  oldCopies: readonly string[];
  /** Other files with addresses or User-Agents in them. */
  personal: readonly string[];
  /** Files in which a day key that is held now was found; null when no key could be looked for. */
  holdingKeys: readonly string[] | null;
}

/** Of the scripts that the site's pages load, and of the pages of ours. */
export interface ClientFacts {
  /** `s.js` as it is composed for this site. */
  scripts: readonly { name: string; sha256: string; asksHints: boolean }[];
  proofs: readonly Proof[];
  /** Files with a sentence that claims a certification. */
  claims: readonly string[];
}

/** What a browser has shown of one script when the client was built; `s.js` has a proof for each form that was looked at. */
export interface Proof {
  rule: string;
  script: string;
  /** Of the script, hex. */
  sha256: string;
  result: 'pass' | 'fail';
}

/** How the rights of visitors work, tried with a visitor made for the audit. */
export interface RightsFacts {
  /** Where messages go by the public address; null when nobody has stated one. */
  setUp: SetUp | null;
  objection: {
    worksWithoutScript: boolean;
    /** What two browsers that object are given to keep. */
    marks: readonly string[];
    rememberedDays: number;
    isCountedAfterwards: boolean;
  };
  /** What the notice page lacks. */
  noticeLacks: readonly string[];
  /** Of a test identifier: see, download, erase, and the rows that were left of it. */
  exercise: { sees: boolean; downloads: boolean; erases: boolean; left: number };
  withdrawalErases: boolean;
}
