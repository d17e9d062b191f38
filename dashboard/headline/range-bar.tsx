/** The range of visitors on a line that ends at the most: measured, others at least, possibly more. */
import { useApp } from '../state/app.ts';

export function RangeBar({ measured, low, high }: { measured: number; low: number; high: number }) {
  const words = useApp().texts.value.chart;
  const known = Math.min(measured, low);
  const width = (part: number) => ({ inlineSize: high === 0 ? '0' : `${(part / high) * 100}%` });
  return (
    <div class="split">
      <div class="split-bar" aria-hidden="true">
        <span class="part-granted" style={width(known)} />
        <span class="part-anonymous" style={width(low - known)} />
        <span class="part-possible" style={width(high - low)} />
      </div>
      <p class="split-words">
        {(['granted', 'atLeast', 'upTo'] as const).map((part) => (
          <span key={part}>
            <i class={`swatch ${PARTS[part]}`} aria-hidden="true" />
            {words[part]}
          </span>
        ))}
      </p>
    </div>
  );
}

const PARTS = { granted: 'part-granted', atLeast: 'part-anonymous', upTo: 'part-possible' } as const;
