/** The other end of the reader thread: started with the first question, asked by message, replaced when it dies. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../domain/errors.ts';
import type { KnownVisitor } from '../../../privacy/known-visitor.ts';
import type { ConsentCount, ConsentPlan, ConsentReader } from '../../../stats/consent/ports.ts';
import type { Exploration, Explorations, Explorer } from '../../../stats/explorations/ports.ts';
import type { Plan } from '../../../stats/plan.ts';
import type { Scan, StatsExecutor } from '../../../stats/ports.ts';
import type { ReaderOptions } from './events-reader.ts';
import type { ReaderAnswer, ReaderQuestion, ReaderTask } from './reader-worker.ts';

/** Questions that may wait; beyond that the answer is 503. */
const LONGEST_QUEUE = 500;

interface Asked {
  resolve: (answer: unknown) => void;
  reject: (reason: Error) => void;
}

export class ReaderThread implements StatsExecutor, Explorer, ConsentReader {
  readonly #options: ReaderOptions;
  readonly #asked = new Map<number, Asked>();
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  scan(plan: Plan, isAnew = false): Promise<Scan> {
    return this.#ask({ ask: 'scan', plan, isAnew }) as Promise<Scan>;
  }

  explore<K extends Exploration>(kind: K, plan: Explorations[K]['plan']): Promise<Explorations[K]['scan']> {
    return this.#ask({ ask: 'explore', kind, plan }) as Promise<Explorations[K]['scan']>;
  }

  readVisitor(siteId: number, key: string, mostEvents: number): Promise<KnownVisitor | null> {
    return this.#ask({ ask: 'readVisitor', siteId, key, mostEvents }) as Promise<KnownVisitor | null>;
  }

  readConsent(plan: ConsentPlan): Promise<ConsentCount[]> {
    return this.#ask({ ask: 'readConsent', plan }) as Promise<ConsentCount[]>;
  }

  firstDay(siteId: number): Promise<number | null> {
    return this.#ask({ ask: 'firstDay', siteId }) as Promise<number | null>;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask(question: ReaderTask): Promise<unknown> {
    if (this.#asked.size >= LONGEST_QUEUE)
      return Promise.reject(new AppError('unavailable', 'Too many questions are waiting.'));
    const worker = this.#worker ?? this.#start();
    const id = ++this.#lastId;
    worker.ref(); // a waiting question keeps the process alive, an idle thread does not
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      worker.postMessage({ id, ...question } satisfies ReaderQuestion);
    });
  }

  #start(): Worker {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./reader-worker.${extension}`, import.meta.url), { workerData: this.#options });
    worker.on('message', (answer: ReaderAnswer) => {
      const asked = this.#asked.get(answer.id);
      this.#asked.delete(answer.id);
      if (this.#asked.size === 0) worker.unref();
      if ('fault' in answer)
        asked?.reject(answer.code === null ? new Error(answer.fault) : new AppError(answer.code, answer.fault));
      else asked?.resolve(answer.answer);
    });
    const fail = (error: Error) => {
      if (this.#worker !== worker) return;
      this.#worker = null; // the next question starts a new thread
      for (const { reject } of this.#asked.values()) reject(error);
      this.#asked.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the reader thread has ended')));
    worker.unref();
    this.#worker = worker;
    return worker;
  }
}
