/** Address and password: the form of both set-up and sign-in. Mistakes stand beside their field. */
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { useApp } from '../state/app.ts';
import { Refusal } from '../ui/refusal.tsx';
import { Field } from './field.tsx';
import { focusFirst } from './focus-first.ts';
import { findMistakes, type Mistakes, readDetails } from './form-mistakes.ts';
import { PasswordField } from './password-field.tsx';

interface EntryFormProps {
  submitText: string;
  /** A password that is being chosen has to follow the rule. */
  isNew: boolean;
  onSubmit(email: string, password: string): Promise<void>;
  sayFailure(error: ApiError): string;
}

export function EntryForm({ submitText, isNew, onSubmit, sayFailure }: EntryFormProps) {
  const texts = useApp().texts.value.forms;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isSending, setSending] = useState(false);

  const send = async (form: HTMLFormElement) => {
    setSending(true);
    try {
      await onSubmit(email.trim(), password);
    } catch (thrown) {
      const error = toApiError(thrown);
      const told = readDetails(error.details);
      setMistakes(told);
      setFailure(Object.keys(told).length === 0 ? error : null);
      focusFirst(form, told);
    } finally {
      setSending(false);
    }
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = findMistakes(email, password, isNew);
    setMistakes(found);
    setFailure(null);
    if (Object.keys(found).length === 0) void send(event.currentTarget);
    else focusFirst(event.currentTarget, found);
  };

  return (
    <form class="entry" onSubmit={submit} noValidate>
      <Refusal said={failure === null ? null : sayFailure(failure)} />
      <Field label={texts.email} mistake={mistakes.email === undefined ? null : texts[mistakes.email]}>
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            name="email"
            value={email}
            autocomplete="username"
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        )}
      </Field>
      <PasswordField
        value={password}
        isNew={isNew}
        mistake={mistakes.password === undefined ? null : texts[mistakes.password]}
        onInput={setPassword}
      />
      <button type="submit" class="button button-wide" disabled={isSending}>
        {submitText}
      </button>
    </form>
  );
}
