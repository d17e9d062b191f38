/** What the parts of a bar, and the lines, stand for. */
import { useApp } from '../state/app.ts';
import type { Days } from '../state/period.ts';
import type { ChartMetric } from '../state/view.ts';
import { legendOf } from './legend.ts';
import type { Bar } from './series.ts';

interface ChartLegendProps {
  bars: readonly Bar[];
  metric: ChartMetric;
  /** Days of the other period; null where there is none. */
  before: Days | null;
}

export function ChartLegend({ bars, metric, before }: ChartLegendProps) {
  const { texts, format } = useApp();
  const words = texts.value.chart;
  const isBroken = bars.some((bar) => bar.isBroken);
  const parts = legendOf(bars, metric, before && format.value.days(before), texts.value);
  return (
    <ul class="legend">
      {parts.map(({ part, text }) => (
        <li key={part}>
          <i class={`swatch ${part === 'whisker' ? part : `part-${part}`}`} aria-hidden="true" />
          {text}
        </li>
      ))}
      {isBroken ? (
        <li>
          <b class="broken-mark" aria-hidden="true">
            *
          </b>
          {words.broken}
        </li>
      ) : null}
    </ul>
  );
}
