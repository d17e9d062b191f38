/** An estimate on a line that ends at the guaranteed maximum: measured, estimated, its interval, and what is still possible. */

import type { People } from '../people/people.ts';
import { coarsen } from '../people/say-people.ts';
import { useApp } from '../state/app.ts';

interface EstimateBarProps {
  people: People & { best: number };
  measured: number;
  /** The most people that counting alone allows; null when the server does not say. */
  most: number | null;
}

export function EstimateBar({ people, measured, most }: EstimateBarProps) {
  const { texts, format } = useApp();
  const { split, chart } = texts.value;
  const { count } = format.value;
  const { best, low, high } = people;
  const end = Math.max(high, most ?? 0, 1);
  const span = (from: number, to: number) => ({
    insetInlineStart: `${(from / end) * 100}%`,
    inlineSize: `${(Math.max(0, to - from) / end) * 100}%`,
  });
  const legend = [
    ['part-granted', split.granted(count(measured))],
    ['part-anonymous', split.estimated(count(coarsen(Math.max(0, best - measured))))],
    ['whisker', chart.interval],
    ...(most === null ? [] : [['part-possible', split.most(count(most))]]),
  ] as const;
  return (
    <div class="split">
      <div class="estimate-bar" aria-hidden="true">
        <div class="estimate-track">
          <span class="part-anonymous" style={span(0, best)} />
          <span class="part-granted" style={span(0, Math.min(measured, best))} />
        </div>
        <span class="estimate-interval" style={span(low, high)} />
      </div>
      <p class="split-words">
        {legend.map(([part, text]) => (
          <span key={part}>
            <i class={`swatch ${part}`} aria-hidden="true" />
            {text}
          </span>
        ))}
      </p>
    </div>
  );
}
