/** The first rows of an open tab: names that filter, a figure, and its share of the whole. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Question } from '../api/query.ts';
import { LeftOutNote } from '../disclosure/left-out-note.tsx';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { FigureHead } from '../explain/figure-head.tsx';
import { useApp } from '../state/app.ts';
import { isFresh, useAnswer } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { lazily } from '../ui/lazily.tsx';
import { barOf, NO_BAR, scaleBars } from './bar.ts';
import { type Column, decideColumn, metricsFor } from './column.ts';
import { DataRow } from './data-row.tsx';
import { LoadingRows } from './loading-rows.tsx';
import { PanelFoot } from './panel-foot.tsx';
import { PanelNothing } from './panel-nothing.tsx';
import { explainedOf, sayHead } from './subject.ts';
import type { TabBody } from './tab-body.ts';
import { WithinLine } from './within-line.tsx';

const FEW = 9;
/** Rows whose place a map takes. */
const MAP_ROOM = 6;
/** More countries than the world has. */
const ALL_COUNTRIES = 300;

const CountryMap = lazily(() => import('../places/country-map.tsx').then((part) => part.CountryMap));

export function RowTable({ subject, chosen, context, room }: TabBody) {
  const { texts, format } = useApp();
  const { base, totals, beat } = context;
  const { tab, dimensions, filters } = subject;
  const words = texts.value.panels;
  const taken = room + (tab.hasMap ? MAP_ROOM : 0) + (subject.within === null ? 0 : 1);
  const decided = decideColumn(dimensions[0], context);
  const isOfGoals = dimensions[0] === 'event:goal';
  // Where visits are the column itself, their share stands there already.
  const more: readonly Metric[] = isOfGoals
    ? ['conversion_rate']
    : tab.tellsVisits && decided === 'visitors'
      ? ['visits']
      : [];
  const question: Question | null = decided && {
    ...base,
    filters,
    metrics: [...metricsFor(decided), ...more],
    dimensions,
    limit: tab.hasMap ? ALL_COUNTRIES : FEW - taken,
  };
  const { known, isStale, error, retry } = useAnswer(question, beat);
  if (error !== null) return <Failure error={error} onRetry={retry} />;
  if (known === null) return <LoadingRows count={FEW - room} />;

  const { rows: all, totalRows } = known.answer;
  const leftOut = <LeftOutNote answer={known.answer} dimensions={dimensions.length} />;
  if (all.length === 0)
    return (
      <>
        <PanelNothing tab={tab} domain={context.site.domain} />
        {leftOut}
      </>
    );
  const rows = all.slice(0, FEW - taken);
  // The question that was answered names its column: figures on show never change their meaning.
  const column = known.question.metrics[0] as Column;
  const wholes = isStale || !isFresh(totals) ? null : (totals.known?.answer.rows[0] ?? null);
  const whole = wholes?.figure(column) ?? null;
  const hasVisits = column !== 'visits' && known.question.metrics.includes('visits');
  const bars = scaleBars(rows.map((row) => barOf(row, column)));
  const hidden = sayHidden(known.answer, format.value);
  const explained = explainedOf(subject, base);
  return (
    <>
      {tab.hasMap ? <CountryMap rows={all} column={column} hidden={hidden} /> : null}
      <WithinLine subject={subject} />
      <table class={isOfGoals ? 'rows rows-rate' : 'rows'} data-stale={isStale}>
        <caption class="unseen">{words.tabs[tab.key]}</caption>
        <thead>
          <tr>
            <th scope="col">{sayHead(subject, texts.value)}</th>
            <FigureHead question={explained} metric={column} name={words.columns[column]} />
            {isOfGoals ? (
              <FigureHead question={explained} metric="conversion_rate" name={words.columns.conversion_rate} />
            ) : (
              <th scope="col">{words.share}</th>
            )}
            {hasVisits ? <FigureHead question={explained} metric="visits" name={words.shareOfVisits} /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <DataRow
              key={row.values.join('\n')}
              subject={subject}
              row={row}
              column={column}
              last={isOfGoals ? percentOf(row.figure('conversion_rate')) : shareOf(row.figure(column), whole)}
              visits={hasVisits ? shareOf(row.figure('visits'), wholes?.figure('visits') ?? null) : undefined}
              hidden={hidden}
              bar={bars[index] ?? NO_BAR}
            />
          ))}
        </tbody>
      </table>
      {known.answer.isRestricted ? <p class="panel-note">{texts.value.disclosure.restricted}</p> : null}
      {leftOut}
      <PanelFoot chosen={chosen} totalRows={totalRows} isAll={totalRows <= rows.length} />
    </>
  );
}

function shareOf(figure: number | null, whole: number | null): number | null {
  return figure === null || !whole ? null : figure / whole;
}

function percentOf(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}
