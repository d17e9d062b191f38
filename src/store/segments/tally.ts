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
  /** Only of figures that were added to: most questions ask for few. */
  readonly #sums: Partial<Record<SumName, Float64Array>> = {};
  #room = 64;

  /** The sums of one figure, by row; valid until the next `makeRoom`. */
  of(name: SumName): Float64Array {
    const sums = this.#sums[name];
    if (sums !== undefined && sums.length >= this.#room) return sums;
    const wider = new Float64Array(this.#room);
    if (sums !== undefined) wider.set(sums);
    this.#sums[name] = wider;
    return wider;
  }

  get(name: SumName, row: number): number {
    return this.#sums[name]?.[row] ?? 0;
  }

  add(name: SumName, row: number, by: number): void {
    const sums = this.of(name);
    sums[row] = (sums[row] ?? 0) + by;
  }

  /** Call before adding to rows up to `rows` - 1. */
  makeRoom(rows: number): void {
    if (rows > this.#room) this.#room = Math.max(rows, this.#room * 2);
  }
}
