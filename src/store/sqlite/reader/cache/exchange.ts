/** How a thread's cache hears of the others': blocks go from reader to reader, the account of them is kept elsewhere. */
import { type MessagePort, receiveMessageOnPort, BroadcastChannel as ThreadChannel } from 'node:worker_threads';
import { type Block, bytesOf, nameOf } from './block.ts';
import { type BlockEntry, BlockLedger } from './block-ledger.ts';
import { SharedWords } from './shared-words.ts';

/** What a reader is told by whoever keeps the account. */
export type CacheNews = { drop: readonly number[] } | { forget: number; drop: readonly number[] };
/** What it tells. */
export type CacheReport =
  | { made: BlockEntry }
  | { removed: { siteId: number; removals: number } }
  /** Further blocks of a kind, which is cold: whoever has nothing to do may work them out. */
  | { cold: ColdBlocks };

export interface ColdBlocks {
  siteId: number;
  kind: string;
  /** Counted as the kind's blocks are. */
  first: number;
  last: number;
}

export interface Exchange {
  readonly words: SharedWords;
  /** Counted from 1. */
  readonly thread: number;
  publish(block: Block): void;
  report(report: Exclude<CacheReport, { made: unknown }>): void;
  /** What has come since it was asked last; never waits. */
  receive(): ({ block: Block } | CacheNews)[];
}

export function entryOf(block: Block): BlockEntry {
  const { siteId, removals } = block.place;
  return { id: block.id, name: nameOf(block.place), siteId, removals, bytes: bytesOf(block) };
}

/** Of a single reader, which keeps its own account. */
export class OwnExchange implements Exchange {
  readonly words = new SharedWords(SharedWords.createMemory());
  readonly thread = 1;
  readonly #ledger: BlockLedger;
  #news: CacheNews[] = [];

  constructor(cacheBytes: number) {
    this.#ledger = new BlockLedger(cacheBytes, (block) => this.words.lastUse(block));
  }

  publish(block: Block): void {
    this.#drop(this.#ledger.add(entryOf(block)));
  }

  report(report: Exclude<CacheReport, { made: unknown }>): void {
    if ('removed' in report) this.#drop(this.#ledger.forgetOlder(report.removed.siteId, report.removed.removals));
  }

  receive(): CacheNews[] {
    const news = this.#news;
    this.#news = [];
    return news;
  }

  #drop(drop: readonly number[]): void {
    if (drop.length > 0) this.#news.push({ drop });
  }
}

/** What a reader thread needs to hear of the others. */
export interface ExchangeOptions {
  words: SharedArrayBuffer;
  thread: number;
  /** Of the channel on which readers, and nobody else, listen: whoever receives shared memory keeps it until its own garbage is collected. */
  channel: string;
  /** `CacheNews` in, `CacheReport` out. */
  port: MessagePort;
}

export class ThreadExchange implements Exchange {
  readonly words: SharedWords;
  readonly thread: number;
  readonly #channel: ThreadChannel;
  readonly #port: MessagePort;

  /** @param onNews something has come while no question is being answered */
  constructor({ words, thread, channel, port }: ExchangeOptions, onNews: (news: { block: Block } | CacheNews) => void) {
    this.words = new SharedWords(words);
    this.thread = thread;
    this.#port = port;
    this.#channel = new ThreadChannel(channel);
    port.on('message', onNews);
    this.#channel.onmessage = (message: unknown) => onNews({ block: (message as { data: Block }).data });
  }

  publish(block: Block): void {
    this.#channel.postMessage(block);
    this.#report({ made: entryOf(block) });
  }

  report(report: CacheReport): void {
    this.#report(report);
  }

  receive(): ({ block: Block } | CacheNews)[] {
    const received: ({ block: Block } | CacheNews)[] = [];
    for (
      let next = receiveMessageOnPort(this.#channel as never);
      next;
      next = receiveMessageOnPort(this.#channel as never)
    )
      received.push({ block: next.message as Block });
    for (let next = receiveMessageOnPort(this.#port); next; next = receiveMessageOnPort(this.#port))
      received.push(next.message as CacheNews);
    return received;
  }

  close(): void {
    this.#channel.close();
    this.#port.close();
  }

  #report(report: CacheReport): void {
    this.#port.postMessage(report);
  }
}
