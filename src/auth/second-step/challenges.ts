/**
 * Challenges for passkeys: good once, for some minutes, for whom they were made. They carry their own proof, so that nothing is kept
 * of the many that are asked for; only those that were answered are remembered, until their time is over.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const CHALLENGE_MS = 5 * 60_000;
const [NONCE_BYTES, TIME_BYTES, PROOF_BYTES] = [16, 6, 32];

export class Challenges {
  readonly #secret: Buffer;
  readonly #now: () => number;
  /** Those that were answered, with their ends; the oldest first. */
  readonly #spent = new Map<string, number>();

  /** @param secret 32 random bytes @param now UTC ms */
  constructor(secret: Buffer, now: () => number) {
    this.#secret = secret;
    this.#now = now;
  }

  /** @param of whom it is for: a login, a sign-in that is pending, a browser */
  issue(of: string): Buffer {
    const head = Buffer.alloc(NONCE_BYTES + TIME_BYTES);
    randomBytes(NONCE_BYTES).copy(head);
    head.writeUIntBE(this.#now() + CHALLENGE_MS, NONCE_BYTES, TIME_BYTES);
    return Buffer.concat([head, this.#prove(head, of)]);
  }

  /** @param challenge base64url */
  isOpen(challenge: string, of: string): boolean {
    const bytes = Buffer.from(challenge, 'base64url');
    if (bytes.length !== NONCE_BYTES + TIME_BYTES + PROOF_BYTES) return false;
    const head = bytes.subarray(0, NONCE_BYTES + TIME_BYTES);
    if (!timingSafeEqual(bytes.subarray(head.length), this.#prove(head, of))) return false;
    return endOf(bytes) > this.#now() && !this.#spent.has(keyOf(bytes));
  }

  /** Uses an open one up, once its answer has been found right. @returns whether it was the first time */
  spend(challenge: string): boolean {
    for (const [key, end] of this.#spent) if (end <= this.#now()) this.#spent.delete(key);
    const bytes = Buffer.from(challenge, 'base64url');
    if (this.#spent.has(keyOf(bytes))) return false;
    this.#spent.set(keyOf(bytes), endOf(bytes));
    return true;
  }

  #prove(head: Buffer, of: string): Buffer {
    return createHmac('sha256', this.#secret).update(head).update(of).digest();
  }
}

function endOf(challenge: Buffer): number {
  return challenge.readUIntBE(NONCE_BYTES, TIME_BYTES);
}

function keyOf(challenge: Buffer): string {
  return challenge.subarray(0, NONCE_BYTES).toString('base64');
}
