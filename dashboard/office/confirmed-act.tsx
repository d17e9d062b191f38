/** Something that happens to a whole site once its name has been written: the form that asks for it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiError } from '../api/api-error.ts';
import { Field } from '../pages/field.tsx';
import { useTexts } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { useSending } from '../ui/use-sending.ts';
import { OfficeForm } from './office-form.tsx';

interface ConfirmedActProps {
  domain: string;
  /** What follows, and that the name is to be written. */
  label: string;
  /** What the button does. */
  verb: string;
  isDanger?: boolean;
  /** Fields above that of the name. */
  children?: ComponentChildren;
  /** Said once it is done, where the page goes on. */
  done?: string;
  /** Our own words for a refusal; null for the usual ones. */
  sayRefusal?: (error: ApiError) => string | null;
  /** @param written the name @throws ApiError */
  onConfirm: (written: string) => Promise<void>;
}

export function ConfirmedAct(props: ConfirmedActProps) {
  const { domain, label, verb, isDanger = true, children, done = '', sayRefusal, onConfirm } = props;
  const texts = useTexts('office').value;
  const [written, setWritten] = useState('');
  const [isDone, setDone] = useState(false);
  const { isSending, failure, send } = useSending();
  const confirm = async () => {
    if (!(await send(() => onConfirm(written.trim())))) return;
    setDone(true);
    setWritten('');
  };
  return (
    <OfficeForm onSubmit={() => void confirm()}>
      {children}
      <Field label={label} mistake={failure === null ? null : (sayRefusal?.(failure) ?? sayError(failure, texts))}>
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            name="confirm"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={written}
            onInput={({ currentTarget }) => setWritten(currentTarget.value)}
          />
        )}
      </Field>
      <button
        type="submit"
        class={isDanger ? 'button button-danger' : 'button'}
        disabled={isSending || written.trim() !== domain}
      >
        {verb}
      </button>
      <p role="status" class="quiet">
        {isDone ? done : ''}
      </p>
    </OfficeForm>
  );
}
