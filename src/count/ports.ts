/** What the counter needs from a store: rows of one transaction, spoken of in texts and plain numbers. */
import type { ConsentAction, ConsentDimension, ConsentState } from '../domain/consent.ts';
import type { VisitDimensions } from '../domain/event.ts';
import type { FirstOf } from '../domain/levels.ts';

/** The value of `people.visitor` after an erasure: counted in visits and pageviews, in neither population. */
export const UNATTRIBUTED = 4294967295;

/** Counters of the memory instrument for one site's day; `instrument.ts` explains each. */
export interface InstrumentCounters {
  o: number;
  s: number;
  x: number;
  y: number;
  z: number;
  fresh: number;
  returned: number;
}

/** What could not be dated yet. */
export interface Carry extends Pick<InstrumentCounters, 'o' | 'x' | 'y' | 'z'> {
  /** The newest day that has counted. */
  day: number;
}
export const NO_CARRY: Readonly<Carry> = { o: 0, x: 0, y: 0, z: 0, day: 0 };

/** A site's day as the store knows it. */
export interface DayRow extends InstrumentCounters {
  siteId: number;
  day: number;
  timeZone: string;
  level: string;
  /** 1 + restarts that lost the key; 0 while no key has been opened for the day. */
  parts: number;
  keyCommitment: string | null;
  lastVisit: number;
  lastEvent: number;
  lastOrdinal: number;
  /** Anonymous day-visitors, all parts together. */
  anonymous: number;
  /** Those of the current part. */
  partAnonymous: number;
}

/** A row of `people`: one day-visitor. */
export interface Person {
  ordinal: number;
  /** Dense number of a consented visitor, 0 for anonymous. */
  visitor: number;
  /** Stratum of the first visit, never changed. */
  s: number;
  /** Hashes that this visitor was the first identified one to bring that day, at most 3; always 1 when anonymous. */
  h: number;
  /** Whether one of them was the same visitor's yesterday; always 0 when anonymous. */
  b: 0 | 1;
}

/** A visit as it stands. The values are replaced, never changed in place. */
export interface Visit {
  siteId: number;
  /** The site's day on which it began, and its number within that day. */
  day: number;
  visit: number;
  /** The day-visitor's row, 0 when visitors are not told apart. */
  ordinal: number;
  startedAt: number;
  lastAt: number;
  entryHost: string;
  entryPage: string;
  exitHost: string;
  exitPage: string;
  pageviews: number;
  interactions: number;
  leftByLink: boolean;
}

export interface EventRow {
  siteId: number;
  day: number;
  event: number;
  visit: number;
  at: number;
  name: string;
  host: string;
  path: string;
  consent: ConsentState;
  engagedMs: number | null;
  scrollDepth: number | null;
  revenue: { amount: number; currency: string } | null;
  props: Readonly<Record<string, string>> | null;
}

/** What is counted of a beacon named `consent`. */
export interface ConsentReport {
  siteId: number;
  day: number;
  action: ConsentAction;
  values: Readonly<Record<ConsentDimension, string>>;
}

export interface KnownVisitor {
  id: number;
  lastDay: number;
}

/** Every call belongs to the transaction that the writer has open. */
export interface CountRows {
  readDay(siteId: number, day: number): DayRow | null;
  saveDay(day: DayRow): void;
  readCarry(siteId: number): Carry;
  saveCarry(siteId: number, carry: Carry): void;
  findVisitor(siteId: number, key: string): KnownVisitor | null;
  insertVisitor(siteId: number, key: string, day: number): number;
  touchVisitor(siteId: number, id: number, day: number): void;
  /** Identified rows of one day, newest visit of each, to go on counting after a restart. */
  readIdentified(siteId: number, day: number): { person: Person; visit: Visit | null }[];
  savePerson(siteId: number, day: number, person: Person): void;
  insertVisit(visit: Visit, dimensions: VisitDimensions): void;
  updateVisit(visit: Visit): void;
  /** Marks one visit without an ordinal, begun on this page and not yet marked, as left by a link. */
  markLeftByLink(siteId: number, day: number, host: string, path: string): void;
  insertEvent(event: EventRow): void;
  /** What a banner or consent tool reported: one more of each value, and no row that joins two of them. */
  countConsent(report: ConsentReport): void;
  /** A device's first page of the day, and perhaps of the week and the month. */
  countFirst(siteId: number, day: number, firstOf: FirstOf): void;
}
