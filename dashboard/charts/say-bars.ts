/** Bars in words: for the pointer, and for those who hear the page. */

import type { Texts } from '../i18n/en/texts.ts';
import { type Format, UNKNOWN } from '../i18n/format.ts';
import { sayFigure } from '../i18n/say-figure.ts';
import type { People } from '../people/people.ts';
import { coarsen, sayInterval, sayPeople } from '../people/say-people.ts';
import type { Bucket } from '../state/period.ts';
import type { ChartMetric } from '../state/view.ts';
import { metricOfBuckets, SHAPES } from './chart-metrics.ts';
import { sayTime } from './say-time.ts';
import { type Bar, hasKind, highestOf } from './series.ts';

/** What the bars are of, and how wide they are. */
export interface Subject {
  metric: ChartMetric;
  bucket: Bucket;
}

/** A bar as people; null for one that is none. */
export function peopleOf({ kind, best, low, high }: Bar): People | null {
  return kind === 'unknown' || kind === 'hidden' ? null : { kind, best, low, high };
}

/** The figure alone: `1,230`, `41%`, or a dash. @param hidden what stands for one that is hidden */
export function sayBest(bar: Bar, metric: ChartMetric, format: Format, hidden: string = UNKNOWN): string {
  const people = peopleOf(bar);
  if (people === null) return bar.kind === 'hidden' ? hidden : UNKNOWN;
  if (SHAPES[metric] === 'people' || people.best === null) return sayPeople(people, format);
  return sayFigure(metricOfBuckets(metric), people.best, format);
}

export function sayBar(
  bar: Bar | undefined,
  metric: ChartMetric,
  texts: Texts,
  format: Format,
  hidden: string = UNKNOWN,
): string[] {
  if (bar === undefined) return [];
  const { kind, best, measured } = bar;
  const figure = sayBest(bar, metric, format, hidden);
  const people = peopleOf(bar);
  return [
    metric === 'visitors' ? texts.chart.sayPeople(figure) : texts.chart.sayFigure(texts.metrics[metric], figure),
    ...(kind === 'estimate' && people ? [texts.chart.sayInterval(sayInterval(people, format))] : []),
    ...(measured === null ? [] : [texts.split.granted(format.count(measured))]),
    ...(best === null || measured === null ? [] : [sayOthers(kind, best - measured, texts, format)]),
    ...(bar.isBroken ? [texts.chart.broken] : []),
  ];
}

function sayOthers(kind: Bar['kind'], others: number, texts: Texts, { count }: Format): string {
  return kind === 'estimate' ? texts.split.estimated(count(coarsen(others))) : texts.split.anonymous(count(others));
}

export function sayTitle({ metric, bucket }: Subject, texts: Texts): string {
  return texts.chart.title(texts.metrics[metric], texts.chart.per[bucket]);
}

/** One sentence or two: what is drawn, from when to when, its highest bar, and what is not exact. */
export function summarize(bars: readonly Bar[], subject: Subject, texts: Texts, format: Format): string {
  const title = sayTitle(subject, texts);
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return title;
  const say = ({ label }: Bar) => sayTime(label, subject.bucket, bars, format);
  const highest = highestOf(bars);
  const nothing = SHAPES[subject.metric] === 'people' ? texts.chart.nothing : texts.chart.noFigure;
  const end = highest === null ? nothing : texts.chart.highest(sayBest(highest, subject.metric, format), say(highest));
  return [texts.chart.summary(title, say(first), say(last)), end, ...notesOn(bars, subject, texts, format)].join(' ');
}

/** What a reader of the chart has to know: which bars are estimates, which ranges, and on which days the service was restarted. */
export function notesOn(bars: readonly Bar[], { metric, bucket }: Subject, texts: Texts, format: Format): string[] {
  const { estimateNote, rangeNote, brokenNote, gapNote } = texts.chart;
  const broken = bars.filter(({ isBroken }) => isBroken).map(({ label }) => format.bucket(label, bucket, 'long'));
  return [
    ...(hasKind(bars, 'estimate') ? [estimateNote] : []),
    ...(hasKind(bars, 'bounds') ? [rangeNote] : []),
    ...(broken.length > 0 ? [brokenNote(format.list(broken))] : []),
    ...(SHAPES[metric] === 'rate' && hasKind(bars, 'unknown') ? [gapNote] : []),
  ];
}
