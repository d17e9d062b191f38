/** Secret tokens: random texts for people and programs, hashes for the database. */
import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';

/** A token of 190 random bits. */
export function createToken(): string {
  return nanoid(32);
}

/** SHA-256; a token has too many random bits for a slow hash to be needed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
