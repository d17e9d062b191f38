/** The writer thread: answers each question in the order it came. */
import { parentPort, workerData } from 'node:worker_threads';
import { ReceiptRepository } from '../app/receipt-repository.ts';
import { openDatabase } from '../open-database.ts';
import { EventsWriter } from './events-writer.ts';
import type { Answer, Question, WriterCall, WriterCalls, WriterOptions } from './messages.ts';

const options = workerData as WriterOptions;
const receipts = new ReceiptRepository(openDatabase(options.appFile));
const writer = new EventsWriter(options, (warning) => parentPort?.postMessage({ warning } satisfies Answer));

const calls: { [C in WriterCall]: (ask: WriterCalls[C]['ask']) => WriterCalls[C]['answer'] } = {
  write: (batch) => {
    // The proof first: a receipt too many says nothing wrong, an identifier without one cannot be proven.
    receipts.keepAccepted(batch.events);
    return writer.write(batch);
  },
  writeImportedPart: (part) => writer.writeImportedPart(part),
  listBrokenDays: ({ siteId, days }) => writer.listBrokenDays(siteId, days),
  closeLane: (lane) => writer.closeLane(lane),
  listRuns: ({ siteId, kind }) => writer.runs.list(siteId, kind),
  saveRun: (run) => writer.runs.save(run),
  forgetVisitor: ({ siteId, key, withdrawal }) => {
    const wasKnown = writer.forgetVisitor(siteId, key);
    return receipts.detach(siteId, key, withdrawal, wasKnown) || wasKnown;
  },
  retainReceipts: ({ siteId, detachBefore, removeBefore }) => receipts.retain(siteId, detachBefore, removeBefore),
  removeOtherSites: (siteIds) => writer.removeOtherSites(siteIds),
  removeSite: (siteId) => writer.removeSite(siteId),
  emptySite: ({ siteId, today }) => writer.emptySite(siteId, today),
  listEventNames: () => writer.listEventNames(),
  carryOver: (options) => writer.carryOver(options),
  handOver: () => writer.handOver(),
  listDayKeys: (siteId) => writer.keyLog.list(siteId),
  listDueDays: (now) => writer.listDueDays(now),
  sealDay: (place) => writer.sealDay(place),
  removeOldDays: (asked) => writer.removeOldDays(asked),
  emptyLog: () => [receipts.emptyLog(), writer.emptyLog()].every(Boolean),
  proveWritable: () => writer.proveWritable(),
  close: () => {
    receipts.close();
    writer.close();
  },
};

parentPort?.on('message', ({ id, call, ask }: Question) => {
  parentPort?.postMessage(answer(id, call, ask));
  if (call === 'close') parentPort?.close();
});
parentPort?.postMessage({ id: 0, answer: undefined } satisfies Answer); // the database is open and migrated

function answer(id: number, call: WriterCall, ask: unknown): Answer {
  try {
    return { id, answer: (calls[call] as (ask: unknown) => unknown)(ask) };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) };
  }
}
