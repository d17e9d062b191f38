/** The identifier of a visitor who agreed, in a cookie: kept 13 months at most, never extended. */
import { cookie } from '../consent/cookies.ts';

const NAME = 'passant_id';
/** 13 months at their shortest (1 February to 1 March of the next year), so that it is never longer. */
const LIFE_SECONDS = 393 * 86_400;

/** The identifier on the device, if there is a valid one. For use after a choice only: reading is access to the device. */
export const readIdentifier = (): string | undefined => cookie(NAME)?.match(/^[\w-]{21}$/)?.[0];

/** Keeps an identifier, or with an empty text deletes it at once. */
export const writeIdentifier = (id: string): void => void cookie(NAME, id, LIFE_SECONDS);

/** The identifier travels in the message; cookies of the collector's host never do. */
export const credentialsOf = (_message: unknown): RequestCredentials => 'omit';
