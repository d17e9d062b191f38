/** A funnel as bars, one below the other: who took the step, and who did not go on. */
import { Fragment } from 'preact';
import { useApp, useTexts } from '../state/app.ts';
import { type AnsweredFunnel, sayCount, sayShare, sayStep } from './say-funnel.ts';

export function FunnelPicture({ question, answer }: AnsweredFunnel) {
  const { format: formatSignal } = useApp();
  const texts = useTexts('explore');
  const [words, format] = [texts.value.funnels, formatSignal.value];
  const { steps, counts } = answer;
  const first = steps[0]?.reached ?? 0;
  const width = (part: number | null) => ({ inlineSize: first === 0 ? '0' : `${((part ?? 0) / first) * 100}%` });
  return (
    <>
      <ol class="funnel">
        {steps.map((step, index) => {
          const asked = question.steps[index];
          return (
            <Fragment key={`${index}-${asked?.value}`}>
              {step.dropOff === null || index === 0 ? null : (
                <li class="funnel-drop" data-drop={step.dropOff}>
                  {words.lost(format.count(step.dropOff), sayShare(100 - (step.ofPrevious ?? 100), format))}
                </li>
              )}
              <li class="funnel-step" data-step={index} data-reached={String(step.reached)}>
                <p class="funnel-head">
                  <span class="funnel-name">
                    {index + 1}. <bdi>{asked === undefined ? step.name : sayStep(asked, texts.value)}</bdi>
                  </span>
                  <strong>{sayCount(step.reached, answer, format)}</strong>
                  <span class="quiet">{sayShare(step.ofFirst, format)}</span>
                </p>
                <span class="funnel-track" aria-hidden="true">
                  <span
                    class="part-granted"
                    style={width(counts === 'visitors' || step.identified === null ? step.reached : step.identified)}
                  />
                  {step.anonymous === null || counts === 'visitors' ? null : (
                    <span class="part-anonymous" style={width(step.anonymous)} />
                  )}
                </span>
              </li>
            </Fragment>
          );
        })}
      </ol>
      <p class="legend">
        <span>
          <i class="swatch part-granted" aria-hidden="true" />
          {texts.value.chart.granted}
        </span>
        {counts === 'visitors' ? null : (
          <span>
            <i class="swatch part-anonymous" aria-hidden="true" />
            {texts.value.chart.anonymous}
          </span>
        )}
      </p>
    </>
  );
}
