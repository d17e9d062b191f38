/** One figure with its name; one that cannot be known is a dash, never a zero. `data-value` is absent until it is loaded. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { UNKNOWN } from '../i18n/format.ts';
import { useApp } from '../state/app.ts';

interface TileProps {
  metric: string;
  name: string;
  value: number | null;
  /** What stands for a figure that is hidden; null for one that is not. */
  hidden: string | null;
  say: (value: number) => string;
  isLoading: boolean;
  /** The change since the period before, in words; null when there is none to tell. */
  change: string | null;
  size?: 'middle' | 'small';
  children?: ComponentChildren;
}

export function Tile({ metric, name, value, hidden, say, isLoading, change, size = 'small', children }: TileProps) {
  const { since } = useApp().texts.value.change;
  const id = useId();
  return (
    <div class={`tile tile-${size}`}>
      <h2 class="tile-name" id={id}>
        {name}
      </h2>
      <div class="tile-figure">
        <output
          class="figure"
          aria-labelledby={id}
          aria-live="off"
          aria-busy={isLoading}
          data-metric={metric}
          data-value={isLoading ? undefined : String(value)}
        >
          {isLoading ? <span class="skeleton" /> : value === null ? (hidden ?? UNKNOWN) : say(value)}
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
