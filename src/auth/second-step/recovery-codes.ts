/** Recovery codes: ten for the day when app and passkeys are lost, each good once. Only hashes are kept. */
import { customAlphabet } from 'nanoid';
import { hashToken } from '../tokens.ts';
import type { RecoveryCodeStore } from './ports.ts';

const COUNT = 10;
/** Of 32 signs, without those that look like others: 24 of them are 120 random bits. ASVS 6.5.2 lets a plain hash do from 112 on. */
const createCode = customAlphabet('0123456789abcdefghjkmnpqrstvwxyz', 24);
/** Those of 16 signs were given out before version 0.1.0 and stay good. */
const SHAPE = /^[0-9a-hjkmnp-tv-z]{16}(?:[0-9a-hjkmnp-tv-z]{8})?$/;

export class RecoveryCodes {
  readonly #store: RecoveryCodeStore;

  constructor(store: RecoveryCodeStore) {
    this.#store = store;
  }

  /** Ten new ones in the place of those before. @returns such as `3f7k-9m2p-x0ce-4tvw-8h1n-zq5d`; they are nowhere else */
  renew(userId: number): string[] {
    const codes = Array.from({ length: COUNT }, () => createCode());
    this.#store.replace(userId, codes.map(hashToken));
    return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
  }

  /** Uses one up, however it is written. @returns whether it was good */
  take(userId: number, text: string): boolean {
    const code = readCode(text);
    return SHAPE.test(code) && this.#store.take(userId, hashToken(code));
  }

  left(userId: number): number {
    return this.#store.count(userId);
  }

  remove(userId: number): void {
    this.#store.replace(userId, []);
  }
}

/** As it was made: what people write in the place of a sign that looks like it is understood. */
function readCode(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
}
