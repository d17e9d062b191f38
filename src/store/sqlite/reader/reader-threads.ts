/**
 * All reader threads from outside: a question goes to a thread that has nothing to do, or waits for one. Threads are started when they are
 * needed and replaced when they die. Here is also the account of the blocks that they share (`cache/`), which are never seen here.
 */
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { AppError } from '../../../domain/errors.ts';
import type { KnownVisitor } from '../../../privacy/known-visitor.ts';
import type { ConsentCount, ConsentPlan, ConsentReader } from '../../../stats/consent/ports.ts';
import type { Exploration, Explorations, Explorer } from '../../../stats/explorations/ports.ts';
import type { Plan } from '../../../stats/plan.ts';
import type { Scan, StatsExecutor } from '../../../stats/ports.ts';
import type { QualityFacts, QualityPlan, QualityReader } from '../../../stats/quality/ports.ts';
import type { ExportAsk, ExportPiece, StoredEventReader } from '../../../transfer/ports.ts';
import { BlockLedger } from './cache/block-ledger.ts';
import type { CacheNews, CacheReport, ColdBlocks } from './cache/exchange.ts';
import { SharedWords } from './cache/shared-words.ts';
import type { Answered, ReaderOptions } from './events-reader.ts';
import { KeptAnswers } from './kept-answers.ts';
import { type Question, ReaderThread } from './reader-thread.ts';
import type { ReaderTask } from './reader-worker.ts';

/** Questions that may wait; beyond that the answer is 503. */
const LONGEST_QUEUE = 500;
/** With one thread a long question would hold up all short ones; with more than four, memory grows and panels do not come sooner. */
const [FEWEST_THREADS, MOST_THREADS] = [2, 4];

/** Threads help each other with columns that are missing until this part of the cache is full. */
const HELPED_SHARE = 0.5;

export interface ReaderThreadsOptions extends Pick<ReaderOptions, 'file' | 'cacheBytes'> {
  /** Otherwise as many as there are cores, within bounds. */
  mostThreads?: number;
  /** Told of each thread that is started. */
  onStart?: (thread: Pick<ReaderThread, 'number' | 'end'>) => void;
}

export class ReaderThreads implements StatsExecutor, Explorer, ConsentReader, QualityReader, StoredEventReader {
  readonly #options: Pick<ReaderOptions, 'file' | 'cacheBytes'>;
  readonly #mostThreads: number;
  readonly #onStart: ReaderThreadsOptions['onStart'];
  readonly #kept: KeptAnswers;
  readonly #memory = SharedWords.createMemory();
  readonly #words = new SharedWords(this.#memory);
  readonly #ledger: BlockLedger;
  /** No other readers of this process listen there. */
  readonly #channel = `readers ${randomUUID()}`;
  readonly #threads = new Set<ReaderThread>();
  #waiting: Question[] = [];
  /** Work for whoever has nothing else to do. */
  readonly #spare: ColdBlocks[] = [];
  #lastThread = 0;
  #isClosed = false;

