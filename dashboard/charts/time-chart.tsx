/** The chosen figure over time, as a picture or as a table of the same figures, with the other period and the notes on days. */
import { useMemo } from 'preact/hooks';
import { ExplainLink } from '../explain/explain-button.tsx';
import { NoteList } from '../notes/note-list.tsx';
import { placeNotes } from '../notes/place-notes.ts';
import { useNotes } from '../notes/use-notes.ts';
import { useApp } from '../state/app.ts';
import type { Comparison } from '../state/comparison.ts';
import type { Days } from '../state/period.ts';
import { useView } from '../state/use-view.ts';
import { ownOf } from '../state/view.ts';
import { Failure } from '../ui/failure.tsx';
import { lazily } from '../ui/lazily.tsx';
import { BarCanvas } from './bar-canvas.tsx';
import { chooseBucket, comparedDays, daysOfBuckets } from './buckets.ts';
import { ChartLegend } from './chart-legend.tsx';
import { type Base, chooseMetric } from './chart-metrics.ts';
import { ChartTools } from './chart-tools.tsx';
import { notesOn, sayTitle, summarize } from './say-bars.ts';
import { useDrawing } from './use-drawing.ts';
import { useSeries } from './use-series.ts';

const BarTable = lazily(() => import('./bar-table.tsx').then((part) => part.BarTable));
const NoteSheet = lazily(() => import('../notes/note-sheet.tsx').then((part) => part.NoteSheet));

const MOST_IN_PICTURE = 6;

interface TimeChartProps {
  base: Base;
  /** null while only the server knows. */
  days: Days | null;
  /** null where nothing is compared: then no other period is drawn either. */
  comparison: Comparison | null;
  beat: number;
}

export function TimeChart({ base, days, comparison, beat }: TimeChartProps) {
  const { texts: textsSignal, format: formatSignal } = useApp();
  const [texts, format] = [textsSignal.value, formatSignal.value];
  const { view, go } = useView();
  const asking = {
    base,
    metric: chooseMetric(view.metric, view.conditions),
    bucket: days && chooseBucket(days, view.bucket),
    other: days && comparison && comparedDays(comparison, days),
  };
  const { series, isStale, error, retry } = useSeries(asking, beat);
  const { notes, isKnown, reload } = useNotes(base.domain, days);
  const { metric, bucket } = series ?? { metric: asking.metric, bucket: asking.bucket ?? 'day' };
  const bars = series?.bars ?? [];
  const title = sayTitle({ metric, bucket }, texts);
  const placed = useMemo(
    () => placeNotes(notes, series?.bars.map(({ label }) => label) ?? [], bucket),
    [notes, series, bucket],
  );
  const drawing = useDrawing(series, placed);
  const summary = summarize(bars, { metric, bucket }, texts, format);
  const spanOf = (from: number, to: number) =>
    daysOfBuckets(
      bars.map(({ label }) => label),
      from,
      to,
      days?.last ?? '',
    );
  const show = (from: number, to: number) => {
    const { first, last } = spanOf(from, to);
    go({ period: { from: first, to: last }, bucket: null });
  };
  const isFine = bucket === 'hour' || bars.length < 2;
  const lines = notesOn(bars, { metric, bucket }, texts, format);
  const hasRangesBefore = series?.before?.bars.some(({ kind }) => kind === 'bounds') ?? false;

  return (
    <section class="chart" id="chart" data-stale={isStale} data-metric-shown={metric} aria-labelledby="chart-title">
      <header class="chart-head">
        <h2 id="chart-title">{title}</h2>
        {series === null ? null : (
          <ExplainLink question={series.question} metric={series.question.metrics[0]} name={title} />
        )}
        <ChartLegend bars={bars} metric={metric} before={series?.before?.days ?? null} />
      </header>
      <ChartTools
        days={days}
        bucket={bucket}
        series={series}
        drawing={drawing}
        title={title}
        notes={[...lines, ...sayNotes()]}
      />
      {error === null ? (
        <div class="chart-body">
          {series === null ? (
            <span class="skeleton" aria-hidden="true" />
          ) : view.asTable ? (
            <BarTable series={series} placed={placed} spanOf={isFine ? null : spanOf} />
          ) : (
            <BarCanvas
              drawing={drawing}
              summary={summary}
              zoom={isFine ? null : show}
              saySelected={(from, to) => texts.chart.selected(format.days(spanOf(from, to)))}
            />
          )}
        </div>
      ) : (
        <Failure error={error} onRetry={retry} />
      )}
      <p class="chart-note">
        {[...lines, ...(hasRangesBefore ? [texts.chart.beforeRangeNote] : [])].join(' ')}
        {isFine || view.asTable || lines.length > 0 ? null : <span class="zoom-hint">{texts.chart.zoomHint}</span>}
      </p>
      <NoteList notes={notes} />
      {view.open === 'note' && isKnown ? (
        <NoteSheet
          domain={base.domain}
          note={noteOf(ownOf(view, 'note')[0], notes)}
          day={days?.last ?? ''}
          onClose={() => go({ open: null })}
          onSaved={reload}
        />
      ) : null}
    </section>
  );

  /** As many as there is room for in a picture. */
  function sayNotes(): string[] {
    const shown = bucket === 'hour' ? [] : notes.slice(0, MOST_IN_PICTURE);
    return shown.map(({ number, day, text }) => `${number}. ${format.bucket(day, 'day', 'long')}: ${text}`);
  }
}

function noteOf<Note extends { id: number }>(named: string | undefined, notes: readonly Note[]): Note | null | 'gone' {
  return named === undefined ? null : (notes.find(({ id }) => String(id) === named) ?? 'gone');
}
