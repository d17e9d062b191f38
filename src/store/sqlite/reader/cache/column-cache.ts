/**
 * One reader's view of the blocks that all readers share. Blocks are read where they are, made by whoever needs them first, and heard of
 * by the others at once; a block that must go is forgotten when nothing that is under way can come back to it.
 */
import type { Parcel } from '../../../segments/parcels.ts';
import { type Block, type BlockDay, type BlockPlace, bytesOf, findParcel, nameOf, packBlock } from './block.ts';
import type { CacheNews, ColdBlocks, Exchange } from './exchange.ts';

/** Ms that a reader waits for another to finish a block, before it works it out itself. */
const LONGEST_WAIT_MS = 200;
const WAIT_MS = 10;
/** Shared memory is no reason for V8 to collect garbage: after so many bytes it is asked to. */
const BYTES_UNTIL_COLLECTION = 16 * 1024 * 1024;
/** Blocks that were told to go before they came: nearly all of them never come, since another has taken their place. */
const MOST_GONE_EARLY = 1000;

interface KnownBlock {
  block: Block;
  /** What was put together again of its parcels, by day and name. */
  values: Map<string, unknown>;
}

/** A day's part of a block. */
export interface Wanted<T> {
  place: BlockPlace;
  day: number;
  version: number;
  /** Of the day's parcels. */
  name: string;
  putTogether: (parcel: Parcel) => T;
}

export class ColumnCache {
  readonly #exchange: Exchange;
  readonly #collectGarbage: () => void;
  readonly #known = new Map<string, KnownBlock>();
  /** Told to go before they came. */
  readonly #goneEarly = new Set<number>();
  /** Names of blocks that must go, but lie where the question under way is. */
  #leaving: { id: number; name: string; number: number }[] = [];
  readonly #nameOfId = new Map<number, string>();
  #question = 0;
  #released = 0;
  #onForget: (siteId: number) => void = () => {};

