/** Who gives consent: the share over time, and whether those who do are like everybody. */
import type { Question } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import type { Days } from '../state/period.ts';
import { BiasPanel } from './bias-panel.tsx';
import { RatePanel } from './rate-panel.tsx';

export interface ConsentContext {
  site: Site;
  base: Pick<Question, 'domain' | 'dateRange' | 'conditions'>;
  /** null while only the server knows. */
  days: Days | null;
  beat: number;
}

export function ConsentPanel(context: ConsentContext) {
  const words = useApp().texts.value.consent;
  const isFiltered = context.base.conditions.some(({ dimension }) => dimension === 'visit:consent');
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
