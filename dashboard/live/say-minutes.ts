/** Current visitors in words. */
import type { Current } from '../api/realtime.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import type { Format } from '../i18n/format.ts';
import type { TextsWith } from '../i18n/languages.ts';

/** How many are here, what they looked at, and in which minute most. */
export function sayMinutes(current: Current, { live }: TextsWith<'explore'>, format: Format): string {
  const { last5, last30, minutes, pages } = current;
  const say = (count: number | null) => (count === null ? sayHidden(current, format) : format.count(count));
  const most = busiest(minutes);
  return [
    live.summary(say(last5.visitors), say(last30.visitors), say(last30.pageviews)),
    ...(most === null ? [] : [live.busiest(format.count(most.count), live.ago(most.ago))]),
    ...(pages[0] === undefined ? [] : [live.topPage(pages[0].name)]),
  ].join(' ');
}

/** The minute with the most pageviews, the latest of equal ones, by how long it is over; null without any. */
export function busiest(minutes: readonly (number | null)[]): { count: number; ago: number } | null {
  const most = Math.max(0, ...minutes.map((count) => count ?? 0));
  return most === 0 ? null : { count: most, ago: minutes.length - 1 - minutes.lastIndexOf(most) };
}
