/** What the HTTP thread and the writer thread say to each other. */
import type { Outcome } from '../../../domain/event.ts';
import type { Batch, ImportedDay } from './events-writer.ts';
import type { ImportRun } from './import-runs.ts';

export type WriterCalls = {
  write: { ask: Batch; answer: Outcome[] };
  writeImportedDay: { ask: ImportedDay; answer: Outcome[] };
  replayImportedDay: { ask: Pick<ImportedDay, 'lane' | 'opened' | 'events'>; answer: null };
  closeLane: { ask: string; answer: null };
  listRuns: { ask: { siteId: number; kind: string }; answer: ImportRun[] };
  saveRun: { ask: ImportRun; answer: number };
  forgetVisitor: { ask: { siteId: number; key: string }; answer: boolean };
  removeSite: { ask: number; answer: null };
  proveWritable: { ask: null; answer: null };
  close: { ask: null; answer: null };
};
export type WriterCall = keyof WriterCalls;

export interface Question {
  id: number;
  call: WriterCall;
  ask: unknown;
}

export type Answer = { id: number; answer: unknown } | { id: number; fault: string };

export interface WriterOptions {
  file: string;
  migrations: string;
  synchronous: 'full' | 'normal';
}
