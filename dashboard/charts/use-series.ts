/** What the chart draws: the asked figure by bucket, its parts by consent, and the period that it is held against. */
import { useMemo } from 'preact/hooks';
import { bucketOf, type Question } from '../api/query.ts';
import type { Bucket, Days } from '../state/period.ts';
import { type Answered, type Asked, isFresh, useAnswer } from '../state/use-answer.ts';
import type { ChartMetric } from '../state/view.ts';
import { type Base, metricOfQuestion, questionOfBuckets, SHAPES } from './chart-metrics.ts';
import { type Bar, toBars, toFigures } from './series.ts';

export interface Series {
  metric: ChartMetric;
  bucket: Bucket;
  bars: readonly Bar[];
  /** The other period, bucket by bucket; null where there is none, or not yet. */
  before: { days: Days; bars: readonly Bar[] } | null;
  /** The question that the bars answer. */
  question: Question;
  answer: Answered['answer'];
}

export interface Asking {
  base: Base;
  metric: ChartMetric;
  /** null while only the server knows the days. */
  bucket: Bucket | null;
  /** The other period; null for none. */
  other: Days | null;
}

export interface AskedSeries extends Pick<Asked, 'isStale' | 'error' | 'retry'> {
  series: Series | null;
}

export function useSeries({ base, metric, bucket, other }: Asking, beat: number): AskedSeries {
  const question = bucket === null ? null : questionOfBuckets(base, metric, bucket);
  const main = useAnswer(question, beat);
  const isReady = question !== null && isFresh(main);
  // Small parts of figures that are coarsened would be told, or left out: there is no picture of them.
  const divides = SHAPES[metric] === 'count' && main.known?.answer.disclosure === null;
  const split = useAnswer(
    isReady && divides ? { ...question, dimensions: [...question.dimensions, 'visit:consent'] } : null,
    beat,
  );
  const before = useAnswer(isReady && other ? { ...question, dateRange: [other.first, other.last] } : null, beat);
  const { known, isStale } = main;
  const parts = partOf(split, known, isStale);
  const compared = other === null ? null : partOf(before, known, isStale);

  const series = useMemo((): Series | null => {
    if (known === null) return null;
    const shown = metricOfQuestion(known.question);
    const width = bucketOf(known.question);
    const barsOf = (answer: Answered['answer'], divided: Answered | null) =>
      SHAPES[shown] === 'people' ? toBars(answer, width) : toFigures(answer, shown, divided?.answer ?? null);
    const days = compared?.answer.days ?? null;
    return {
      metric: shown,
      bucket: width,
      bars: barsOf(known.answer, parts),
      before: compared === null || days === null ? null : { days, bars: barsOf(compared.answer, null) },
      question: known.question,
      answer: known.answer,
    };
  }, [known, parts, compared]);

  return { series, isStale, error: main.error, retry: main.retry };
}

/** An answer that belongs to the one on show; while that one is stale, what was shown with it stays. */
function partOf(part: Asked, whole: Answered | null, isWholeStale: boolean): Answered | null {
  if (part.known === null || whole === null || (part.isStale && !isWholeStale)) return null;
  const { metrics, dimensions, conditions } = part.known.question;
  const isOfWhole =
    metrics[0] === whole.question.metrics[0] &&
    dimensions[0] === whole.question.dimensions[0] &&
    JSON.stringify(conditions) === JSON.stringify(whole.question.conditions);
  return isOfWhole ? part.known : null;
}
