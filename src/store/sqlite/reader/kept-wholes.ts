/** What a reader has found of the whole that questions are about: each of a page asks for it beside its own rows, and none changes it. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Plan } from '../../../stats/plan.ts';
import type { WindowFacts } from '../../../stats/ports.ts';
import type { WholeShelf } from '../../segments/scan-days.ts';

/** Windows and filters: some hundred bytes each. */
const MOST = 500;

interface Kept {
  /** Digest of what it rests on. */
  state: string;
  facts: WindowFacts;
}

export class KeptWholes {
  readonly #wholes = new LRUCache<string, Kept>({ max: MOST });

  /** Those that are right. @param state digest of what a question's whole rests on: whoever finds another one finds nothing */
  inState(state: string): WholeShelf {
    return {
      find: (plan) => {
        const kept = this.#wholes.get(nameOf(plan));
        return kept?.state === state ? kept.facts : null;
      },
      keep: (plan, facts) => {
        this.#wholes.set(nameOf(plan), { state, facts });
      },
    };
  }

  /** Keeps nothing about a site. */
  forget(siteId: number): void {
    for (const name of [...this.#wholes.keys()]) if (name.startsWith(`${siteId} `)) this.#wholes.delete(name);
  }
}

/** Equal for plans that differ in their rows and figures only. */
function nameOf({ siteId, window, filter, goals, countsRefusals }: Plan): string {
  const whole = JSON.stringify([window, filter, goals, countsRefusals]);
  return `${siteId} ${createHash('sha256').update(whole).digest('base64')}`;
}
