/** What events were worth: in all and on average, by goal or event; amounts of two currencies are never added up. */
import type { Question, Row } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { type Bar, barOf, NO_BAR, scaleBars } from './bar.ts';
import { LoadingRows } from './loading-rows.tsx';
import { sayHead } from './subject.ts';
import type { TabBody } from './tab-body.ts';
import { TwoFigures } from './two-figures.tsx';

const FEW = 8;

export function RevenueTable({ subject, chosen, context }: TabBody) {
  const { texts } = useApp();
  const { dimensions, filters } = subject;
  const question: Question = {
    ...context.base,
    filters,
    metrics: ['total_revenue', 'average_revenue', 'events'],
    dimensions,
    limit: FEW,
  };
  const { known, isStale, error, retry } = useAnswer(question, context.beat);
  if (error !== null) return <Failure error={error} onRetry={retry} />;
  if (known === null) return <LoadingRows count={FEW} />;
  const { answer } = known;
  return (
    <TwoFigures
      {...{ subject, chosen, context, answer, isStale }}
      head={sayHead(subject, texts.value)}
      figures={['total_revenue', 'average_revenue']}
      rows={answer.rows.map((row) => ({
        ...{ row, bar: barAmong(answer.rows, row) },
        data: {
          'data-value': String(row.money('total_revenue')?.value ?? null),
          'data-currency': row.values[1],
        },
      }))}
      totalRows={answer.totalRows}
      isOfMoney={true}
    />
  );
}

/** A bar beside one of another currency would compare what cannot be compared. */
function barAmong(rows: readonly Row[], row: Row): Bar {
  const currencyOf = (each: Row) => each.money('total_revenue')?.currency;
  const alike = rows.filter((each) => currencyOf(each) === currencyOf(row));
  return scaleBars(alike.map((each) => barOf(each, 'total_revenue')))[alike.indexOf(row)] ?? NO_BAR;
}
