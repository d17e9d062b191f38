/** The rows of an open tab: names that filter, a figure, and its share of the whole. */
import type { Question, Row } from '../api/query.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { useApp } from '../state/app.ts';
import { isFresh, useAnswer } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { type Column, columnFor, metricsFor } from './column.ts';
import { DataRow } from './data-row.tsx';
import type { PanelRow, Tab } from './panels.ts';
import type { PanelContext } from './panels.tsx';

const FEW = 9;
const MANY = 100;
const EMPTY_ROWS = Array.from({ length: FEW }, (_, index) => index);

interface RowTableProps {
  tab: Tab;
  panelKey: PanelRow['key'];
  context: PanelContext;
}

export function RowTable({ tab, panelKey, context }: RowTableProps) {
  const { texts, format } = useApp();
  const { view } = useView();
  const { site, base, isOneDay, totals, beat } = context;
  const words = texts.value.panels;
  const limit = view.more.includes(panelKey) ? MANY : FEW;
  const method = isFresh(totals) ? (totals.known?.answer.method ?? null) : null;
  // A day is counted person by person whatever the method says; over several days it decides.
  const isDecided = isOneDay !== null && (isOneDay || method !== null);
  const question: Question | null = isDecided
    ? {
        ...base,
        metrics: metricsFor(columnFor(tab.dimension, { isOneDay, level: site.anonymous, method })),
        dimensions: [tab.dimension],
        limit,
      }
    : null;
  const { known, isStale, error, retry } = useAnswer(question, beat);
  if (error !== null) return <Failure error={error} onRetry={retry} />;
  if (known === null) return <LoadingRows />;

  const { rows, totalRows } = known.answer;
  // The question that was answered names its column: figures on show never change their meaning.
  const column = known.question.metrics[0] as Column;
  const whole = isStale || !isFresh(totals) ? null : (totals.known?.answer.rows[0]?.figure(column) ?? null);
  const most = Math.max(1, ...rows.map((row) => sizeOf(row, column)));
  if (rows.length === 0) return <p class="panel-nothing">{words.nothing}</p>;
  return (
    <>
      <table class="rows" data-stale={isStale}>
        <caption class="unseen">{words.tabs[tab.key]}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.value.dimensions[tab.dimension]}</th>
            <th scope="col">{words.columns[column]}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DataRow
              key={row.values[0]}
              dimension={tab.dimension}
              row={row}
              column={column}
              whole={whole}
              hidden={sayHidden(known.answer, format.value)}
              bar={sizeOf(row, column) / most}
            />
          ))}
        </tbody>
      </table>
      {known.answer.isRestricted ? <p class="panel-note">{texts.value.disclosure.restricted}</p> : null}
      <footer class="panel-foot">
        {totalRows > rows.length && limit === MANY ? (
          <span class="quiet">{words.hidden(format.value.count(totalRows - rows.length))}</span>
        ) : null}
        <MoreButton panelKey={panelKey} isMore={limit === MANY} hasMore={totalRows > FEW} />
      </footer>
    </>
  );
}

/** What a row's bar is as long as: the figure, or the most it can be. */
function sizeOf(row: Row, column: Column): number {
  return row.figure(column) ?? row.figure('visitors_high') ?? 0;
}

interface MoreButtonProps {
  panelKey: PanelRow['key'];
  isMore: boolean;
  hasMore: boolean;
}

function MoreButton({ panelKey, isMore, hasMore }: MoreButtonProps) {
  const { more, fewer } = useApp().texts.value.panels;
  const { view, adjust } = useView();
  if (!hasMore) return null;
  const others = view.more.filter((key) => key !== panelKey);
  return (
    <button
      type="button"
      class="quiet-link"
      aria-expanded={isMore}
      onClick={() => adjust({ more: isMore ? others : [...others, panelKey] })}
    >
      {isMore ? fewer : more}
    </button>
  );
}

function LoadingRows() {
  return (
    <div class="rows-loading" aria-busy="true">
      {EMPTY_ROWS.map((index) => (
        <span class="skeleton" key={index} style={{ inlineSize: `${88 - index * 8}%` }} />
      ))}
    </div>
  );
}
