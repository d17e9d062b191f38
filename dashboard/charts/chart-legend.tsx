/** What the parts of a bar stand for. */
import { useApp } from '../state/app.ts';

export function ChartLegend({ isRange }: { isRange: boolean }) {
  const words = useApp().texts.value.chart;
  return (
    <ul class="legend">
      <li>
        <i class="swatch part-granted" aria-hidden="true" />
        {words.granted}
      </li>
      <li>
        <i class="swatch part-anonymous" aria-hidden="true" />
        {isRange ? words.atLeast : words.anonymous}
      </li>
      {isRange ? (
        <li>
          <i class="swatch part-possible" aria-hidden="true" />
          {words.upTo}
        </li>
      ) : null}
    </ul>
  );
}
