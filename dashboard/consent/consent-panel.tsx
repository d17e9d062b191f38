/** Who gives consent: the share over time, and whether those who do are like everybody. */
import type { Question } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import type { Days } from '../state/period.ts';
import { type Asked, useAnswer } from '../state/use-answer.ts';
import { BiasPanel } from './bias-panel.tsx';
import { RatePanel } from './rate-panel.tsx';
import { TOTAL_METRICS } from './read-sides.ts';

interface ConsentProps {
  site: Site;
  base: Pick<Question, 'domain' | 'dateRange' | 'conditions'>;
  /** null while only the server knows. */
  days: Days | null;
  beat: number;
  /** The headline has been answered: what it shows comes first. */
  isReady: boolean;
}

export interface ConsentContext extends ConsentProps {
  /** Both sides as a whole. */
  totals: Asked;
}

export function ConsentPanel(props: ConsentProps) {
  const words = useApp().texts.value.consent;
  const { base, beat, isReady } = props;
  const isFiltered = base.conditions.some(({ dimension }) => dimension === 'visit:consent');
  const totals = useAnswer(
    isFiltered || !isReady ? null : { ...base, metrics: TOTAL_METRICS, dimensions: ['visit:consent'] },
    beat,
  );
  const context: ConsentContext = { ...props, totals };
  return (
    <section class="panel consent" data-panel="consent" aria-labelledby="consent-title">
      <header class="panel-head">
        <h2 id="consent-title">{words.title}</h2>
      </header>
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
