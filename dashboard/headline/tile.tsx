/** One figure with its name; one that cannot be known is a dash, never a zero. `data-value` is absent until it is loaded. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { UNKNOWN } from '../i18n/format.ts';

interface TileProps {
  metric: string;
  name: string;
  value: number | null;
  say: (value: number) => string;
  isLoading: boolean;
  size?: 'middle' | 'small';
  children?: ComponentChildren;
}

export function Tile({ metric, name, value, say, isLoading, size = 'small', children }: TileProps) {
  const id = useId();
  return (
    <div class={`tile tile-${size}`}>
      <h2 class="tile-name" id={id}>
        {name}
      </h2>
      <output
        class="figure"
        aria-labelledby={id}
        aria-live="off"
        aria-busy={isLoading}
        data-metric={metric}
        data-value={isLoading ? undefined : String(value)}
      >
        {isLoading ? <span class="skeleton" /> : value === null ? UNKNOWN : say(value)}
      </output>
      {children}
    </div>
  );
}
