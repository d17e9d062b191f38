/** Consent: what visitors answered when they were asked, the share of visitors who have agreed, and whether those are like everybody. */
import { BY_CONSENT } from '../people/by-consent.ts';
import { useApp } from '../state/app.ts';
import { useAnswer } from '../state/use-answer.ts';
import { AnswersPanel } from './answers-panel.tsx';
import { BiasPanel } from './bias-panel.tsx';
import type { ConsentContext, ConsentProps } from './consent-context.ts';
import { RatePanel } from './rate-panel.tsx';

export function ConsentPanel(props: ConsentProps) {
  const words = useApp().texts.value.consent;
  const { base, beat, isReady } = props;
  const isFiltered = base.conditions.some(({ dimension }) => dimension === 'visit:consent');
  const totals = useAnswer(isFiltered || !isReady ? null : { ...base, ...BY_CONSENT }, beat);
  const context: ConsentContext = { ...props, totals };
  return (
    <section class="panel consent" data-panel="consent" aria-labelledby="consent-title">
      <header class="panel-head">
        <h2 id="consent-title">{words.title}</h2>
      </header>
      <AnswersPanel {...props} />
      {isFiltered ? (
        <p class="quiet">{words.filtered}</p>
      ) : (
        <div class="consent-parts">
          <RatePanel {...context} />
          <BiasPanel {...context} />
        </div>
      )}
    </section>
  );
}
