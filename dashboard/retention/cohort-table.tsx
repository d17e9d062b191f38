/** Cohorts by row, periods by column: a table whose shades repeat its numbers. */
import type { Cohort, RetentionAnswer, RetentionUnit } from '../api/explorations.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { useApp, useTexts } from '../state/app.ts';
import { withoutEmptyBeginning } from './cohorts.ts';

export function CohortTable({ unit, answer }: { unit: RetentionUnit; answer: RetentionAnswer }) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const words = texts.value.retention;
  const cohorts = withoutEmptyBeginning(answer.cohorts);
  const most = Math.max(1, ...cohorts.map(({ cells }) => cells.length));
  const later = Array.from({ length: most - 1 }, (_, index) => index + 1);
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="wide-table sideways cohorts" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns[unit]}</th>
            <th scope="col">{words.size}</th>
            {later.map((period) => (
              <th scope="col" key={period} title={`+${format.value.units(period, unit)}`}>
                +{period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort) => (
            <tr key={cohort.first} data-cohort={cohort.first}>
              <th scope="row">
                {format.value.bucket(cohort.first, unit, 'long')}
                {cohort.isCut ? <span title={words.cut}> †</span> : null}
              </th>
              <Size cell={cohort.cells[0]} answer={answer} />
              {later.map((period) => (
                <Cell key={period} period={period} cell={cohort.cells[period]} answer={answer} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The visitors of the cohort, of which all shares are. */
function Size({ cell, answer }: Omit<CellProps, 'period'>) {
  const visitors = cell?.visitors ?? null;
  return (
    <td class="cohort-size" data-period={0} data-visitors={String(visitors)} data-incomplete={cell?.isIncomplete}>
      <Count visitors={visitors} answer={answer} />
      {cell?.isIncomplete ? <Incomplete /> : null}
    </td>
  );
}

function Incomplete() {
  const words = useTexts('explore').value.retention;
  return (
    <>
      <span aria-hidden="true">*</span>
      <span class="unseen"> ({words.incompleteShort})</span>
    </>
  );
}

interface CellProps {
  period: number;
  cell: Cohort['cells'][number] | undefined;
  answer: RetentionAnswer;
}

function Cell({ period, cell, answer }: CellProps) {
  const { format } = useApp();
  if (cell === undefined) return <td class="cohort-none" />;
  const { visitors, share, isIncomplete } = cell;
  return (
    <td
      class="cohort-cell"
      data-period={period}
      data-visitors={String(visitors)}
      data-share={String(share)}
      data-incomplete={isIncomplete}
      style={{ '--share': `${share ?? 0}%` }}
    >
      <strong>
        {visitors === null
          ? sayHidden(answer, format.value)
          : share === null
            ? UNKNOWN
            : format.value.percent(share / 100)}
        {isIncomplete ? <Incomplete /> : null}
      </strong>
      {visitors === null ? null : <span class="cohort-count">{format.value.count(visitors)}</span>}
    </td>
  );
}

function Count({ visitors, answer }: { visitors: number | null; answer: RetentionAnswer }) {
  const { format } = useApp();
  return <>{visitors === null ? sayHidden(answer, format.value) : format.value.count(visitors)}</>;
}
