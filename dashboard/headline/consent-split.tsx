/** How a figure divides into what was measured with consent and what is anonymous: a thin bar, and the same in words. */
import { useApp } from '../state/app.ts';

export interface Shares {
  granted: number;
  anonymous: number;
  erased: number;
}

export function ConsentSplit({ metric, shares }: { metric: string; shares: Shares | null }) {
  const { texts, format } = useApp();
  const words = texts.value.split;
  const { granted = 0, anonymous = 0, erased = 0 } = shares ?? {};
  const whole = granted + anonymous + erased;
  const width = (part: number) => ({ inlineSize: whole === 0 ? '0' : `${(part / whole) * 100}%` });
  const parts = [
    ['granted', granted],
    ['anonymous', anonymous],
    ['erased', erased],
  ] as const;
  const shown = parts.filter(([part, count]) => part !== 'erased' || count > 0);
  return (
    <div class="split" aria-busy={shares === null}>
      <div class="split-bar" aria-hidden="true">
        {shown.map(([part, count]) => (
          <span key={part} class={`part-${part}`} style={width(count)} />
        ))}
      </div>
      <p class="split-words">
        {shares === null
          ? '\u00a0'
          : shown.map(([part, count]) => (
              <span key={part} data-split={metric} data-consent={part} data-value={count}>
                <i class={`swatch part-${part}`} aria-hidden="true" />
                {words[part](format.value.count(count))}
              </span>
            ))}
      </p>
    </div>
  );
}
