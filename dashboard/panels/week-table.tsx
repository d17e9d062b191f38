/** The hours of the week: a table whose cells are the darker the more visits began in them. */
import type { Question } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import { toggleValue } from '../state/conditions.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { Link } from '../ui/link.tsx';
import { LoadingRows } from './loading-rows.tsx';
import { PanelFoot } from './panel-foot.tsx';
import { PanelNothing } from './panel-nothing.tsx';
import type { TabBody } from './tab-body.ts';
import { HOURS, spreadWeek, WEEKDAYS } from './week.ts';

const ALL_HOURS = 168;

export function WeekTable({ subject, chosen, context }: TabBody) {
  const { texts, format } = useApp();
  const { view, hrefOf } = useView();
  const { tab, dimensions, filters } = subject;
  const words = texts.value.panels;
  const question: Question = { ...context.base, filters, metrics: ['visits'], dimensions, limit: ALL_HOURS };
  const { known, isStale, error, retry } = useAnswer(question, context.beat);
  if (error !== null) return <Failure error={error} onRetry={retry} />;
  if (known === null) return <LoadingRows count={9} />;
  if (known.answer.rows.length === 0) return <PanelNothing tab={tab} domain={context.site.domain} />;
  const { visitsOf, most, ofHour, ofDay, all } = spreadWeek(known.answer.rows);
  const { count } = format.value;
  // Where some are rounded or left out, what they add up to is no total.
  const hasTotals = known.answer.disclosure === null;
  return (
    <>
      <table class="week" data-stale={isStale}>
        <caption class="unseen">{words.weekTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.value.dimensions['visit:hour']}</th>
            {WEEKDAYS.map((day) => (
              <th scope="col" key={day}>
                <Link
                  href={hrefOf({ conditions: toggleValue(view.conditions, 'visit:weekday', day) })}
                  title={format.value.weekday(day, 'long')}
                >
                  {format.value.weekday(day, 'short')}
                </Link>
              </th>
            ))}
            {hasTotals ? (
              <th scope="col" class="week-total">
                {words.total}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {HOURS.map((hour) => (
            <tr key={hour}>
              <th scope="row">{format.value.bucket(`2026-01-01 ${hour}:00:00`, 'hour', 'short')}</th>
              {WEEKDAYS.map((day) => {
                const visits = visitsOf(day, hour);
                return (
                  <td key={day} data-cell={`${day} ${hour}`} style={{ '--level': visits / most }}>
                    {visits === 0 ? <span class="week-none">·</span> : count(visits)}
                  </td>
                );
              })}
              {hasTotals ? <td data-total-of={hour}>{count(ofHour(hour))}</td> : null}
            </tr>
          ))}
        </tbody>
        {hasTotals ? (
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              {WEEKDAYS.map((day) => (
                <td key={day} data-total-of={day}>
                  {count(ofDay(day))}
                </td>
              ))}
              <td data-total-of="all">{count(all)}</td>
            </tr>
          </tfoot>
        ) : null}
      </table>
      {hasTotals ? null : <p class="panel-note">{words.weekHidden}</p>}
      <PanelFoot chosen={chosen} totalRows={known.answer.totalRows} isAll={true} />
    </>
  );
}
