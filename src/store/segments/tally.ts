/** Sums per row of an answer: one list of numbers per figure, so that adding to a row is one step. */
export const SUMS = [
  ...(['visits', 'bounces', 'timedVisits', 'durationMs', 'pageviews'] as const),
  /** Custom events, and engagement that fulfils a goal. */
  'others' as const,
  /** Visits of people who were not told apart; of these, those of anonymous visitors at all levels. */
  ...(['unseenVisits', 'anonymousVisits'] as const),
  /** Pageviews that may be of somebody who is counted nowhere else; pageviews of devices that keep no date. */
  ...(['strayPageviews', 'refusedPageviews'] as const),
  /** Sums over days of distinct identified and of distinct anonymous visitors. */
  ...(['identifiedDays', 'anonymousDays'] as const),
  ...(['engagedPairs', 'engagedMs', 'scrollPairs', 'scrollPercent'] as const),
] as const;
export type SumName = (typeof SUMS)[number];

export class Tally {
  readonly #sums = Object.fromEntries(SUMS.map((name) => [name, new Float64Array(64)])) as Record<
    SumName,
    Float64Array
  >;
  #room = 64;

  /** The sums of one figure, by row; valid until the next `makeRoom`. */
  of(name: SumName): Float64Array {
    return this.#sums[name];
  }

  get(name: SumName, row: number): number {
    return this.#sums[name][row] ?? 0;
  }

  add(name: SumName, row: number, by: number): void {
    const sums = this.#sums[name];
    sums[row] = (sums[row] ?? 0) + by;
  }

  /** Call before adding to rows up to `rows` - 1. */
  makeRoom(rows: number): void {
    if (rows <= this.#room) return;
    this.#room = Math.max(rows, this.#room * 2);
    for (const name of SUMS) {
      const wider = new Float64Array(this.#room);
      wider.set(this.#sums[name]);
      this.#sums[name] = wider;
    }
  }
}
