/** The reader thread: queries never run on the thread that serves HTTP. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../domain/errors.ts';
import type { Plan } from '../../../stats/plan.ts';
import { EventsReader, type ReaderOptions } from './events-reader.ts';

export type ReaderQuestion = { id: number } & ({ ask: 'scan'; plan: Plan } | { ask: 'firstDay'; siteId: number });
export type ReaderAnswer = { id: number; answer: unknown } | { id: number; fault: string; isForCaller: boolean };

const reader = new EventsReader(workerData as ReaderOptions);

parentPort?.on('message', (question: ReaderQuestion) => {
  parentPort?.postMessage(answer(question));
});

function answer(question: ReaderQuestion): ReaderAnswer {
  const { id } = question;
  try {
    return { id, answer: question.ask === 'scan' ? reader.scan(question.plan) : reader.firstDay(question.siteId) };
  } catch (error) {
    // A damaged column is told to whoever asks: the sentence names site, day and column.
    const isForCaller = error instanceof AppError;
    return { id, fault: error instanceof Error ? error.message : String(error), isForCaller };
  }
}
