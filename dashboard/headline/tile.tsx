/** One figure with its name, which has the chart show it; one that cannot be known is a dash, never a zero. `data-value` is absent until it is loaded. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Question } from '../api/query.ts';
import { UNKNOWN } from '../i18n/format.ts';
import type { ChartMetric } from '../state/view.ts';
import { TileName } from './tile-name.tsx';

interface TileProps {
  metric: ChartMetric;
  /** The question that the figure answers; null while there is none. */
  question: Question | null;
  name: string;
  value: number | null;
  /** What stands for a figure that is hidden; null for one that is not. */
  hidden: string | null;
  say: (value: number) => string;
  isLoading: boolean;
  /** The change since the period that it is compared with, in words, and since when; null when there is none to tell. */
  change: string | null;
  since: string;
  size?: 'middle' | 'small';
  children?: ComponentChildren;
}

export function Tile({
  metric,
  question,
  name,
  value,
  hidden,
  say,
  isLoading,
  change,
  since,
  size = 'small',
  children,
}: TileProps) {
  const id = useId();
  const figure = value === null ? (hidden ?? UNKNOWN) : say(value);
  return (
    <div class={`tile tile-${size}`}>
      <TileName id={id} metric={metric} name={name} question={question} />
      <div class="tile-figure">
        <output
          class="figure"
          id={`${id}-figure`}
          aria-labelledby={id}
          aria-live="off"
          aria-busy={isLoading}
          data-metric={metric}
          data-value={isLoading ? undefined : String(value)}
          data-long={figure.length > 9}
        >
          {isLoading ? <span class="skeleton" /> : figure}
        </output>
        {change === null ? null : (
          <span class="tile-change" data-change={metric}>
            {change}
            <span class="unseen"> {since}</span>
          </span>
        )}
      </div>
      {children}
    </div>
  );
}
