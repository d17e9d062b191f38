/** Unique visitors: a number where there is one, else the range that is certain. Never a sum of days. */
import { useId } from 'preact/hooks';
import type { Method, Row } from '../api/query.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { useApp } from '../state/app.ts';
import { ConsentSplit, type Shares } from './consent-split.tsx';
import { MethodNote } from './method-note.tsx';
import { RangeBar } from './range-bar.tsx';

interface VisitorsTileProps {
  row: Row | null;
  method: Method | null;
  shares: Shares | null;
  isFiltered: boolean;
}

export function VisitorsTile({ row, method, shares, isFiltered }: VisitorsTileProps) {
  const { texts, format } = useApp();
  const id = useId();
  const exact = row?.figure('visitors') ?? null;
  const low = row?.figure('visitors_low') ?? exact;
  const high = row?.figure('visitors_high') ?? exact;
  const measured = row?.figure('visitors_measured') ?? 0;
  const { count, range } = format.value;
  const { visitors } = texts.value;
  const isRange = exact === null && low !== null && high !== null;
  const figure = exact !== null ? count(exact) : isRange ? range(low, high) : UNKNOWN;
  return (
    <div class="tile tile-large">
      <h2 class="tile-name" id={id}>
        {texts.value.metrics.visitors}
      </h2>
      <output
        class="figure"
        aria-labelledby={id}
        aria-live="off"
        aria-busy={row === null}
        data-metric="visitors"
        data-value={row === null ? undefined : String(exact)}
        data-low={low ?? undefined}
        data-high={high ?? undefined}
        data-measured={row === null ? undefined : measured}
        data-long={figure.length > 15}
      >
        {row === null ? <span class="skeleton" /> : figure}
      </output>
      {isRange ? <RangeBar measured={measured} low={low} high={high} /> : null}
      {exact !== null || row === null ? <ConsentSplit metric="visitors" shares={shares} /> : null}
      <p class="tile-sentence">
        {isRange
          ? `${visitors.between(count(low), count(high))}${visitors.ofThem(count(measured), measured)}`
          : exact === null
            ? '\u00a0'
            : exact === 0
              ? texts.value.chart.nothing
              : visitors.exact}
      </p>
      {method === null ? (
        <p class="method">{'\u00a0'}</p>
      ) : (
        <MethodNote method={method} isExact={exact !== null} isFiltered={isFiltered} />
      )}
    </div>
  );
}
