/** Keeps the account of all blocks there are, and says which of them must go so that they stay within their bytes. */

/** A block without what is in it. */
export interface BlockEntry {
  id: number;
  name: string;
  siteId: number;
  /** Of the site, when it was made. */
  removals: number;
  bytes: number;
}

/** After too many bytes, down to this part of the limit: to find the ones that were not used for longest means to look at all. */
const KEPT_SHARE = 0.95;

export class BlockLedger {
  readonly #limit: number;
  readonly #lastUse: (block: number) => number;
  readonly #blocks = new Map<string, BlockEntry>();
  /** By site: the highest number of removals that was heard of. */
  readonly #removals = new Map<number, number>();
  #bytes = 0;

  /** @param limit bytes of all blocks @param lastUse the question that has read a block last */
  constructor(limit: number, lastUse: (block: number) => number) {
    this.#limit = limit;
    this.#lastUse = lastUse;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Takes in a new block. @returns the numbers of blocks that must go, perhaps its own */
  add(entry: BlockEntry): number[] {
    const gone = this.forgetOlder(entry.siteId, entry.removals);
    if (entry.removals < (this.#removals.get(entry.siteId) ?? 0)) return [...gone, entry.id];
    const before = this.#blocks.get(entry.name);
    if (before !== undefined) gone.push(this.#drop(before));
    this.#blocks.set(entry.name, entry);
    this.#bytes += entry.bytes;
    return this.#bytes <= this.#limit ? gone : [...gone, ...this.#dropUnused()];
  }

  /** Days, texts or visitors of a site were removed. @returns the numbers of the blocks that were made before */
  forgetOlder(siteId: number, removals: number): number[] {
    if (removals <= (this.#removals.get(siteId) ?? 0)) return [];
    this.#removals.set(siteId, removals);
    return this.#dropAll((entry) => entry.siteId === siteId && entry.removals < removals);
  }

  /** @returns the numbers of all blocks of a site */
  forget(siteId: number): number[] {
    return this.#dropAll((entry) => entry.siteId === siteId);
  }

  /** Nobody has them any more. */
  clear(): void {
    this.#dropAll(() => true);
  }

  #dropAll(isMeant: (entry: BlockEntry) => boolean): number[] {
    return [...this.#blocks.values()].filter(isMeant).map((entry) => this.#drop(entry));
  }

  #drop(entry: BlockEntry): number {
    this.#blocks.delete(entry.name);
    this.#bytes -= entry.bytes;
    return entry.id;
  }

  /**
   * Longest unused first. Of those that one question has used the youngest go: a question that reads more than there is room for
   * would else find nothing of it the next time.
   */
  #dropUnused(): number[] {
    const uses = new Map<BlockEntry, number>();
    for (const entry of this.#blocks.values()) uses.set(entry, this.#lastUse(entry.id));
    const order = [...uses].sort(([a, usedA], [b, usedB]) => usedA - usedB || b.id - a.id);
    const gone: number[] = [];
    for (const [entry] of order) {
      if (this.#bytes <= this.#limit * KEPT_SHARE) break;
      gone.push(this.#drop(entry));
    }
    return gone;
  }
}
