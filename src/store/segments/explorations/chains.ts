/**
 * Steps of each visitor that may lie some time apart. For each step it keeps the latest first step from which that step was reached:
 * what began later has more time left, so earlier ones need not be remembered.
 */
export class Chains {
  readonly #steps: number;
  readonly #withinMs: number;
  /** Where in `#began` the steps of a visitor stand, once the first one was taken. */
  readonly #places = new Map<number, number>();
  /** By visitor and step: the time of the latest first step that led there (UTC ms); NaN for none. */
  #began = new Float64Array(1024);

  /** @param withinMs the most between the first step and any other */
  constructor(steps: number, withinMs: number) {
    this.#steps = steps;
    this.#withinMs = withinMs;
  }

  /** The next event of a visitor. @param at UTC ms. @param takes whether the event fulfils a step, counted from 0 */
  advance(visitor: number, at: number, takes: (step: number) => boolean): void {
    const known = this.#places.get(visitor);
    // The last step first: an event is one step of a chain at most.
    for (let step = known === undefined ? 0 : this.#steps - 1; step > 0; step--) {
      const began = this.#began[(known ?? 0) + step - 1] ?? Number.NaN;
      if (at - began <= this.#withinMs && takes(step)) this.#keep((known ?? 0) + step, began);
    }
    if (takes(0)) this.#keep(known ?? this.#placeFor(visitor), at);
  }

  /** Visitors by step. */
  reached(): number[] {
    const counts = new Array<number>(this.#steps).fill(0);
    for (const place of this.#places.values()) {
      for (let step = 0; step < this.#steps; step++) {
        if (!Number.isNaN(this.#began[place + step])) counts[step] = (counts[step] ?? 0) + 1;
      }
    }
    return counts;
  }

  #keep(place: number, began: number): void {
    const before = this.#began[place] ?? Number.NaN;
    if (Number.isNaN(before) || began > before) this.#began[place] = began;
  }

  #placeFor(visitor: number): number {
    const place = this.#places.size * this.#steps;
    this.#places.set(visitor, place);
    if (place + this.#steps > this.#began.length) {
      const wider = new Float64Array(this.#began.length * 2);
      wider.set(this.#began);
      this.#began = wider;
    }
    this.#began.fill(Number.NaN, place, place + this.#steps);
    return place;
  }
}
