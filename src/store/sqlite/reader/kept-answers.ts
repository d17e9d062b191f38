/**
 * Answers that were worked out before, given again as long as nothing has changed that they rest on: whether it has is looked up for each
 * question. The same question asked by several at the same time is worked out once.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Plan } from '../../../stats/plan.ts';
import type { Scan } from '../../../stats/ports.ts';
import type { Answered } from './events-reader.ts';

/** Rows of all answers together: some ten megabytes. */
const MOST_ROWS = 20_000;

interface Kept {
  /** Digest of the state of the site's days under which it was right. */
  state: string;
  scan: Scan;
}

/** @param knownState an answer that is still right need not be worked out */
type WorkOut = (plan: Plan, knownState: string | null) => Promise<Answered>;

export class KeptAnswers {
  readonly #workOut: WorkOut;
  readonly #answers = new LRUCache<string, Kept>({
    maxSize: MOST_ROWS,
    sizeCalculation: ({ scan }) => 1 + scan.groups.length,
  });
  /** By question: ends when it has been answered. */
  readonly #asked = new Map<string, Promise<unknown>>();
  /** Answers to questions of before are not kept. */
  #forgotten = 0;

  constructor(workOut: WorkOut) {
    this.#workOut = workOut;
  }

  /** Not to be changed by who gets it: others get the same. @param isAnew it is worked out, whatever is kept */
  async ask(plan: Plan, isAnew: boolean): Promise<Scan> {
    const name = nameOf(plan);
    if (isAnew) return this.#answer(name, plan, null);
    // After the same question of before, so that it finds the answer kept, and so that what happened in between is in its own.
    const before = this.#asked.get(name);
    const answer =
      before === undefined ? this.#answerFromKept(name, plan) : before.then(() => this.#answerFromKept(name, plan));
    const ended = answer.catch(() => {});
    this.#asked.set(name, ended);
    try {
      return await answer;
    } finally {
      if (this.#asked.get(name) === ended) this.#asked.delete(name);
    }
  }

  /** Keeps no answer about a site, nor one that is being worked out now. */
  forget(siteId: number): void {
    this.#forgotten += 1;
    for (const name of [...this.#answers.keys()]) if (name.startsWith(`${siteId} `)) this.#answers.delete(name);
  }

  #answerFromKept(name: string, plan: Plan): Promise<Scan> {
    return this.#answer(name, plan, this.#answers.get(name) ?? null);
  }

  async #answer(name: string, plan: Plan, kept: Kept | null): Promise<Scan> {
    const forgotten = this.#forgotten;
    const { state, scan } = await this.#workOut(plan, kept?.state ?? null);
    if (scan === null) {
      if (kept === null) throw new Error('a question was not worked out');
      return kept.scan;
    }
    if (forgotten === this.#forgotten) this.#answers.set(name, { state, scan });
    return scan;
  }
}

/** Equal for equal questions: a plan is plain data, made in one place. */
function nameOf(plan: Plan): string {
  return `${plan.siteId} ${createHash('sha256').update(JSON.stringify(plan)).digest('base64')}`;
}
