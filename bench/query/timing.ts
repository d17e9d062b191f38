/** Times questions one after the other: medians, and fewer rounds where one takes long. */

/** How often a question is asked for its median, by what it took before; 0: that is all there is. */
export interface Rounds {
  usual: number;
  /** From a second on. */
  slow: number;
}

/** One that took longer than this is not asked again: that time is the result (ms). */
const ASKED_ONCE_MS = 5_000;
const SLOW_MS = 1_000;

/** @param work one question @returns its time in ms, and what came out */
export async function timeOnce<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const startedAt = performance.now();
  const result = await work();
  return { ms: performance.now() - startedAt, result };
}

/** @param firstMs what the same work took before, which warmed it up */
export async function medianOf(work: () => Promise<unknown>, rounds: Rounds, firstMs = 0): Promise<number> {
  const count = firstMs > SLOW_MS ? rounds.slow : rounds.usual;
  if (firstMs > ASKED_ONCE_MS || count === 0) return firstMs;
  const times: number[] = [];
  for (let round = 0; round < count; round++) times.push((await timeOnce(work)).ms);
  return middle(times);
}

export function middle(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param part 0.99 for p99 */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Milliseconds with as many digits as matter. */
export function roundMs(ms: number): number {
  return ms < 10 ? Number(ms.toFixed(1)) : Math.round(ms);
}
