/** The picture of a series in the reader's language. */
import { useMemo } from 'preact/hooks';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { sayFigure } from '../i18n/say-figure.ts';
import { useApp } from '../state/app.ts';
import { metricOfBuckets, SHAPES } from './chart-metrics.ts';
import type { Drawing } from './drawing.ts';
import { sayBar, sayBest } from './say-bars.ts';
import { sayTick, sayTime } from './say-time.ts';
import type { Series } from './use-series.ts';

/** @param notes the numbers of the notes of each bucket */
export function useDrawing(series: Series | null, notes: readonly (readonly number[])[]): Drawing {
  const { texts: textsSignal, format: formatSignal } = useApp();
  const [texts, format] = [textsSignal.value, formatSignal.value];
  return useMemo((): Drawing => {
    const { metric, bucket, bars, before } = series ?? { metric: 'visitors', bucket: 'day', bars: [], before: null };
    const hidden = series === null ? UNKNOWN : sayHidden(series.answer, format);
    const sayWhen = (label: string) => sayTime(label, bucket, bars, format);
    return {
      shape: SHAPES[metric],
      bars,
      before: before === null ? null : bars.map((_bar, index) => before.bars[index]?.best ?? null),
      notes,
      axis: bars.map(({ label }) => sayTick(label, bucket, bars, format)),
      titleOf: (index) => sayWhen(bars[index]?.label ?? ''),
      linesOf: (index) => {
        const other = before?.bars[index];
        const numbers = (notes[index] ?? []).map(texts.notes.number);
        return [
          ...sayBar(bars[index], metric, texts, format, hidden),
          ...(other === undefined
            ? []
            : [texts.chart.sayBefore(sayBest(other, metric, format, hidden), sayWhenBefore(other.label))]),
          ...(numbers.length > 0 ? [format.list(numbers)] : []),
        ];
      },
      say: (value) => sayFigure(metricOfBuckets(metric), value, format),
    };

    /** An hour says nothing of its day, which is another one. */
    function sayWhenBefore(label: string): string {
      const time = format.bucket(label, bucket, 'long');
      return bucket === 'hour' ? `${format.bucket(label, 'day', 'long')}, ${time}` : time;
    }
  }, [series, notes, format, texts]);
}