  constructor(exchange: (onNews: (news: { block: Block } | CacheNews) => void) => Exchange, collectGarbage = () => {}) {
    this.#exchange = exchange((news) => {
      this.#take(news);
      this.#endLeaving(null);
      this.#collect();
    });
    this.#collectGarbage = collectGarbage;
  }

  /** @param listener told that whatever is in memory of a site must be forgotten */
  onForget(listener: (siteId: number) => void): void {
    this.#onForget = listener;
  }

  /** Call before the first `find` of a question. */
  beginQuestion(): void {
    this.#question = this.#exchange.words.nextQuestion();
    this.#receive();
    this.#endLeaving(null);
  }

  /** Blocks with other numbers are not asked for again until they are needed anew. */
  moveTo(number: number): void {
    if (this.#leaving.length > 0) this.#endLeaving(number);
  }

  /** Days, texts or visitors of the site were removed. */
  noticeRemovals(siteId: number, removals: number): void {
    this.#exchange.report({ removed: { siteId, removals } });
    for (const [name, { block }] of this.#known)
      if (block.place.siteId === siteId && block.place.removals !== removals) this.#forget(name);
    this.#collect();
  }

  /** @returns undefined when nobody has worked it out, or only for another version of the day */
  find<T>(wanted: Wanted<T>): T | undefined {
    const known = this.#known.get(nameOf(wanted.place));
    if (known === undefined || known.block.place.removals !== wanted.place.removals) return undefined;
    const { day, version, name, putTogether } = wanted;
    const key = `${day}:${version}:${name}`;
    const value = known.values.get(key);
    if (value === undefined) {
      const parcel = findParcel(known.block, day, version, name);
      if (parcel === undefined) return undefined;
      const made = putTogether(parcel);
      known.values.set(key, made);
      this.#exchange.words.use(known.block.id, this.#question);
      return made;
    }
    this.#exchange.words.use(known.block.id, this.#question);
    return value as T;
  }

  /**
   * The same, working out the block when nobody has.
   * @param work on the block's days @param workAhead on another block while somebody else is at this one; false when there is none
   * @returns undefined when the work has left out the day
   */
  read<T>(wanted: Wanted<T>, work: () => readonly BlockDay[], workAhead: () => boolean): T | undefined {
    const known = this.find(wanted);
    if (known !== undefined) return known;
    this.#receive();
    for (let waitedMs = 0; ; ) {
      const heard = this.find(wanted);
      if (heard !== undefined) return heard;
      if (this.make(wanted.place, work, waitedMs >= LONGEST_WAIT_MS)) return this.find(wanted);
      if (!workAhead()) {
        this.#exchange.words.waitFor(nameOf(wanted.place), WAIT_MS);
        waitedMs += WAIT_MS;
      }
      this.#receive();
    }
  }

  /** Whether there is a block, whatever the versions of its days. */
  has(place: BlockPlace): boolean {
    return this.#known.get(nameOf(place))?.block.place.removals === place.removals;
  }

  /** Hears what others have made. */
  listen(): void {
    this.#receive();
  }

  /** Works out a block, unless another reader is at it. @param isUrgent even then */
  make(place: BlockPlace, work: () => readonly BlockDay[], isUrgent = false): boolean {
    const { words, thread } = this.#exchange;
    const name = nameOf(place);
    const claim = words.claim(name, thread);
    if (claim === 'taken' && !isUrgent) return false;
    try {
      const block = packBlock(words.nextBlock(), place, work());
      words.use(block.id, this.#question);
      this.#keep(name, block);
      this.#exchange.publish(block);
    } finally {
      if (claim === 'mine') words.release(name);
    }
    return true;
  }

  /** Asks whoever has nothing to do for blocks that will be needed. */
  askForHelp(blocks: ColdBlocks): void {
    this.#exchange.report({ cold: blocks });
  }

  /** Bytes of the blocks that this reader knows. */
  get bytes(): number {
    let sum = 0;
    for (const { block } of this.#known.values()) sum += bytesOf(block);
    return sum;
  }

  #receive(): void {
    for (const news of this.#exchange.receive()) this.#take(news);
    this.#collect();
  }

  #take(news: { block: Block } | CacheNews): void {
    if ('block' in news) {
      const { block } = news;
      if (!this.#goneEarly.delete(block.id)) this.#keep(nameOf(block.place), block);
      return;
    }
    if ('forget' in news) {
      this.#onForget(news.forget);
      this.#released = BYTES_UNTIL_COLLECTION; // what was erased lies in memory until then
    }
    for (const id of news.drop) {
      const name = this.#nameOfId.get(id);
      if (name === undefined) this.#noteGoneEarly(id);
      else this.#leaving.push({ id, name, number: this.#known.get(name)?.block.place.number ?? 0 });
    }
  }

  #noteGoneEarly(id: number): void {
    if (this.#goneEarly.size >= MOST_GONE_EARLY) this.#goneEarly.clear();
    this.#goneEarly.add(id);
  }

  #keep(name: string, block: Block): void {
    const before = this.#known.get(name);
    if (before !== undefined) this.#forget(name);
    this.#known.set(name, { block, values: new Map() });
    this.#nameOfId.set(block.id, name);
  }

  /** @param number where the question under way is, null when there is none */
  #endLeaving(number: number | null): void {
    const staying = this.#leaving.filter((each) => each.number === number);
    for (const { id, name, number: of } of this.#leaving)
      if (of !== number && this.#known.get(name)?.block.id === id) this.#forget(name);
    this.#leaving = staying;
  }

  #forget(name: string): void {
    const known = this.#known.get(name);
    if (known === undefined) return;
    this.#known.delete(name);
    this.#nameOfId.delete(known.block.id);
    this.#released += bytesOf(known.block);
  }

  #collect(): void {
    if (this.#released < BYTES_UNTIL_COLLECTION) return;
    this.#released = 0;
    this.#collectGarbage();
  }
}
