/** What the parts of the segments' sheet share: how a change is made, and how a refusal is said. */
import type { ApiError } from '../api/api-error.ts';
import type { Texts } from '../i18n/en/texts.ts';
import { sayError } from '../ui/failure.tsx';

/** As the server allows. */
export const LONGEST_NAME = 80;

/** Does a change, says what was done, and reads the list again. @returns what went wrong, or null */
export type Change = (work: () => Promise<unknown>, said: string) => Promise<ApiError | null>;

/** The mistakes that the server has found, else what it said. */
export function sayRefusal(error: ApiError, texts: Texts): string {
  return error.details.map(({ message }) => message).join(' ') || sayError(error, texts);
}
