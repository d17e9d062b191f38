/** Unique visitors over time, as bars or as a table of the same figures. */
import { useMemo } from 'preact/hooks';
import { bucketOf, type Question } from '../api/query.ts';
import { PEOPLE_METRICS } from '../people/people.ts';
import { useApp } from '../state/app.ts';
import { bucketFor, type Days } from '../state/period.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { BarCanvas } from './bar-canvas.tsx';
import { BarTable } from './bar-table.tsx';
import { ChartLegend } from './chart-legend.tsx';
import type { Drawing } from './draw-chart.ts';
import { notesOn, sayBar, summarize } from './say-bars.ts';
import { toBars } from './series.ts';

const METRICS = [...PEOPLE_METRICS, 'visitors_measured'] as const;

interface TimeChartProps {
  base: Pick<Question, 'domain' | 'dateRange' | 'conditions'>;
  /** null while only the server knows. */
  days: Days | null;
  beat: number;
}

export function TimeChart({ base, days, beat }: TimeChartProps) {
  const { texts: textsSignal, format: formatSignal } = useApp();
  const [texts, format] = [textsSignal.value, formatSignal.value];
  const { view, adjust } = useView();
  const question: Question | null =
    days === null ? null : { ...base, metrics: METRICS, dimensions: [`time:${bucketFor(days)}`] };
  const { known, isStale, error, retry } = useAnswer(question, beat);
  const bucket = known === null ? days && bucketFor(days) : bucketOf(known.question);
  const bars = useMemo(() => (known === null ? [] : toBars(known.answer, bucketOf(known.question))), [known]);
  const title = texts.chart.title[bucket ?? 'day'];
  const drawing = useMemo((): Drawing => {
    const unit = bucket ?? 'day';
    return {
      bars,
      axis: bars.map(({ label }) => format.bucket(label, unit, 'short')),
      titleOf: (index) => format.bucket(bars[index]?.label ?? '', unit, 'long'),
      linesOf: (index) => sayBar(bars[index], texts, format),
      count: format.count,
    };
  }, [bars, bucket, format, texts]);

  return (
    <section class="chart" data-stale={isStale} aria-labelledby="chart-title">
      <header class="chart-head">
        <h2 id="chart-title">{title}</h2>
        <ChartLegend bars={bars} />
        <button type="button" class="quiet-link" onClick={() => adjust({ asTable: !view.asTable })}>
          {view.asTable ? texts.chart.asChart : texts.chart.asTable}
        </button>
      </header>
      {error === null ? (
        <div class="chart-body">
          {known === null || bucket === null ? (
            <span class="skeleton" aria-hidden="true" />
          ) : view.asTable ? (
            <BarTable bars={bars} bucket={bucket} />
          ) : (
            <BarCanvas drawing={drawing} summary={summarize(title, bars, bucket, texts, format)} />
          )}
        </div>
      ) : (
        <Failure error={error} onRetry={retry} />
      )}
      <p class="chart-note">{notesOn(bars, bucket ?? 'day', texts, format).join(' ')}</p>
    </section>
  );
}
