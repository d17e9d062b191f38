/**
 * The HTTP thread's end of the writer: queues events and hands over the whole queue whenever the writer is free, so that
 * one slow client waits for nobody and a flood shares transactions. No timer. The promise resolves after the commit.
 */
import { Worker } from 'node:worker_threads';
import type { OpenedDay } from '../../../count/day-book.ts';
import type { EndedKey } from '../../../domain/day-key.ts';
import { AppError } from '../../../domain/errors.ts';
import type { AcceptedEvent, Outcome } from '../../../domain/event.ts';
import type { Batch, DropCount } from './events-writer.ts';
import type { Answer, Question, WriterCall, WriterCalls, WriterOptions } from './messages.ts';

/** Events that may wait for the disk; beyond that the answer is 503. */
const LONGEST_QUEUE = 20_000;
/** A stop waits for the disk to take what is left until it has refused this often. */
const MOST_FAILURES = 3;

interface Waiting {
  event: AcceptedEvent;
  resolve: (outcome: Outcome) => void;
  reject: (reason: unknown) => void;
}

/** How often, and after how long (ms), a log that somebody is reading is tried to be emptied. */
const MOST_TRIES = 40;
const BETWEEN_TRIES_MS = 250;

/** What the thread's owner is told. */
export interface WriterEvents {
  /** The thread has died; nothing can be counted after that. */
  onFault: (error: Error) => void;
  /** The disk did not take a batch; its senders are told to come back. */
  onRefused: (error: Error) => void;
  /** Counting goes on, but not as it was set up. */
  onWarning: (sentence: string) => void;
}

export class WriterThread {
  readonly #worker: Worker;
  readonly #onRefused: (error: Error) => void;
  readonly #asked = new Map<number, { resolve: (answer: unknown) => void; reject: (reason: unknown) => void }>();
  #lastId = 0;
  #queue: Waiting[] = [];
  #opened: OpenedDay[] = [];
  #ended: EndedKey[] = [];
  #forgotten: { siteId: number; day: number }[] = [];
  #drops = new Map<string, DropCount>();
  #isBusy = false;
  #isPlanned = false;
  /** Events taken in, and events written or refused. */
  #accepted = 0;
  #settled = 0;
  /** Who waits for a batch to be settled. */
  readonly #onSettled: (() => void)[] = [];
  /** Batches in a row that the disk has refused. */
  #failures = 0;
  #fault: Error | null = null;

