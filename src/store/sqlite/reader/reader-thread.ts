/** The other end of one reader thread: answers one question after the other until it dies. */
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { AppError } from '../../../domain/errors.ts';
import type { CacheNews, CacheReport, ExchangeOptions } from './cache/exchange.ts';
import type { ReaderOptions } from './events-reader.ts';
import type { ReaderAnswer, ReaderTask, ReaderThreadData } from './reader-worker.ts';

export interface Question {
  task: ReaderTask;
  resolve: (answer: unknown) => void;
  reject: (reason: Error) => void;
}

export interface ReaderThreadOptions extends Pick<ReaderOptions, 'file' | 'cacheBytes'> {
  exchange: Omit<ExchangeOptions, 'port'>;
  onReport: (report: CacheReport) => void;
  /** A question was answered. */
  onIdle: () => void;
  /** The thread is no more; its question was told. */
  onEnd: () => void;
}

/**
 * MiB of a thread's heap for what has just been made, of 48: a scan's large lists lie elsewhere, and what is left are small objects, so that
 * the rest of it would be taken from the system and never needed.
 */
const YOUNG_MB = 12;

export class ReaderThread {
  /** Counted from 1, never given again. */
  readonly number: number;
  readonly #worker: Worker;
  readonly #news: MessagePort;
  #question: Question | null = null;
  readonly #onSettled: (() => void)[] = [];
  #hasEnded = false;

  constructor({ exchange, onReport, onIdle, onEnd, ...options }: ReaderThreadOptions) {
    this.number = exchange.thread;
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const { port1, port2 } = new MessageChannel();
    const workerData: ReaderThreadData = { ...options, exchange: { ...exchange, port: port2 } };
    this.#worker = new Worker(new URL(`./reader-worker.${extension}`, import.meta.url), {
      ...{ workerData, transferList: [port2], resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } },
    });
    this.#news = port1;
    port1.on('message', onReport);
    this.#worker.on('message', (answer: ReaderAnswer) => {
      this.#settle(answer);
      onIdle();
    });
    const end = (error: Error) => {
      if (this.#hasEnded) return;
      this.#hasEnded = true;
      port1.close();
      this.#question?.reject(error);
      this.#question = null;
      this.#tellSettled();
      onEnd();
    };
    this.#worker.on('error', end);
    this.#worker.on('exit', () => end(new Error('the reader thread has ended')));
    // A waiting question keeps the process alive, an idle thread does not.
    this.#worker.unref();
    port1.unref();
  }

  get isIdle(): boolean {
    return this.#question === null && !this.#hasEnded;
  }

  /** One question, when the one before is answered. */
  ask(question: Question): void {
    this.#question = question;
    this.#worker.ref();
    this.#worker.postMessage(question.task);
  }

  /** Resolves when the question that is under way now, if any, has been answered. */
  async settled(): Promise<void> {
    if (this.#question !== null) await new Promise<void>((resolve) => this.#onSettled.push(resolve));
  }

  tell(news: CacheNews): void {
    this.#news.postMessage(news);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: ReaderAnswer): void {
    const question = this.#question;
    this.#question = null;
    this.#worker.unref();
    if ('answer' in answer) question?.resolve(answer.answer);
    else question?.reject(answer.code === null ? new Error(answer.fault) : new AppError(answer.code, answer.fault));
    this.#tellSettled();
  }

  #tellSettled(): void {
    for (const tell of this.#onSettled.splice(0)) tell();
  }
}
