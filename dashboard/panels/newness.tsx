/** New and returning visitors. Only visitors with consent are recognised, so it says how many of the visits that covers. */
import type { Question, Row } from '../api/query.ts';
import { LeftOutNote } from '../disclosure/left-out-note.tsx';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { FigureHead } from '../explain/figure-head.tsx';
import { useApp } from '../state/app.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { barOf, NO_BAR, scaleBars } from './bar.ts';
import { LoadingRows } from './loading-rows.tsx';
import { coverageOf } from './newness-coverage.ts';
import { PanelFoot } from './panel-foot.tsx';
import { PanelNothing } from './panel-nothing.tsx';
import { RowFigure } from './row-figure.tsx';
import { RowName } from './row-name.tsx';
import { explainedOf } from './subject.ts';
import type { TabBody } from './tab-body.ts';

const VALUES = ['new', 'returning'];

export function Newness({ subject, chosen, context }: TabBody) {
  const { texts, format } = useApp();
  const { tab, dimensions, filters } = subject;
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
  if (known === null) return <LoadingRows count={2} />;
  const rows = VALUES.map((value) => known.answer.rows.find((row) => row.values[0] === value)).filter(
    (row): row is Row => row !== undefined,
  );
  const coverage = coverageOf(known.answer.rows);
  if (rows.length === 0) return <PanelNothing tab={tab} domain={context.site.domain} />;
  const bars = scaleBars(rows.map((row) => barOf(row, 'visits')));
  const hidden = sayHidden(known.answer, format.value);
  const explained = explainedOf(subject, context.base);
  return (
    <>
      <table class="rows" data-stale={isStale}>
        <caption class="unseen">{words.tabs.newness}</caption>
        <thead>
          <tr>
            <th scope="col">{words.withConsent}</th>
            <FigureHead question={explained} metric="visitors_measured" name={words.columns.visitors} />
            <FigureHead question={explained} metric="visits" name={words.columns.visits} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.values[0]}
              data-dimension={dimensions[0]}
              data-row={row.values[0] ?? ''}
              data-value={String(row.figure('visits'))}
            >
              <RowName subject={subject} row={row} bar={bars[index] ?? NO_BAR} />
              <td class="row-figure">
                <RowFigure row={row} metric="visitors_measured" hidden={hidden} />
              </td>
              <td class="row-share">
                <RowFigure row={row} metric="visits" hidden={hidden} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="panel-note" data-coverage={coverage ?? undefined}>
        {coverage === null ? words.coverageUnknown : words.coverage(format.value.percent(coverage))} {words.bothKinds}
      </p>
      <LeftOutNote answer={known.answer} dimensions={dimensions.length} />
      <PanelFoot chosen={chosen} totalRows={rows.length} isAll={true} />
    </>
  );
}
