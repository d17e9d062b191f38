/** New and returning visitors. Only visitors with consent are recognised, so it says how many of the visits that covers. */
import type { Question, Row } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { barOf, NO_BAR, scaleBars } from './bar.ts';
import { LoadingRows } from './loading-rows.tsx';
import { coverageOf } from './newness-coverage.ts';
import type { TabBody } from './tab-body.ts';
import { TwoFigures } from './two-figures.tsx';

const VALUES = ['new', 'returning'];

export function Newness({ subject, chosen, context }: TabBody) {
  const { texts, format } = useApp();
  const { dimensions, filters } = subject;
  const words = texts.value.panels;
  const question: Question = {
    ...context.base,
    filters,
    metrics: ['visits', 'visitors_measured'],
    dimensions,
    limit: 3,
  };
  const { known, isStale, error, retry } = useAnswer(question, context.beat);
  if (error !== null) return <Failure error={error} onRetry={retry} />;
  if (known === null) return <LoadingRows count={VALUES.length} />;
  const { answer } = known;
  const rows = VALUES.map((value) => answer.rows.find((row) => row.values[0] === value)).filter(
    (row): row is Row => row !== undefined,
  );
  const bars = scaleBars(rows.map((row) => barOf(row, 'visits')));
  const coverage = coverageOf(answer.rows);
  return (
    <TwoFigures
      {...{ subject, chosen, context, answer, isStale }}
      head={words.withConsent}
      figures={['visitors_measured', 'visits']}
      rows={rows.map((row, at) => ({
        ...{ row, bar: bars[at] ?? NO_BAR },
        data: { 'data-value': String(row.figure('visits')) },
      }))}
      totalRows={rows.length}
    >
      <p class="panel-note" data-coverage={coverage ?? undefined}>
        {coverage === null ? words.coverageUnknown : words.coverage(format.value.percent(coverage))} {words.bothKinds}
      </p>
    </TwoFigures>
  );
}