  private constructor(worker: Worker, { onFault, onRefused, onWarning }: WriterEvents) {
    this.#worker = worker;
    this.#onRefused = onRefused;
    worker.on('message', (answer: Answer) => {
      if ('warning' in answer) onWarning(answer.warning);
      else this.#receive(answer);
    });
    worker.on('error', (error) => {
      this.#fault = error;
      for (const { reject } of this.#asked.values()) reject(error);
      this.#asked.clear();
      onFault(error);
    });
  }

  /** Starts the thread and waits until its database is open. */
  static async start(options: WriterOptions, events: WriterEvents): Promise<WriterThread> {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./writer-worker.${extension}`, import.meta.url), {
      workerData: options,
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    });
    const thread = new WriterThread(worker, events);
    await new Promise((resolve, reject) => thread.#asked.set(0, { resolve, reject }));
    return thread;
  }

  /** Events that wait for the disk. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Counts an event durably. @throws AppError `unavailable` when the queue is full or the disk refuses. */
  write(event: AcceptedEvent): Promise<Outcome> {
    if (this.#fault) return Promise.reject(unavailable('The database cannot be written.'));
    if (this.#queue.length >= LONGEST_QUEUE)
      return Promise.reject(unavailable('Too many events are waiting for the disk.'));
    return new Promise((resolve, reject) => {
      this.#accepted += 1;
      this.#queue.push({ event, resolve, reject });
      this.#handOverSoon();
    });
  }

  /** A key was made: the day's first event will follow. */
  openDay(day: OpenedDay): void {
    this.#opened.push(day);
  }

  /** Hands over the days that wait for their first event: an import is going to write it. */
  takeOpened(): OpenedDay[] {
    return this.#opened.splice(0);
  }

  /** A key was destroyed: written down with the next batch. */
  endKey(key: EndedKey): void {
    this.#ended.push(key);
    this.#handOverSoon();
  }

  /** A key has died: the writer forgets its hashes. */
  forgetDay(siteId: number, day: number): void {
    this.#forgotten.push({ siteId, day });
    this.#handOver();
  }

  /** Counts a refusal; written with the next batch. */
  countDrop({ siteId, day, reason }: Omit<DropCount, 'count'>, amount = 1): void {
    const name = `${siteId}:${day}:${reason}`;
    this.#drops.set(name, { siteId, day, reason, count: (this.#drops.get(name)?.count ?? 0) + amount });
  }

  /** Writes refusals that no event has carried along. */
  flushDrops(): void {
    this.#handOver();
  }

  /** One question of the closed list, answered in order with the batches. */
  call<C extends WriterCall>(call: C, ask: WriterCalls[C]['ask']): Promise<WriterCalls[C]['answer']> {
    if (this.#fault) return Promise.reject(this.#fault);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      this.#worker.postMessage({ id, call, ask } satisfies Question);
    });
  }

  /** Resolves when everything accepted before has been written, so that what is asked next comes after it. */
  async drained(): Promise<void> {
    const last = this.#accepted;
    while (!this.#fault && this.#settled < last) await new Promise<void>((resolve) => this.#onSettled.push(resolve));
  }

  /**
   * Ends a removal: what was removed leaves the write-ahead log too. A reader that is at work keeps it for a moment.
   * @throws AppError `unavailable` when one goes on for too long; the next removal tries again
   */
  async emptyLog(): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (await this.call('emptyLog', null)) return;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
    throw unavailable('What was removed could not be removed from the write-ahead log yet; ask again.');
  }

  /** Writes everything that waits, closes the database and ends the thread. */
  async close(): Promise<void> {
    await this.#settle();
    if (!this.#fault) await this.call('close', null).catch((error: Error) => this.#onRefused(error));
    await this.#worker.terminate();
  }

  /** `close`, and what the next process needs to go on counting. @throws the fault that keeps this from being told */
  async handOver(): Promise<WriterCalls['handOver']['answer']> {
    await this.#settle();
    const left = this.call('handOver', null);
    await Promise.allSettled([left]);
    await this.close();
    return left;
  }

  async #settle(): Promise<void> {
    while (!this.#fault && this.#failures < MOST_FAILURES && (this.#isBusy || this.#hasWork())) {
      this.#handOver();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  #hasWork(): boolean {
    const lists = [this.#queue, this.#opened, this.#ended, this.#forgotten];
    return this.#drops.size > 0 || lists.some((list) => list.length > 0);
  }

  /** After this turn of the event loop: whatever else it still brings shares the transaction, and the waking of the thread. */
  #handOverSoon(): void {
    if (this.#isBusy || this.#isPlanned) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      this.#handOver();
    });
  }

  #handOver(): void {
    if (this.#isBusy || this.#fault || !this.#hasWork()) return;
    this.#isBusy = true;
    const queue = this.#queue;
    const batch: Batch = {
      opened: this.#opened,
      ended: this.#ended,
      forgotten: this.#forgotten,
      drops: [...this.#drops.values()],
      events: queue.map(({ event }) => event),
    };
    this.#queue = [];
    this.#opened = [];
    this.#ended = [];
    this.#forgotten = [];
    this.#drops = new Map();
    this.call('write', batch)
      .then(
        (outcomes) => {
          this.#failures = 0;
          for (const [index, { resolve }] of queue.entries()) resolve(outcomes[index] ?? { kept: true });
        },
        (error: Error) => {
          this.#failures += 1;
          this.#onRefused(error);
          // Nothing of the batch was kept: days must be opened again, refusals counted again, senders told to come back.
          this.#opened = [...batch.opened, ...this.#opened];
          this.#ended = [...batch.ended, ...this.#ended];
          this.#forgotten = [...batch.forgotten, ...this.#forgotten];
          for (const drop of batch.drops) this.countDrop(drop, drop.count);
          for (const { reject } of queue)
            reject(unavailable('The database could not be written; nothing was counted.'));
        },
      )
      .finally(() => {
        this.#isBusy = false;
        this.#settled += queue.length;
        for (const wake of this.#onSettled.splice(0)) wake();
        if (this.#queue.length > 0) this.#handOverSoon();
      });
  }

  #receive(answer: Exclude<Answer, { warning: string }>): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if ('fault' in answer) asked?.reject(new Error(answer.fault));
    else asked?.resolve(answer.answer);
  }
}

function unavailable(sentence: string): AppError {
  return new AppError('unavailable', sentence);
}
