/** Whether everybody has to have a second step: said to those who manage people, changed by owners. */
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { demandSecondStep } from '../api/people.ts';
import { useApp, useTexts } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { useAsking } from '../ui/use-asking.ts';

interface DemandPanelProps {
  isDemanded: boolean;
  /** People who have none. */
  without: number;
  mayChange: boolean;
  onChanged: () => void;
}

export function DemandPanel({ isDemanded, without, mayChange, onChanged }: DemandPanelProps) {
  const { reload } = useApp();
  const texts = useTexts('office').value;
  const words = texts.people.demand;
  const { isAsking, setAsking, first, safe } = useAsking();
  const [failure, setFailure] = useState<ApiError | null>(null);
  const change = async () => {
    setFailure(null);
    try {
      await demandSecondStep(!isDemanded);
      setAsking(false);
      onChanged();
      // Whoever demands it may have none either.
      await reload();
    } catch (thrown) {
      setFailure(toApiError(thrown));
    }
  };
  const label = isDemanded ? words.end : words.make;
  return (
    <section class="panel" aria-labelledby="demand-title" data-demand={isDemanded ? 'on' : 'off'}>
      <h2 id="demand-title">{words.title}</h2>
      <p class="quiet">{isDemanded ? words.isMade : words.isNotMade}</p>
      {failure === null ? null : (
        <p class="mistake mistake-box" role="alert">
          {sayError(failure, texts)}
        </p>
      )}
      {!mayChange ? null : isAsking ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div class="remove-question" role="group" aria-label={label}>
          <p>{isDemanded ? words.endQuestion : words.question(without)}</p>
          <button type="button" class="button button-plain" ref={safe} onClick={() => setAsking(false)}>
            {words.cancel}
          </button>
          <button type="button" class="button" onClick={() => void change()}>
            {label}
          </button>
        </div>
      ) : (
        <button type="button" class="button button-plain" ref={first} onClick={() => setAsking(true)}>
          {label}
        </button>
      )}
    </section>
  );
}
