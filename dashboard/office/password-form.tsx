/** Changes one's own password; mistakes stand beside their field. */
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { changePassword } from '../api/own-account.ts';
import type { TextsWith } from '../i18n/languages.ts';
import { focusFirst } from '../pages/focus-first.ts';
import { FEWEST_CHARACTERS, readPasswordMistake } from '../pages/form-mistakes.ts';
import { PasswordField } from '../pages/password-field.tsx';
import { useTexts } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';

/** The server has the same rule. */
const MOST_CHARACTERS = 256;

/** In words, by the names of the fields. */
interface Mistakes {
  current?: string;
  password?: string;
}

interface PasswordFormProps {
  /** Tells a password manager whose it is. */
  email: string;
  onChanged: () => void;
}

export function PasswordForm({ email, onChanged }: PasswordFormProps) {
  const texts = useTexts('office').value;
  const words = texts.own.password;
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isSending, setSending] = useState(false);
  const [isDone, setDone] = useState(false);

  const show = (form: HTMLFormElement, found: Mistakes) => {
    setMistakes(found);
    focusFirst(form, found);
  };
  const submit = async (form: HTMLFormElement) => {
    const found = findMistakes(current, password, texts);
    setFailure(null);
    setDone(false);
    show(form, found);
    if (Object.keys(found).length > 0) return;
    setSending(true);
    try {
      await changePassword(current, password);
      setCurrent('');
      setPassword('');
      setDone(true);
      onChanged();
    } catch (thrown) {
      const error = toApiError(thrown);
      const told = readDetails(error, texts);
      show(form, told);
      if (Object.keys(told).length === 0) setFailure(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <section class="panel" aria-labelledby="password-title">
      <h2 id="password-title">{words.title}</h2>
      <form
        class="office-form office-password"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        {failure === null ? null : (
          <p class="mistake mistake-box" role="alert">
            {sayError(failure, texts)}
          </p>
        )}
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <PasswordField
          label={words.current}
          name="current"
          value={current}
          isNew={false}
          mistake={mistakes.current ?? null}
          onInput={setCurrent}
        />
        <PasswordField
          label={words.fresh}
          value={password}
          isNew
          mistake={mistakes.password ?? null}
          onInput={setPassword}
        />
        <button type="submit" class="button" disabled={isSending}>
          {words.submit}
        </button>
        <p role="status">{isDone ? words.done : ''}</p>
      </form>
    </section>
  );
}

function findMistakes(current: string, password: string, { forms, own }: TextsWith<'office'>): Mistakes {
  const { same, long } = own.password;
  const ofNew =
    password.length < FEWEST_CHARACTERS
      ? forms.shortPassword
      : password.length > MOST_CHARACTERS
        ? long
        : password === current
          ? same
          : undefined;
  return {
    ...(current === '' && { current: forms.missingPassword }),
    ...(ofNew !== undefined && { password: ofNew }),
  };
}

/** The fields that the server has named. */
function readDetails({ details }: ApiError, { forms, own }: TextsWith<'office'>): Mistakes {
  const refused = readPasswordMistake(details);
  return {
    ...(details.some(({ path }) => path === 'current') && { current: own.password.wrong }),
    ...(refused !== null && { password: forms[refused] }),
  };
}
