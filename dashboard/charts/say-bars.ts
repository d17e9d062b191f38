/** Bars in words: for the pointer, and for those who hear the page. */
import type { Texts } from '../i18n/en.ts';
import type { Format } from '../i18n/format.ts';
import { coarsen, sayInterval, sayPeople } from '../people/say-people.ts';
import type { Bucket } from '../state/period.ts';
import { type Bar, highestOf } from './series.ts';

export function sayBar(bar: Bar | undefined, texts: Texts, format: Format): string[] {
  if (bar === undefined) return [];
  const { kind, best, measured } = bar;
  return [
    texts.chart.sayPeople(sayPeople(bar, format)),
    ...(kind === 'estimate' ? [texts.chart.sayInterval(sayInterval(bar, format))] : []),
    texts.split.granted(format.count(measured)),
    ...(best === null ? [] : [sayOthers(kind, best - measured, texts, format)]),
    ...(bar.isBroken ? [texts.chart.broken] : []),
  ];
}

function sayOthers(kind: Bar['kind'], others: number, texts: Texts, { count }: Format): string {
  return kind === 'estimate' ? texts.split.estimated(count(coarsen(others))) : texts.split.anonymous(count(others));
}

/** One sentence or two: what is drawn, from when to when, its highest bar, and what is not exact. */
export function summarize(title: string, bars: readonly Bar[], bucket: Bucket, texts: Texts, format: Format): string {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return title;
  const say = ({ label }: Bar) => format.bucket(label, bucket, 'long');
  const highest = highestOf(bars);
  const end = highest === null ? texts.chart.nothing : texts.chart.highest(sayPeople(highest, format), say(highest));
  const notes = notesOn(bars, bucket, texts, format);
  return [texts.chart.summary(title, say(first), say(last)), end, ...notes].join(' ');
}

/** What a reader of the chart has to know: which bars are estimates, which ranges, and on which days the service was restarted. */
export function notesOn(bars: readonly Bar[], bucket: Bucket, texts: Texts, format: Format): string[] {
  const { estimateNote, rangeNote, brokenNote } = texts.chart;
  const broken = bars.filter(({ isBroken }) => isBroken).map(({ label }) => format.bucket(label, bucket, 'long'));
  return [
    ...(bars.some(({ kind }) => kind === 'estimate') ? [estimateNote] : []),
    ...(bars.some(({ kind }) => kind === 'bounds') ? [rangeNote] : []),
    ...(broken.length > 0 ? [brokenNote(format.list(broken))] : []),
  ];
}
