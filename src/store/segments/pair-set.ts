/** A set of pairs of whole numbers below 2^32: what has been met within a day. */
const SMALLEST = 1024;

export class PairSet {
  #first = new Uint32Array(SMALLEST);
  #second = new Uint32Array(SMALLEST);
  #size = 0;

  clear(): void {
    this.#first.fill(0);
    this.#size = 0;
  }

  /** @returns whether the pair is new */
  add(first: number, second: number): boolean {
    if (this.#size * 2 >= this.#first.length) this.#grow();
    const [firsts, seconds] = [this.#first, this.#second];
    const last = firsts.length - 1;
    let place = (Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) & last;
    while (firsts[place] !== 0) {
      if (firsts[place] === first + 1 && seconds[place] === second) return false;
      place = (place + 1) & last;
    }
    firsts[place] = first + 1;
    seconds[place] = second;
    this.#size += 1;
    return true;
  }

  #grow(): void {
    const [firsts, seconds] = [this.#first, this.#second];
    this.#first = new Uint32Array(firsts.length * 2);
    this.#second = new Uint32Array(firsts.length * 2);
    this.#size = 0;
    for (let place = 0; place < firsts.length; place++) {
      const first = firsts[place] ?? 0;
      if (first > 0) this.add(first - 1, seconds[place] ?? 0);
    }
  }
}
