/** The remembered choice as the cookie holds it: what a withdrawal makes of it where no script runs. */

/** Six months, as long as the banner remembers a yes or a no (s). */
export const CHOICE_SECONDS = 182 * 86_400;

/**
 * The cookie's value after a withdrawal; keys of other categories travel along. Null where there is none, or where it is someone
 * else's (without a boolean `statistics`): that one is never ours to replace.
 * @param value as the header has it @param at UTC ms
 */
export function withdrawChoice(value: string | undefined, at: number): string | null {
  if (value === undefined) return null;
  try {
    const stored = JSON.parse(decodeURIComponent(value));
    if (typeof stored?.statistics !== 'boolean') return null;
    const minute = `${new Date(at).toISOString().slice(0, 16)}Z`;
    return encodeURIComponent(JSON.stringify({ ...stored, statistics: false, at: minute }));
  } catch {
    return null;
  }
}
