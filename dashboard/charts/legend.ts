/** What the parts of the picture, and the lines on it, stand for. */
import type { Texts } from '../i18n/en/texts.ts';
import type { ChartMetric } from '../state/view.ts';
import { SHAPES } from './chart-metrics.ts';
import { type Bar, hasKind } from './series.ts';

export interface LegendPart {
  part: 'granted' | 'anonymous' | 'possible' | 'whole' | 'whisker' | 'line' | 'before';
  text: string;
}

/** @param before days of the other period, in words; null where there is none */
export function legendOf(bars: readonly Bar[], metric: ChartMetric, before: string | null, texts: Texts): LegendPart[] {
  const parts = partsOf(bars, metric, texts);
  return before === null ? parts : [...parts, { part: 'before', text: texts.chart.before(before) }];
}

function partsOf(bars: readonly Bar[], metric: ChartMetric, { chart, metrics }: Texts): LegendPart[] {
  if (SHAPES[metric] === 'rate') return [{ part: 'line', text: metrics[metric] }];
  const isPeople = SHAPES[metric] === 'people';
  if (!isPeople && bars.every(({ measured }) => measured === null)) return [{ part: 'whole', text: chart.all }];
  // With more than one kind of bars the notes below say which is which.
  const others = new Set(bars.filter(({ high }) => high > 0).map(({ kind }) => kind));
  const [only = 'exact'] = others.size === 1 ? others : [];
  const names = {
    exact: chart.anonymous,
    unknown: chart.anonymous,
    hidden: chart.anonymous,
    estimate: chart.estimated,
    bounds: chart.atLeast,
  };
  return [
    { part: 'granted', text: chart.granted },
    { part: 'anonymous', text: names[only] },
    ...(hasKind(bars, 'estimate') ? [{ part: 'whisker' as const, text: chart.interval }] : []),
    ...(hasKind(bars, 'bounds') ? [{ part: 'possible' as const, text: chart.upTo }] : []),
  ];
}
