/** The sites side by side, one a row, and below them what may be added up. */
import type { ComponentChildren } from 'preact';
import { ApiError } from '../api/api-error.ts';
import type { Row } from '../api/query.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { sayTrend } from '../goals/compare-goals.ts';
import { RowFigure } from '../panels/row-figure.tsx';
import { useApp, useTexts } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { ownOf, withOwn } from '../state/view.ts';
import { sayError } from '../ui/failure.tsx';
import { Link } from '../ui/link.tsx';
import { FIGURES, type SiteFigures } from './ask-figures.ts';
import { DayLine } from './day-line.tsx';
import { COLUMNS, type Column, orderAfter, readOrder, sortSites, sumOf, totalsOf } from './order.ts';
import type { FiguresBySite } from './use-figures.ts';

interface OverviewTableProps {
  domains: readonly string[];
  figures: FiguresBySite;
}

export function OverviewTable({ domains, figures }: OverviewTableProps) {
  const { format } = useApp();
  const texts = useTexts('office').value;
  const words = texts.overview;
  const { view } = useView();
  const order = readOrder(ownOf(view, 'sort')[0]);
  const sums = { visits: sumOf('visits', domains, figures), pageviews: sumOf('pageviews', domains, figures) };
  const hidden = Math.max(sums.visits.hidden, sums.pageviews.hidden);
  return (
    <>
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="wide-table sideways overview" tabIndex={0} aria-label={words.list}>
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <ColumnHead key={column} column={column} />
              ))}
              <th scope="col">{words.lineHead}</th>
            </tr>
          </thead>
          <tbody>
            {sortSites(domains, figures, order).map((domain) => (
              <SiteRow key={domain} domain={domain} figures={figures.get(domain)} />
            ))}
          </tbody>
          {domains.length < 2 ? null : (
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                <td data-label={texts.metrics.visitors}>
                  <a href="#not-added" aria-label={words.whyNot}>
                    *
                  </a>
                </td>
                <td data-sum="visits" data-label={texts.metrics.visits}>
                  {format.value.count(sums.visits.sum)}
                </td>
                <td data-sum="pageviews" data-label={texts.metrics.pageviews}>
                  {format.value.count(sums.pageviews.sum)}
                </td>
                <td />
                <td />
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      <p class="quiet" id="not-added">
        * {words.notAdded}
        {hidden === 0 ? '' : ` ${words.hidden(hidden)}`}
      </p>
    </>
  );
}

function ColumnHead({ column }: { column: Column }) {
  const texts = useTexts('office').value;
  const { view, adjust } = useView();
  const order = readOrder(ownOf(view, 'sort')[0]);
  const isSorted = order.by === column;
  return (
    <th scope="col" aria-sort={isSorted ? (order.isRising ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        class="sort-button"
        onClick={() => adjust({ own: withOwn(view, 'sort', [orderAfter(order, column)]) })}
      >
        {column === 'site' ? texts.overview.site : texts.metrics[column]}
        <span aria-hidden="true">{isSorted ? (order.isRising ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  );
}

function SiteRow({ domain, figures }: { domain: string; figures: SiteFigures | ApiError | undefined }) {
  const texts = useTexts('office').value;
  const { hrefOf } = useView();
  const row = totalsOf(figures);
  const name = (
    <th scope="row">
      <Link href={hrefOf({ domain })}>
        <bdi>{domain}</bdi>
      </Link>
    </th>
  );
  if (figures instanceof ApiError || figures === undefined || row === null)
    return (
      <tr data-row={domain} aria-busy={figures === undefined}>
        {name}
        <td colSpan={5}>{figures instanceof ApiError ? sayError(figures, texts) : <span class="skeleton" />}</td>
      </tr>
    );
  return (
    <tr data-row={domain}>
      {name}
      <FigureCell row={row} metric="visitors" figures={figures} />
      {FIGURES.map((metric) => (
        <FigureCell key={metric} row={row} metric={metric} figures={figures} />
      ))}
      <td class="overview-line">
        <DayLine line={figures.line} buckets={figures.buckets} />
      </td>
    </tr>
  );
}

interface FigureCellProps {
  row: Row;
  metric: Exclude<Column, 'site'>;
  figures: SiteFigures;
}

/** The figure, and below it how it has changed since the period before. */
function FigureCell({ row, metric, figures }: FigureCellProps) {
  const { format, texts } = useApp();
  return (
    <td data-figure={metric} data-label={texts.value.metrics[metric]}>
      <RowFigure row={row} metric={metric} hidden={sayHidden(figures.totals, format.value)} />
      <Change row={row} metric={metric} />
    </td>
  );
}

function Change({ row, metric }: Pick<FigureCellProps, 'row' | 'metric'>): ComponentChildren {
  const { format } = useApp();
  const texts = useTexts('explore').value;
  const said = sayChange(row, metric);
  if (said === null) return null;
  return (
    <span class="row-interval">
      {said}
      <span class="unseen"> {texts.change.since.previous_period}</span>
    </span>
  );

  function sayChange({ before, figure }: Row, of: FigureCellProps['metric']): string | null {
    if (before === null || row.isHidden(of)) return null;
    if (of === 'visitors') return sayTrend(row, texts, format.value)?.text ?? null;
    if (of === 'bounce_rate') {
      const [now, then] = [figure(of), before.figure(of)];
      return now === null || then === null ? null : texts.change.points(format.value.signed(now - then));
    }
    const change = before.change(of);
    return change === null ? null : format.value.change(change);
  }
}
