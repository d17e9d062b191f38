/**
 * How often each journey was made, as a tree of pages: there can be as many different ones as visits, so a page of one costs some
 * bytes of a table, and only journeys that are shown become texts.
 */
const SMALLEST = 1024;

export class JourneyCounts {
  /** Journeys, each as often as it was made; and different ones. */
  total = 0;
  rows = 0;
  /** Pages of one journey at most. */
  readonly #longest: number;
  /** A node is a page after the pages of its parent; node 0 is where all journeys begin. */
  #nodes = 1;
  #parent = new Uint32Array(SMALLEST);
  #page = new Uint32Array(SMALLEST);
  /** Journeys that end with the node. */
  #count = new Uint32Array(SMALLEST);
  /** Nodes by a hash of parent and page; 0 is a free place. Twice as long as the others. */
  #table = new Uint32Array(2 * SMALLEST);

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Adds the journey that begins with `pages[from]` and goes on in steps of 1 or -1 as far as there are pages. */
  add(pages: readonly number[], from: number, step: 1 | -1): void {
    let node = 0;
    for (let length = 0; length < this.#longest; length++) {
      const page = pages[from + length * step];
      if (page === undefined) break;
      node = this.#nodeAfter(node, page);
    }
    const before = this.#count[node] ?? 0;
    this.#count[node] = before + 1;
    this.total += 1;
    if (before === 0) this.rows += 1;
  }

  /** The most frequent ones, equal ones by the alphabet of their pages. */
  most(limit: number, textOf: (page: number) => string): { pages: string[]; count: number }[] {
    const counts = this.#count.subarray(0, this.#nodes);
    const least = Math.max(1, counts.slice().sort().at(-limit) ?? 1);
    const shown: { pages: string[]; count: number; text: string }[] = [];
    for (const [node, count] of counts.entries()) {
      if (count < least) continue;
      const pages = this.#pagesOf(node).map(textOf);
      shown.push({ pages, count, text: pages.join('\n') });
    }
    shown.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
    return shown.slice(0, limit).map(({ pages, count }) => ({ pages, count }));
  }

  #pagesOf(last: number): number[] {
    const pages: number[] = [];
    for (let node = last; node > 0; node = this.#parent[node] ?? 0) pages.unshift(this.#page[node] ?? 0);
    return pages;
  }

  #nodeAfter(parent: number, page: number): number {
    const place = this.#placeOf(parent, page);
    const known = this.#table[place] ?? 0;
    if (known > 0) return known;
    const node = this.#nodes++;
    this.#parent[node] = parent;
    this.#page[node] = page;
    this.#table[place] = node;
    if (this.#nodes === this.#parent.length) this.#grow();
    return node;
  }

  /** Where a node stands in the table, or would. */
  #placeOf(parent: number, page: number): number {
    const last = this.#table.length - 1;
    const hash = Math.imul(Math.imul(parent, 0x9e3779b1) ^ page, 0x85ebca6b);
    let place = (hash ^ (hash >>> 15)) & last;
    for (;;) {
      const node = this.#table[place] ?? 0;
      if (node === 0 || (this.#parent[node] === parent && this.#page[node] === page)) return place;
      place = (place + 1) & last;
    }
  }

  #grow(): void {
    this.#parent = widen(this.#parent);
    this.#page = widen(this.#page);
    this.#count = widen(this.#count);
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let node = 1; node < this.#nodes; node++) {
      this.#table[this.#placeOf(this.#parent[node] ?? 0, this.#page[node] ?? 0)] = node;
    }
  }
}

function widen(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
}
