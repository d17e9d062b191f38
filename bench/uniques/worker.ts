/** A thread of the benchmark: takes one stretch of replications after the other until there is none left. */
import { parentPort } from 'node:worker_threads';
import { type Outcome, replicate } from './replicate.ts';
import type { Scenario } from './scenario.ts';
import { Sites } from './site.ts';

export interface Stretch {
  /** Place of the scenario in the grid. */
  index: number;
  scenario: Scenario;
  windows: readonly number[];
  seeds: number[];
}

export interface Stretched {
  index: number;
  outcomes: Outcome[];
}

const sites = new Sites();
parentPort?.on('message', ({ index, scenario, windows, seeds }: Stretch) => {
  const outcomes = seeds.flatMap((seed) => replicate(scenario, sites, seed, windows));
  parentPort?.postMessage({ index, outcomes } satisfies Stretched);
});
