/** Answers that were worked out before, given again as long as nothing that they rest on has changed. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Plan } from '../../../stats/plan.ts';
import type { Scan } from '../../../stats/ports.ts';

/** Rows of all answers together: some ten megabytes. */
const MOST_ROWS = 20_000;

interface Kept {
  /** Digest of the state of the site's days under which it was right: for a year that state itself is longer than most answers. */
  state: string;
  scan: Scan;
}

export class KeptAnswers {
  readonly #answers = new LRUCache<string, Kept>({
    maxSize: MOST_ROWS,
    sizeCalculation: ({ scan }) => 1 + scan.groups.length,
  });

  /** @param state of everything that the answer rests on; another one, another answer */
  find(plan: Plan, state: string): Scan | null {
    const kept = this.#answers.get(nameOf(plan));
    return kept?.state === digestOf(state) ? kept.scan : null;
  }

  keep(plan: Plan, state: string, scan: Scan): void {
    this.#answers.set(nameOf(plan), { state: digestOf(state), scan });
  }
}

/** Equal for equal questions: a plan is plain data, made in one place. */
function nameOf(plan: Plan): string {
  return digestOf(JSON.stringify(plan));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
