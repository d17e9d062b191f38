/** What imports and exports need from the store. */
import type { OpenedDay } from '../count/day-book.ts';
import type { DropReason } from '../domain/drop-reason.ts';
import type { AcceptedEvent } from '../domain/event.ts';
import type { ExportFormat } from './export-request.ts';

/** One input and how far it has been imported. */
export interface ImportRun {
  /** 0 for a run that is not stored yet. */
  id: number;
  siteId: number;
  kind: string;
  /** Uncompressed bytes: of the whole input when finished; before that, where this run began. */
  length: number;
  /** Keyed digest of those bytes; null while unfinished. */
  sha256: string | null;
  /** Of each whole MiB when finished; of the first bytes before that. */
  digests: readonly string[];
  /** The newest site day with committed rows, while unfinished. */
  doneThroughDay: number | null;
  /** The closing report, or while unfinished the checkpoint. */
  report: unknown;
  /** UTC ms. */
  startedAt: number;
  finishedAt: number | null;
}

export interface DroppedLines {
  siteId: number;
  day: number;
  reason: DropReason;
  count: number;
}

/** Part of one virtual day, committed together with its checkpoint. */
export interface ImportedPart {
  /** Name of the import's own counting memory. */
  lane: string;
  /** Count in the running service's own memory: its keys made the hashes. */
  live: boolean;
  opened: readonly OpenedDay[];
  drops: readonly DroppedLines[];
  events: readonly AcceptedEvent[];
  run: ImportRun;
  /** Days of the run's site that the import has left for good; those that are over at `now` (UTC ms) become columns. */
  left: { days: readonly number[]; now: number };
}

export interface ImportStore {
  listRuns(siteId: number, kind: string): Promise<ImportRun[]>;
  /** @returns the run's id */
  saveRun(run: ImportRun): Promise<number>;
  writePart(part: ImportedPart): Promise<void>;
  /** Of these days, those that more than one instrument has counted. */
  listBrokenDays(siteId: number, days: readonly number[]): Promise<number[]>;
  closeLane(lane: string): Promise<void>;
}

/** A piece of one day of an export. */
export interface ExportAsk {
  siteId: number;
  /** By the event's own time in this zone, whatever the day of its visit. */
  day: number;
  timeZone: string;
  /** UTC ms: later events only. A time and no number of a row, since rows are numbered anew when their day is sealed. */
  after: number;
  /** About how many; events of one moment stay together. */
  mostEvents: number;
  format: ExportFormat;
  /** Random, of this export alone: visitors get other names by each. */
  salt: Uint8Array;
}

export interface ExportPiece {
  /** Lines, in order of time. */
  text: string;
  events: number;
  /** Where the next piece goes on (`after`); null at the end of the day. */
  next: number | null;
}

export interface StoredEventReader {
  exportEvents(ask: ExportAsk): Promise<ExportPiece>;
  /** First day with rows of a site, or null. */
  firstDay(siteId: number): Promise<number | null>;
}
