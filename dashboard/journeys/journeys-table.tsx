/** The most frequent journeys as a table. */
import { sayHidden } from '../disclosure/say-hidden.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { useApp, useTexts } from '../state/app.ts';
import { type AnsweredJourneys, sayWay } from './say-journeys.ts';

const MOST_ROWS = 100;

export function JourneysTable({ question, answer }: AnsweredJourneys) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const words = texts.value.journeys;
  const isBack = question.direction === 'previous';
  const ending = words.ended[question.direction];
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="wide-table sideways journeys-table" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.journey}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{texts.value.panels.share}</th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.slice(0, MOST_ROWS).map(({ pages, ends, count, share }) => (
            <tr
              key={JSON.stringify([pages, ends])}
              data-journey={pages.join(' ')}
              data-ends={ends}
              data-count={String(count)}
            >
              <th scope="row">
                {ends && isBack ? <span class="quiet">{ending} → </span> : null}
                {sayWay(pages, question.direction)}
                {ends && !isBack ? <span class="quiet"> → {ending}</span> : null}
              </th>
              <td>{count === null ? sayHidden(answer, format.value) : format.value.count(count)}</td>
              <td>{share === null ? UNKNOWN : format.value.percent(share / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
