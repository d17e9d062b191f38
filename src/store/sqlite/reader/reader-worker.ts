/** One of the reader threads: queries never run on the thread that serves HTTP. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../../domain/errors.ts';
import type { ConsentPlan } from '../../../stats/consent/ports.ts';
import type { Exploration, Explorations } from '../../../stats/explorations/ports.ts';
import type { Plan } from '../../../stats/plan.ts';
import type { QualityPlan } from '../../../stats/quality/ports.ts';
import type { ExportAsk } from '../../../transfer/ports.ts';
import { ColumnCache } from './cache/column-cache.ts';
import { type ColdBlocks, type ExchangeOptions, ThreadExchange } from './cache/exchange.ts';
import { EventsReader, type ReaderOptions } from './events-reader.ts';
import { lowerPriority } from './lower-priority.ts';

export type ReaderTask =
  | { ask: 'answer'; plan: Plan; knownState: string | null }
  | { ask: 'explore'; kind: Exploration; plan: Explorations[Exploration]['plan'] }
  | { ask: 'readVisitor'; siteId: number; key: string; mostEvents: number }
  | { ask: 'exportEvents'; piece: ExportAsk }
  | { ask: 'readConsent'; plan: ConsentPlan }
  | { ask: 'readQuality'; plan: QualityPlan }
  | { ask: 'listProperties'; siteId: number }
  | { ask: 'firstDay' | 'lastDay'; siteId: number }
  | { ask: 'makeAhead'; blocks: ColdBlocks };
/** What a task is answered with, or why it is not. */
export type ReaderAnswer = { answer: unknown } | { fault: string; code: ErrorCode | null };
export type ReaderThreadData = Pick<ReaderOptions, 'file' | 'cacheBytes'> & { exchange: ExchangeOptions };

lowerPriority();
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const { exchange, ...options } = workerData as ReaderThreadData;
const cache = new ColumnCache((onNews) => new ThreadExchange(exchange, onNews), collectGarbage);
const reader = new EventsReader({ ...options, cache });

parentPort?.on('message', (task: ReaderTask) => {
  parentPort?.postMessage(answer(task));
});

function answer(task: ReaderTask): ReaderAnswer {
  try {
    return { answer: run(task) };
  } catch (error) {
    // A damaged column is told to whoever asks: the sentence names site, day and column.
    const code = error instanceof AppError ? error.code : null;
    return { fault: error instanceof Error ? error.message : String(error), code };
  }
}

function run(task: ReaderTask): unknown {
  switch (task.ask) {
    case 'answer':
      return reader.answer(task.plan, task.knownState);
    case 'explore':
      return reader.explore(task.kind, task.plan);
    case 'readVisitor':
      return reader.readVisitor(task.siteId, task.key, task.mostEvents);
    case 'exportEvents':
      return reader.exportEvents(task.piece);
    case 'readConsent':
      return reader.readConsent(task.plan);
    case 'readQuality':
      return reader.readQuality(task.plan);
    case 'listProperties':
      return reader.listProperties(task.siteId);
    case 'firstDay':
      return reader.firstDay(task.siteId);
    case 'lastDay':
      return reader.lastDay(task.siteId);
    case 'makeAhead':
      return reader.makeAhead(task.blocks);
  }
}
