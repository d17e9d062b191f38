/** What the parts of a bar stand for. */
import { useApp } from '../state/app.ts';
import { type Bar, hasKind } from './series.ts';

export function ChartLegend({ bars }: { bars: readonly Bar[] }) {
  const words = useApp().texts.value.chart;
  const [isEstimate, isRange] = [hasKind(bars, 'estimate'), hasKind(bars, 'bounds')];
  const isBroken = bars.some((bar) => bar.isBroken);
  // With more than one kind of bars the notes below say which is which.
  const others = new Set(bars.filter(({ high }) => high > 0).map(({ kind }) => kind));
  const [only = 'exact'] = others.size === 1 ? others : [];
  const parts = [
    ['part-granted', words.granted],
    ['part-anonymous', { exact: words.anonymous, estimate: words.estimated, bounds: words.atLeast }[only]],
    ...(isEstimate ? [['whisker', words.interval]] : []),
    ...(isRange ? [['part-possible', words.upTo]] : []),
  ] as const;
  return (
    <ul class="legend">
      {parts.map(([part, text]) => (
        <li key={part}>
          <i class={`swatch ${part}`} aria-hidden="true" />
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
