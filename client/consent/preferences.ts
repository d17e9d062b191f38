/** The visitor's remembered choice: the cookie `cookies_preferences`, read and written the same way by tracker and banner. */
import { safely } from './browser.ts';
import { cookie } from './cookies.ts';

export type Choice = 'granted' | 'denied';
export type ConsentState = Choice | 'unset';

/** What the cookie holds when it is ours; keys of other categories travel along untouched. */
export interface Preferences {
  v: number;
  statistics: boolean;
  /** Version of the text that was answered. */
  text?: string;
  /** Time of the answer, to the minute. */
  at: string;
  [category: string]: unknown;
}

const COOKIE = 'cookies_preferences';
/** Six months, for a yes and for a no alike. */
const REMEMBER_SECONDS = 182 * 86_400;

/** The stored choice, or something false when there is none of ours. */
export const readPreferences = /* @__PURE__ */ safely((): Preferences | false => {
  // No cookie reads as the word undefined, which is no JSON and ends here like any other value that is not ours.
  const value = JSON.parse(decodeURIComponent(String(cookie(COOKIE))));
  return typeof value.statistics === 'boolean' && value;
});

/** The remembered answer about statistics, or undefined when there is none. */
export const readChoice = (): Choice | undefined => {
  const stored = readPreferences();
  return stored ? (stored.statistics ? 'granted' : 'denied') : undefined;
};

/**
 * Whether the cookie belongs to someone else: another portal uses the same name for a value without a boolean `statistics`,
 * and that one is never ours to replace.
 */
export const isSomeoneElses = (): boolean => !!cookie(COOKIE) && !readPreferences();

/**
 * Remembers a choice, keeping every key it does not know; does nothing when the cookie is someone else's.
 * @param others choices of other categories
 */
export const writePreferences = (
  statistics: boolean,
  text?: string,
  others?: Readonly<Record<string, boolean>>,
): void => {
  const stored = readPreferences() || undefined;
  const at = `${new Date().toJSON().slice(0, 16)}Z`;
  // Without a version of its own an answer keeps the text that was stored.
  const next = { ...stored, ...others, v: 1, statistics, text: text || stored?.text, at };
  if (stored || !cookie(COOKIE)) cookie(COOKIE, encodeURIComponent(JSON.stringify(next)), REMEMBER_SECONDS);
};
