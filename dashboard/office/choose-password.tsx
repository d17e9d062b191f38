/** The form behind a link that works once: a password for the account that the link is of. */
import { useState } from 'preact/hooks';
import { FEWEST_CHARACTERS, readPasswordMistake } from '../pages/form-mistakes.ts';
import { PasswordField } from '../pages/password-field.tsx';
import { useTexts } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { useOneField } from './use-one-field.ts';

interface ChoosePasswordProps {
  email: string;
  submitText: string;
  /** What is said when the link has been used meanwhile, or is over. */
  gone: string;
  onChosen: (password: string) => Promise<void>;
}

export function ChoosePassword({ email, submitText, gone, onChosen }: ChoosePasswordProps) {
  const texts = useTexts('office').value;
  const [password, setPassword] = useState('');
  const form = useOneField(
    () => {
      if (password.length >= FEWEST_CHARACTERS) return null;
      return password === '' ? texts.forms.missingPassword : texts.forms.shortPassword;
    },
    () => onChosen(password),
    (failure) => {
      if (failure.code === 'not_found') return gone;
      const refused = readPasswordMistake(failure.details);
      return refused === null ? sayError(failure, texts) : texts.forms[refused];
    },
  );
  return (
    <form class="entry" noValidate onSubmit={form.onSubmit}>
      {/* Tells a password manager whose it is. */}
      <input type="hidden" name="username" autocomplete="username" value={email} />
      <PasswordField value={password} isNew mistake={form.mistake} onInput={setPassword} />
      <button type="submit" class="button button-wide" disabled={form.isSending}>
        {submitText}
      </button>
    </form>
  );
}
