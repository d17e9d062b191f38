/** The identifier of a visitor who agreed, in a cookie that only the server sets, reads and deletes. */
import { state } from './consent.ts';
import type { Message } from './tracker.ts';

/** A script cannot see it. */
export const readIdentifier = (): string | undefined => undefined;
export const writeIdentifier = (_id: string): void => {};

/** The cookie travels while there is consent, and once more to be deleted: with the withdrawal, or to be forgotten. */
export const credentialsOf = ({ n, c, action }: Message): RequestCredentials =>
  (c === 'granted' && c === state) || action === 'withdrawn' || n === 'forget' ? 'include' : 'omit';
