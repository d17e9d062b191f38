/** What is wrong with a setting, in the reader's words; the server's own sentence where there are none for its code. */
import type { ErrorDetail } from '../api/api-error.ts';
import type { Format } from '../i18n/format.ts';
import type { TextsWith } from '../i18n/languages.ts';

export function sayMistake(
  { code, params, message }: ErrorDetail,
  { mistakes, siteOptions }: Pick<TextsWith<'office'>, 'mistakes' | 'siteOptions'>,
  { count, country }: Pick<Format, 'count' | 'country'>,
): string {
  const known: Readonly<Partial<Record<string, (told: never) => string>>> = mistakes;
  const say = code === undefined ? undefined : known[code];
  if (say === undefined) return message;
  const levels: Readonly<Partial<Record<string, string>>> = siteOptions.values.anonymous;
  const tell = ([name, value]: [string, string | number]): [string, string] => {
    if (typeof value === 'number') return [name, count(value)];
    if (name === 'country') return [name, value === '' ? '' : country(value)];
    return [name, name === 'level' ? (levels[value] ?? value) : value];
  };
  return say(Object.fromEntries(Object.entries(params ?? {}).map(tell)) as never);
}
