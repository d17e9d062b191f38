/** Draws from a fixed list of weights in constant time (Walker's alias method). */

export class Sampler {
  readonly #chance: Float64Array;
  readonly #alias: Uint32Array;

  constructor(weights: readonly number[]) {
    const count = weights.length;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const scaled = weights.map((weight) => (weight * count) / sum);
    this.#chance = new Float64Array(count).fill(1);
    this.#alias = Uint32Array.from({ length: count }, (_, index) => index);
    const small: number[] = [];
    const large: number[] = [];
    for (const [index, weight] of scaled.entries()) (weight < 1 ? small : large).push(index);
    while (small.length > 0 && large.length > 0) {
      const [less = 0, more = 0] = [small.pop(), large.pop()];
      this.#chance[less] = scaled[less] ?? 0;
      this.#alias[less] = more;
      const rest = (scaled[more] ?? 0) + (scaled[less] ?? 0) - 1;
      scaled[more] = rest;
      (rest < 1 ? small : large).push(more);
    }
  }

  /** @param uniform in [0, 1) @returns an index into the weights */
  pick(uniform: number): number {
    const place = uniform * this.#chance.length;
    const index = Math.floor(place);
    return place - index < (this.#chance[index] ?? 1) ? index : (this.#alias[index] ?? 0);
  }
}

/** Weights 1/rank^exponent. */
export function zipf(count: number, exponent: number): number[] {
  return Array.from({ length: count }, (_, index) => (index + 1) ** -exponent);
}
