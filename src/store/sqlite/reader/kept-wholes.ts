/** What a reader has found of the whole that questions are about: each of a page asks for it beside its own rows, and none changes it. */
import { createHash } from 'node:crypto';
import type { Plan } from '../../../stats/plan.ts';
import type { WindowFacts } from '../../../stats/ports.ts';
import type { WholeShelf } from '../../segments/scan-days.ts';
import { SiteCache } from './site-cache.ts';

/** Windows and filters: some hundred bytes each. */
const MOST = 500;

export class KeptWholes {
  readonly #wholes = new SiteCache<WindowFacts>(MOST, () => 1);

  /** @param state digest of what a question's whole rests on */
  inState(state: string): WholeShelf {
    return {
      find: (plan) => this.#wholes.find(plan.siteId, nameOf(plan), () => state),
      keep: (plan, facts) => this.#wholes.keep(plan.siteId, nameOf(plan), state, facts),
    };
  }

  forget(siteId: number): void {
    this.#wholes.forget(siteId);
  }
}

/** Equal for plans that differ in their rows and figures only. */
function nameOf({ window, filter, goals, countsRefusals }: Plan): string {
  const whole = JSON.stringify([window, filter, goals, countsRefusals]);
  return createHash('sha256').update(whole).digest('base64');
}
