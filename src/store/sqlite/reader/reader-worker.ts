/** The reader thread: queries never run on the thread that serves HTTP. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../../domain/errors.ts';
import type { ConsentPlan } from '../../../stats/consent/ports.ts';
import type { Exploration, Explorations } from '../../../stats/explorations/ports.ts';
import type { Plan } from '../../../stats/plan.ts';
import { EventsReader, type ReaderOptions } from './events-reader.ts';

export type ReaderTask =
  | { ask: 'scan'; plan: Plan; isAnew: boolean }
  | { ask: 'explore'; kind: Exploration; plan: Explorations[Exploration]['plan'] }
  | { ask: 'readVisitor'; siteId: number; key: string; mostEvents: number }
  | { ask: 'readConsent'; plan: ConsentPlan }
  | { ask: 'firstDay'; siteId: number };
export type ReaderQuestion = { id: number } & ReaderTask;
export type ReaderAnswer = { id: number; answer: unknown } | { id: number; fault: string; code: ErrorCode | null };

const reader = new EventsReader(workerData as ReaderOptions);

parentPort?.on('message', (question: ReaderQuestion) => {
  parentPort?.postMessage(answer(question));
});

function answer(question: ReaderQuestion): ReaderAnswer {
  const { id } = question;
  try {
    return { id, answer: run(question) };
  } catch (error) {
    // A damaged column is told to whoever asks: the sentence names site, day and column.
    const code = error instanceof AppError ? error.code : null;
    return { id, fault: error instanceof Error ? error.message : String(error), code };
  }
}

function run(task: ReaderTask): unknown {
  switch (task.ask) {
    case 'scan':
      return reader.scan(task.plan, task.isAnew);
    case 'explore':
      return reader.explore(task.kind, task.plan);
    case 'readVisitor':
      return reader.readVisitor(task.siteId, task.key, task.mostEvents);
    case 'readConsent':
      return reader.readConsent(task.plan);
    case 'firstDay':
      return reader.firstDay(task.siteId);
  }
}
