/** What events were worth: in all and on average, by goal or event; amounts of two currencies are never added up. */
import type { Question } from '../api/query.ts';
import { LeftOutNote } from '../disclosure/left-out-note.tsx';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { FigureHead } from '../explain/figure-head.tsx';
import { useApp } from '../state/app.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { barOf, NO_BAR, scaleBars } from './bar.ts';
import { LoadingRows } from './loading-rows.tsx';
import { PanelFoot } from './panel-foot.tsx';
import { PanelNothing } from './panel-nothing.tsx';
import { RowFigure } from './row-figure.tsx';
import { RowName } from './row-name.tsx';
import { explainedOf, sayHead } from './subject.ts';
import type { TabBody } from './tab-body.ts';

const FEW = 8;

export function RevenueTable({ subject, chosen, context }: TabBody) {
  const { texts, format } = useApp();
  const { tab, dimensions, filters } = subject;
  const words = texts.value.panels;
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
  const { rows, totalRows } = known.answer;
  if (rows.length === 0) return <PanelNothing tab={tab} domain={context.site.domain} />;
  const hidden = sayHidden(known.answer, format.value);
  const explained = explainedOf(subject, context.base);
  return (
    <>
      <table class="rows rows-money" data-stale={isStale}>
        <caption class="unseen">{words.tabs.revenue}</caption>
        <thead>
          <tr>
            <th scope="col">{sayHead(subject, texts.value)}</th>
            <FigureHead question={explained} metric="total_revenue" name={words.columns.total_revenue} />
            <FigureHead question={explained} metric="average_revenue" name={words.columns.average_revenue} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const total = row.money('total_revenue');
            // A bar beside one of another currency would compare what cannot be compared.
            const alike = rows.filter((each) => each.money('total_revenue')?.currency === total?.currency);
            const bar = scaleBars(alike.map((each) => barOf(each, 'total_revenue')))[alike.indexOf(row)] ?? NO_BAR;
            return (
              <tr
                key={row.values.join('\n')}
                data-dimension={dimensions[0]}
                data-row={row.values[0] ?? ''}
                data-value={String(total?.value ?? null)}
                data-currency={row.values[1]}
              >
                <RowName subject={subject} row={row} bar={bar} />
                <td class="row-figure">
                  <RowFigure row={row} metric="total_revenue" hidden={hidden} />
                </td>
                <td class="row-share">
                  <RowFigure row={row} metric="average_revenue" hidden={hidden} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <LeftOutNote answer={known.answer} dimensions={dimensions.length} />
      <PanelFoot chosen={chosen} totalRows={totalRows} isAll={totalRows <= rows.length} />
    </>
  );
}
