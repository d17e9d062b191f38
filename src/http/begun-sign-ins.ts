/**
 * Sign-ins with a provider that have begun. What they are compared with when the browser comes back lies sealed in that browser, in a
 * cookie, so that nobody can fill this server's memory by beginning, nor push others out of it. The key lives as long as the process.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ProofExpected } from '../auth/ports.ts';
import { openSealed, sealText } from '../lib/seal-text.ts';

const MINUTE_MS = 60_000;
/** From the button to the way back. */
export const BEGUN_MS = 10 * MINUTE_MS;
/** Those that came back lately, each of which is worth nothing any more. */
const MOST_USED = 10_000;
const ABOUT = 'a sign-in that has begun';

/** What somebody wants who goes to the provider. */
export type Purpose = { kind: 'sign-in' } | { kind: 'link'; userId: number } | { kind: 'join'; token: string };

export interface Begun {
  expected: ProofExpected;
  purpose: Purpose;
  /** A path of ours. */
  returnTo: string;
}

export class BegunSignIns {
  readonly #key: Buffer;
  readonly #now: () => number;
  readonly #used: LRUCache<string, true>;

  /** @param key 32 random bytes  @param now UTC ms */
  constructor(key: Buffer, now: () => number) {
    this.#key = key;
    this.#now = now;
    this.#used = new LRUCache({ max: MOST_USED });
  }

  /** @returns the value of a cookie, which tells nothing and cannot be changed */
  seal(begun: Begun): string {
    const text = JSON.stringify({ begun, end: this.#now() + BEGUN_MS });
    return sealText(this.#key, text, ABOUT).toString('base64url');
  }

  /**
   * Works once for each.
   * @param state that the browser brings back; the cookie of one sign-in is none for another
   * @returns null for what was not begun in this browser, lately, and with this state
   */
  take(cookie: string | undefined, state: string | null): Begun | null {
    const opened = this.#open(cookie ?? '');
    if (opened === null || opened.end <= this.#now()) return null;
    const { begun } = opened;
    const mark = createHash('sha256').update(begun.expected.state).digest('base64url');
    if (begun.expected.state !== state || this.#used.has(mark)) return null;
    this.#used.set(mark, true);
    return begun;
  }

  #open(cookie: string): { begun: Begun; end: number } | null {
    // null: of another process, or touched.
    const text = openSealed(this.#key, Buffer.from(cookie, 'base64url'), ABOUT);
    return text === null ? null : (JSON.parse(text) as { begun: Begun; end: number });
  }
}
