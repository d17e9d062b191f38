/** How the questions ended, as one bar and its legend, which has the figures. */
import type { ConsentCounts } from '../api/consent.ts';
import { useApp } from '../state/app.ts';
import { partsOf } from './answers.ts';

export function AnswersBar({ counts }: { counts: ConsentCounts }) {
  const { texts, format } = useApp();
  const words = texts.value.answers;
  const { count, percent } = format.value;
  const parts = partsOf(counts).filter(({ count: size, outcome }) => size > 0 || outcome !== 'silent');
  return (
    <div class="outcomes">
      <div class="outcome-bar" aria-hidden="true">
        {parts.map(({ outcome, share }) => (
          <span key={outcome} data-outcome={outcome} style={{ flexGrow: share }} />
        ))}
      </div>
      <dl>
        {parts.map(({ outcome, count: size, share }) => (
          <div key={outcome} data-outcome={outcome}>
            <dt>{words.outcomes[outcome]}</dt>
            <dd data-count={size}>
              {count(size)} <span class="quiet">{percent(share)}</span>
            </dd>
          </div>
        ))}
        <div data-outcome="withdrawn">
          <dt>{words.withdrawn}</dt>
          <dd data-count={counts.withdrawn}>{count(counts.withdrawn)}</dd>
        </div>
      </dl>
    </div>
  );
}
