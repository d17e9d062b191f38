/** The figures of a funnel as a table. */
import { UNKNOWN } from '../i18n/format.ts';
import { useApp, useTexts } from '../state/app.ts';
import { type AnsweredFunnel, sayCount, sayShare, sayStep } from './say-funnel.ts';

export function FunnelTable({ question, answer }: AnsweredFunnel) {
  const { format: formatSignal } = useApp();
  const texts = useTexts('explore');
  const [words, format] = [texts.value.funnels, formatSignal.value];
  const areVisits = answer.counts === 'visits';
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="wide-table sideways" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.step}</th>
            <th scope="col">{words.columns[answer.counts]}</th>
            {areVisits ? (
              <>
                <th scope="col">{texts.value.chart.granted}</th>
                <th scope="col">{texts.value.chart.anonymous}</th>
              </>
            ) : null}
            <th scope="col">{words.columns.ofFirst}</th>
            <th scope="col">{words.columns.ofPrevious}</th>
            <th scope="col">{words.columns.dropOff}</th>
          </tr>
        </thead>
        <tbody>
          {answer.steps.map((step, index) => {
            const asked = question.steps[index];
            return (
              <tr key={`${index}-${asked?.value}`} data-step={index} data-reached={String(step.reached)}>
                <th scope="row">
                  {index + 1}. <bdi>{asked === undefined ? step.name : sayStep(asked, texts.value)}</bdi>
                </th>
                <td>{sayCount(step.reached, answer, format)}</td>
                {areVisits ? (
                  <>
                    <td>{sayCount(step.identified, answer, format)}</td>
                    <td>{sayCount(step.anonymous, answer, format)}</td>
                  </>
                ) : null}
                <td>{sayShare(step.ofFirst, format)}</td>
                <td>{sayShare(step.ofPrevious, format)}</td>
                <td>{step.dropOff === null ? UNKNOWN : format.count(step.dropOff)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
