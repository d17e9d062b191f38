/** Bars in words: for the pointer, and for those who hear the page. */
import type { Texts } from '../i18n/en.ts';
import type { Format } from '../i18n/format.ts';
import type { Bucket } from '../state/period.ts';
import { type Bar, highestOf } from './series.ts';

export function sayBar(bar: Bar | undefined, texts: Texts, format: Format): string[] {
  if (bar === undefined) return [];
  const { low, high, measured } = bar;
  const people = texts.chart.sayPeople(format.range(low, high));
  const others = low === high ? [texts.split.anonymous(format.count(high - measured))] : [];
  return [people, texts.split.granted(format.count(measured)), ...others];
}

/** One sentence or two: what is drawn, from when to when, and its highest bar. */
export function summarize(title: string, bars: readonly Bar[], bucket: Bucket, texts: Texts, format: Format): string {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return title;
  const say = ({ label }: Bar) => format.bucket(label, bucket, 'long');
  const highest = highestOf(bars);
  const end =
    highest === null ? texts.chart.nothing : texts.chart.highest(format.range(highest.low, highest.high), say(highest));
  return `${texts.chart.summary(title, say(first), say(last))} ${end}`;
}