  constructor({ mostThreads = threadsFor(availableParallelism()), onStart, ...options }: ReaderThreadsOptions) {
    this.#options = options;
    this.#mostThreads = mostThreads;
    this.#onStart = onStart;
    this.#ledger = new BlockLedger(options.cacheBytes, (block) => this.#words.lastUse(block));
    this.#kept = new KeptAnswers(
      (plan, knownState) => this.#ask({ ask: 'answer', plan, knownState }) as Promise<Answered>,
    );
  }

  scan(plan: Plan, isAnew = false): Promise<Scan> {
    return this.#kept.ask(plan, isAnew);
  }

  explore<K extends Exploration>(kind: K, plan: Explorations[K]['plan']): Promise<Explorations[K]['scan']> {
    return this.#ask({ ask: 'explore', kind, plan }) as Promise<Explorations[K]['scan']>;
  }

  readVisitor(siteId: number, key: string, mostEvents: number): Promise<KnownVisitor | null> {
    return this.#ask({ ask: 'readVisitor', siteId, key, mostEvents }) as Promise<KnownVisitor | null>;
  }

  exportEvents(piece: ExportAsk): Promise<ExportPiece> {
    return this.#ask({ ask: 'exportEvents', piece }) as Promise<ExportPiece>;
  }

  readConsent(plan: ConsentPlan): Promise<ConsentCount[]> {
    return this.#ask({ ask: 'readConsent', plan }) as Promise<ConsentCount[]>;
  }

  readQuality(plan: QualityPlan): Promise<QualityFacts> {
    return this.#ask({ ask: 'readQuality', plan }) as Promise<QualityFacts>;
  }

  listProperties(siteId: number): Promise<string[]> {
    return this.#ask({ ask: 'listProperties', siteId }) as Promise<string[]>;
  }

  firstDay(siteId: number): Promise<number | null> {
    return this.#ask({ ask: 'firstDay', siteId }) as Promise<number | null>;
  }

  lastDay(siteId: number): Promise<number | null> {
    return this.#ask({ ask: 'lastDay', siteId }) as Promise<number | null>;
  }

  /**
   * Forgets everything in memory about a site; call after something of it was removed. Resolves when no question is under way any more
   * that may have seen what was there before.
   */
  async forget(siteId: number): Promise<void> {
    this.#forgetNow(siteId);
    const underWay = [...this.#threads].map((thread) => thread.settled());
    if (underWay.length === 0) return;
    await Promise.all(underWay);
    await new Promise((resolve) => setImmediate(resolve)); // what they have reported before they answered
    this.#forgetNow(siteId);
  }

  /** Nobody is being answered, and nobody waits. */
  get isIdle(): boolean {
    return this.#waiting.length === 0 && [...this.#threads].every(({ isIdle }) => isIdle);
  }

  get mostThreads(): number {
    return this.#mostThreads;
  }

  /** Threads that were started and live. */
  get threads(): number {
    return this.#threads.size;
  }

  /** Bytes of columns in memory. */
  get cachedBytes(): number {
    return this.#ledger.bytes;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('the readers were closed'));
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }

  #ask(task: ReaderTask): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new Error('the readers were closed'));
    if (this.#waiting.length >= LONGEST_QUEUE)
      return Promise.reject(new AppError('unavailable', 'Too many questions are waiting.'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#handOut();
    });
  }

  /** Gives what waits to threads that have nothing to do, and starts one more where all have. */
  #handOut(): void {
    while (this.#waiting.length + this.#spare.length > 0) {
      const thread = [...this.#threads].find(({ isIdle }) => isIdle) ?? this.#start();
      if (thread === null) return;
      const question = this.#waiting.shift();
      if (question !== undefined) thread.ask(question);
      else {
        const blocks = this.#spare.shift();
        // What does not succeed is met again, and told, by the question that needs it.
        if (blocks !== undefined)
          thread.ask({ task: { ask: 'makeAhead', blocks }, resolve: () => {}, reject: () => {} });
      }
    }
  }

  /** Null when there are as many as there may be. */
  #start(): ReaderThread | null {
    if (this.#isClosed || this.#threads.size >= this.#mostThreads) return null;
    const number = ++this.#lastThread;
    const thread = new ReaderThread({
      ...this.#options,
      exchange: { words: this.#memory, thread: number, channel: this.#channel },
      onReport: (report) => this.#takeReport(report),
      onIdle: () => this.#handOut(),
      onEnd: () => this.#takeEnd(thread),
    });
    this.#threads.add(thread);
    this.#onStart?.(thread);
    return thread;
  }

  /** The next question starts a new one. */
  #takeEnd(thread: ReaderThread): void {
    this.#threads.delete(thread);
    this.#words.releaseAll(thread.number);
    if (this.#threads.size === 0) this.#ledger.clear();
    this.#handOut();
  }

  #takeReport(report: CacheReport): void {
    if ('made' in report) this.#tell({ drop: this.#ledger.add(report.made) });
    else if ('removed' in report)
      this.#tell({ drop: this.#ledger.forgetOlder(report.removed.siteId, report.removed.removals) });
    else this.#help(report.cold);
  }

  /** While there is room: where not all of a question's columns can stay, working ahead would push out what it needs first. */
  #help(blocks: ColdBlocks): void {
    const isAsked = this.#spare.some((task) => task.siteId === blocks.siteId && task.kind === blocks.kind);
    if (isAsked || this.#ledger.bytes > this.#options.cacheBytes * HELPED_SHARE) return;
    this.#spare.push(blocks);
    this.#handOut();
  }

  #forgetNow(siteId: number): void {
    this.#kept.forget(siteId);
    this.#tell({ forget: siteId, drop: this.#ledger.forget(siteId) });
  }

  #tell(news: CacheNews): void {
    if (news.drop.length === 0 && !('forget' in news)) return;
    for (const thread of this.#threads) thread.tell(news);
  }
}

function threadsFor(cores: number): number {
  return Math.max(FEWEST_THREADS, Math.min(cores, MOST_THREADS));
}
