/** Runs scenarios on all cores; what comes out does not depend on how many there are. */
import { availableParallelism } from 'node:os';
import { startWorker } from '../support/start-worker.ts';
import type { Outcome } from './replicate.ts';
import type { Scenario } from './scenario.ts';
import type { Stretch, Stretched } from './worker.ts';

const SEEDS_PER_STRETCH = 10;

/** @returns the outcomes of each scenario, in the order of the scenarios */
export async function runGrid(
  scenarios: readonly Scenario[],
  replications: number,
  windows: readonly number[],
  onProgress: (done: number, all: number) => void,
): Promise<Outcome[][]> {
  const waiting = scenarios.flatMap((scenario, index) =>
    Array.from({ length: Math.ceil(replications / SEEDS_PER_STRETCH) }, (_, stretch): Stretch => {
      const first = stretch * SEEDS_PER_STRETCH;
      const seeds = Array.from({ length: Math.min(SEEDS_PER_STRETCH, replications - first) }, (_, n) => first + n);
      return { index, scenario, windows, seeds };
    }),
  );
  const results: Outcome[][] = scenarios.map(() => []);
  const all = waiting.length;
  let done = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = startWorker(new URL('./worker.ts', import.meta.url));
      const next = (): void => {
        const stretch = waiting.shift();
        if (stretch === undefined) {
          worker.terminate().then(() => resolve(), reject);
          return;
        }
        worker.postMessage(stretch);
      };
      worker.on('error', reject);
      worker.on('message', ({ index, outcomes }: Stretched) => {
        results[index]?.push(...outcomes);
        onProgress(++done, all);
        next();
      });
      next();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
