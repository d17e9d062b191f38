/** A button for what many people would notice: the first press only asks whether one is sure. */
import { useApp } from '../state/app.ts';
import { useAsking } from '../ui/use-asking.ts';
import { useAction } from './use-action.ts';

interface SureButtonProps {
  label: string;
  /** Says more to those who hear the page, where several buttons are called the same. */
  name?: string;
  question: string;
  yes: string;
  /** @throws ApiError */
  onSure(): Promise<void>;
}

export function SureButton({ label, name, question, yes, onSure }: SureButtonProps) {
  const { keep } = useApp().texts.value.share;
  const { isAsking, setAsking, first, safe } = useAsking();
  const { isSending, failure, run } = useAction();
  if (!isAsking)
    return (
      <button type="button" ref={first} class="button button-plain" aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  return (
    <fieldset class="sure">
      <legend>{question}</legend>
      {failure === null ? null : (
        <p class="mistake" role="alert">
          {failure}
        </p>
      )}
      <button
        type="button"
        class="button"
        disabled={isSending}
        onClick={() => void run(onSure).then((isDone) => isDone && setAsking(false))}
      >
        {yes}
      </button>
      <button type="button" ref={safe} class="button button-plain" onClick={() => setAsking(false)}>
        {keep}
      </button>
    </fieldset>
  );
}
