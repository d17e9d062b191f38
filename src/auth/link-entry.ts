/**
 * Proof that somebody has given the password of a shared link. It names the link and an end, is signed with a secret that lives in
 * memory only, and is void as soon as the password is another one; so nothing is stored of who came in.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { GuardedLink } from './ports.ts';

const HOUR_MS = 3_600_000;
export const ENTRY_MS = 12 * HOUR_MS;

export class LinkEntry {
  readonly #secret: Buffer;
  readonly #now: () => number;

  /** @param secret 32 random bytes  @param now UTC ms */
  constructor(secret: Buffer, now: () => number) {
    this.#secret = secret;
    this.#now = now;
  }

  issue(link: GuardedLink): string {
    const end = this.#now() + ENTRY_MS;
    return `${end}.${this.#sign(link, end)}`;
  }

  /** @param proof what was issued; undefined when the caller has none */
  isProven(link: GuardedLink, proof: string | undefined): boolean {
    const [end = '', signature = ''] = (proof ?? '').split('.');
    if (!/^\d{1,15}$/.test(end) || Number(end) <= this.#now()) return false;
    const [given, expected] = [Buffer.from(signature), Buffer.from(this.#sign(link, Number(end)))];
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #sign({ link, passwordHash }: GuardedLink, end: number): string {
    return createHmac('sha256', this.#secret).update(`${link.id} ${end} ${passwordHash}`).digest('base64url');
  }
}
