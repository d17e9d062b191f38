/** What the HTTP thread and the writer thread say to each other. */
import type { CarriedKey } from '../../../count/day-keys.ts';
import type { CarriedMemory } from '../../../count/memory-entry.ts';
import type { ConsentReceipt } from '../../../domain/consent.ts';
import type { KeyCustody } from '../../../domain/day-key.ts';
import type { Outcome } from '../../../domain/event.ts';
import type { ImportedPart, ImportRun } from '../../../transfer/ports.ts';
import type { SiteDay } from '../sealed-days.ts';
import type { SealedRows } from './day-sealer.ts';
import type { Batch } from './events-writer.ts';
import type { CarryOver } from './memory-in-step.ts';
import type { OldDaysAsked, OldDaysRemoved } from './old-days.ts';

export type WriterCalls = {
  write: { ask: Batch; answer: Outcome[] };
  writeImportedPart: { ask: ImportedPart; answer: void };
  listBrokenDays: { ask: { siteId: number; days: readonly number[] }; answer: number[] };
  closeLane: { ask: string; answer: void };
  listRuns: { ask: { siteId: number; kind: string }; answer: ImportRun[] };
  saveRun: { ask: ImportRun; answer: number };
  forgetVisitor: { ask: { siteId: number; key: string; withdrawal: ConsentReceipt | null }; answer: boolean };
  /** See `ReceiptRepository.retain`. */
  retainReceipts: { ask: { siteId: number; detachBefore: number; removeBefore: number }; answer: void };
  /** Removes the rows of every site but these. */
  removeOtherSites: { ask: readonly number[]; answer: void };
  removeSite: { ask: number; answer: void };
  /** See `EventsWriter.emptySite`. */
  emptySite: { ask: { siteId: number; today: number }; answer: boolean };
  listEventNames: { ask: null; answer: { siteId: number; name: string }[] };
  /** The service starts, with the memory of the process before where that is there. Answers the keys to go on with. */
  carryOver: { ask: CarryOver; answer: readonly CarriedKey[] };
  /** What the next process needs to go on counting, keys aside; nothing but `close` may follow. */
  handOver: { ask: null; answer: Omit<CarriedMemory, 'keys'> };
  /** The site's keys, newest first. */
  listDayKeys: { ask: number; answer: KeyCustody[] };
  /** Days that are over and have rows; asked with the time in UTC ms. */
  listDueDays: { ask: number; answer: SiteDay[] };
  sealDay: { ask: SiteDay; answer: SealedRows | null };
  /** Does the next piece of a site's retention; null while an import runs. */
  removeOldDays: { ask: OldDaysAsked; answer: OldDaysRemoved | null };
  /** Answers whether nothing that was removed is left in the write-ahead log. */
  emptyLog: { ask: null; answer: boolean };
  proveWritable: { ask: null; answer: void };
  close: { ask: null; answer: void };
};
export type WriterCall = keyof WriterCalls;

export interface Question {
  id: number;
  call: WriterCall;
  ask: unknown;
}

export type Answer = { id: number; answer: unknown } | { id: number; fault: string } | { warning: string };

export interface WriterOptions {
  file: string;
  /** app.db, migrated: receipts are kept there. */
  appFile: string;
  migrations: string;
  synchronous: 'full' | 'normal';
}
