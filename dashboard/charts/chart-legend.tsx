/** What the parts of a bar stand for. */
import { useApp } from '../state/app.ts';
import { type Bar, hasKind } from './series.ts';

export function ChartLegend({ bars }: { bars: readonly Bar[] }) {
  const words = useApp().texts.value.chart;
  const [isEstimate, isRange] = [hasKind(bars, 'estimate'), hasKind(bars, 'bounds')];
  const isBroken = bars.some((bar) => bar.isBroken);
  const hasExact = bars.some(({ kind, high }) => kind === 'exact' && high > 0);
  const others = [
    ...(hasExact || !(isEstimate || isRange) ? [words.anonymous] : []),
    ...(isEstimate ? [words.estimated] : []),
    ...(isRange ? [words.atLeast] : []),
  ];
  const parts = [
    ['part-granted', words.granted],
    ['part-anonymous', others.join(words.or)],
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
