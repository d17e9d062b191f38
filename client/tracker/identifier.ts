/** The random identifier of a visitor who agreed: made only when absent, kept 13 months at most, never extended. */

import { nanoid } from 'nanoid';
import { readCookie, writeCookie } from '../consent/cookies.ts';

const NAME = 'passant_id';
/** 13 months at their shortest (1 February to 1 March of the next year), so that it is never longer. */
const LIFE_SECONDS = 393 * 86_400;

/** The identifier on the device, if there is a valid one. For use after a choice only: reading is access to the device. */
export function readIdentifier(): string | undefined {
  return readCookie(NAME)?.match(/^[\w-]{21}$/)?.[0];
}

/** Makes one when there is none; true when it did and the device really keeps it. */
export function createIdentifier(): boolean {
  const id = nanoid();
  if (!readIdentifier()) writeCookie(NAME, id, LIFE_SECONDS);
  // An identifier that the device does not keep would make every page another visitor.
  return readIdentifier() === id;
}

/** Deletes it at once and returns what was deleted. */
export function removeIdentifier(): string | undefined {
  const id = readIdentifier();
  if (id) writeCookie(NAME, '', 0);
  return id;
}
