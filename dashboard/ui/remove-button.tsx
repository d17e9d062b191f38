/** Removes or ends something after it was asked whether that is meant; the question takes the place of the button. */
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { useApp } from '../state/app.ts';
import { sayError } from './failure.tsx';
import { CrossIcon } from './icons.tsx';
import { useAsking } from './use-asking.ts';

interface RemoveButtonProps {
  /** What the button does, and to what. */
  name: string;
  question: string;
  /** Shown in the place of the cross. */
  label?: string;
  /** What the answer is called that does it; "Remove" unless something else is done. */
  verb?: string;
  /** @throws ApiError */
  onRemove: () => Promise<void>;
}

export function RemoveButton({ name, question, label, verb, onRemove }: RemoveButtonProps) {
  const { texts } = useApp();
  const words = texts.value.asking;
  const { isAsking, setAsking, first, safe } = useAsking();
  const [failure, setFailure] = useState<ApiError | null>(null);
  if (!isAsking)
    return (
      <button
        type="button"
        class={label === undefined ? 'icon-button' : 'button button-plain'}
        aria-label={name}
        title={label === undefined ? name : undefined}
        ref={first}
        onClick={() => setAsking(true)}
      >
        {label ?? <CrossIcon />}
      </button>
    );
  const remove = () => {
    setFailure(null);
    onRemove().catch((thrown: unknown) => setFailure(toApiError(thrown)));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      class="remove-question"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // It takes back the question, and not the sheet around it.
        event.preventDefault();
        setAsking(false);
      }}
    >
      <p>{failure === null ? question : sayError(failure, texts.value)}</p>
      <button type="button" class="button button-plain" ref={safe} onClick={() => setAsking(false)}>
        {words.keep}
      </button>
      <button type="button" class="button button-danger" onClick={remove}>
        {verb ?? words.remove}
      </button>
    </div>
  );
}
