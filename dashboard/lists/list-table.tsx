/** The rows of a full list: every figure that suits them, and how the first one has changed. */
import { Fragment } from 'preact';
import type { Metric } from '../../src/stats/metrics.ts';
import type { Question } from '../api/query.ts';
import { LeftOutNote } from '../disclosure/left-out-note.tsx';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { ExplainLink } from '../explain/explain-button.tsx';
import type { ExplainedQuestion } from '../explain/explanation.ts';
import { barOf, NO_BAR, scaleBars } from '../panels/bar.ts';
import { LoadingRows } from '../panels/loading-rows.tsx';
import { RowFigure } from '../panels/row-figure.tsx';
import { RowName } from '../panels/row-name.tsx';
import { explainedOf, type Subject, sayHead } from '../panels/subject.ts';
import { WithinLine } from '../panels/within-line.tsx';
import { readPeople } from '../people/people.ts';
import { useApp } from '../state/app.ts';
import type { Asked } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import { hasNoLoss } from './find-loss.ts';
import { withoutEmpty } from './list-metrics.ts';
import { type ListState, toOrder } from './list-state.ts';
import { RowChange } from './row-change.tsx';

interface ListTableProps {
  subject: Subject;
  columns: readonly [Metric, ...Metric[]];
  state: ListState;
  asked: Asked;
  base: Pick<Question, 'conditions'>;
}

export function ListTable({ subject, columns, state, asked, base }: ListTableProps) {
  const { texts, format } = useApp();
  const words = texts.value;
  const { known, isStale } = asked;
  if (known === null) return <LoadingRows count={12} />;
  const { rows, before, isRestricted } = known.answer;
  // The answered question names the columns: a figure on show never stands under another head.
  const answered = columns.filter((metric) => known.question.metrics.includes(metric));
  const shown = withoutEmpty(answered, known.answer, state.orderBy);
  const [main = columns[0]] = shown;
  const explained = explainedOf(subject, base);
  const hidden = sayHidden(known.answer, format.value);
  const bars = scaleBars(rows.map((row) => barOf(row, main)));
  const leftOut = <LeftOutNote answer={known.answer} dimensions={subject.dimensions.length} />;
  if (rows.length === 0)
    return (
      <>
        <p class="list-nothing">{state.search === '' ? words.panels.nothing : words.lists.nothing}</p>
        {leftOut}
      </>
    );
  return (
    <>
      <WithinLine subject={subject} />
      {hasNoLoss(known.question, known.answer) ? <p class="list-said">{words.lists.noneLost}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="list-scroll sideways" tabIndex={0} aria-label={words.panels.tabs[subject.tab.key]}>
        <table class="list" data-stale={isStale}>
          <caption class="unseen">{words.panels.tabs[subject.tab.key]}</caption>
          <thead>
            <tr>
              <OrderHead by="name" state={state} label={sayHead(subject, words)} />
              {shown.map((metric, index) => (
                <Fragment key={metric}>
                  <OrderHead
                    by={metric}
                    state={state}
                    label={labelOf(metric, words.panels.columns)}
                    question={explained}
                  />
                  {index === 0 && before !== null ? (
                    <OrderHead by="change" state={state} label={words.lists.change} />
                  ) : null}
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr
                key={row.values.join('\n')}
                data-list-row={row.values.join('\n')}
                data-value={String(row.money(main)?.value ?? row.figure(main))}
                data-low={main === 'visitors' ? readPeople(row)?.low : undefined}
                data-high={main === 'visitors' ? readPeople(row)?.high : undefined}
              >
                <RowName subject={subject} row={row} bar={bars[at] ?? NO_BAR} />
                {shown.map((metric, index) => (
                  <Fragment key={metric}>
                    <td
                      class={index === 0 ? 'row-figure' : ''}
                      data-metric={metric}
                      data-value={String(row.money(metric)?.value ?? row.figure(metric))}
                    >
                      {index === 0 ? (
                        <ExplainLink
                          question={explained}
                          metric={metric}
                          name={labelOf(metric, words.panels.columns)}
                          row={row.values}
                        >
                          <RowFigure row={row} metric={metric} hidden={hidden} />
                        </ExplainLink>
                      ) : (
                        <RowFigure row={row} metric={metric} hidden={hidden} />
                      )}
                    </td>
                    {index === 0 && before !== null ? (
                      <td class="row-change">
                        <RowChange row={row} metric={metric} />
                      </td>
                    ) : null}
                  </Fragment>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {before?.days ? (
        <p class="panel-note">
          {words.lists.compared(format.value.days(before.days))}{' '}
          {state.orderBy === 'change' ? words.lists.byChange : ''}
        </p>
      ) : null}
      {leftOut}
      {isRestricted ? <p class="panel-note">{words.disclosure.restricted}</p> : null}
    </>
  );
}

function labelOf(metric: Metric, columns: Readonly<Record<string, string>>): string {
  return columns[metric] ?? metric;
}

interface OrderHeadProps {
  by: ListState['orderBy'];
  state: ListState;
  label: string;
  /** What the column's figures answer; without it there are none in it. */
  question?: ExplainedQuestion;
}

/** The head of a column; it orders the list by it, and leads to the explanation of its figures. */
function OrderHead({ by, state, label, question }: OrderHeadProps) {
  const words = useApp().texts.value.lists;
  const { view, hrefOf } = useView();
  const isOrdered = state.orderBy === by;
  const direction = state.direction === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={isOrdered ? direction : undefined}>
      <Link class="list-order" href={hrefOf({ own: toOrder(view, state, by) })} title={words.orderBy(label)}>
        {label}
        <span class="list-arrow" aria-hidden="true">
          {isOrdered ? (state.direction === 'asc' ? '↑' : '↓') : ''}
        </span>
      </Link>
      {by === 'name' || by === 'change' || question === undefined ? null : (
        <ExplainLink question={question} metric={by} name={label} />
      )}
    </th>
  );
}
