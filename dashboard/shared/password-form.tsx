/** Asks for the password of a shared page. */
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { enterPassword } from '../api/shared-state.ts';
import type { Texts } from '../i18n/en/texts.ts';
import { Door } from '../pages/door.tsx';
import { Field } from '../pages/field.tsx';
import { useApp } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';

export function PasswordForm() {
  const { texts, reload } = useApp();
  const words = texts.value.shared.locked;
  const [password, setPassword] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  const send = async (field: HTMLElement | null) => {
    setSending(true);
    try {
      await enterPassword(password);
      await reload();
    } catch (thrown) {
      setMistake(sayRefusal(toApiError(thrown), texts.value));
      field?.focus();
    } finally {
      setSending(false);
    }
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.querySelector('input');
    setMistake(password === '' ? words.missing : null);
    if (password === '') field?.focus();
    else void send(field);
  };
  return (
    <Door title={words.title}>
      <p class="door-intro">{words.intro}</p>
      <form class="entry" onSubmit={submit} noValidate>
        <Field label={words.label} mistake={mistake}>
          {(attributes) => (
            <input
              {...attributes}
              type="password"
              name="password"
              value={password}
              autocomplete="off"
              onInput={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button button-wide" disabled={isSending}>
          {words.submit}
        </button>
      </form>
    </Door>
  );
}

function sayRefusal(error: ApiError, texts: Texts): string {
  const { wrong, tooMany } = texts.shared.locked;
  if (error.code === 'unauthenticated') return wrong;
  return error.code === 'rate_limited' ? tooMany : sayError(error, texts);
}
