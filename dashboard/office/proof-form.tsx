/** Asks for the present password before what only the owner of an account may change, and with it for a name or a code. */
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { Field } from '../pages/field.tsx';
import { focusFirst } from '../pages/focus-first.ts';
import { PasswordField } from '../pages/password-field.tsx';
import { useTexts } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { Refusal } from '../ui/refusal.tsx';

/** The fields of the form, as the server names them. */
export type ProofField = 'name' | 'current' | 'code';
export type Proof = Readonly<Record<ProofField, string>>;
type Mistakes = Partial<Record<ProofField, string>>;

interface ProofFormProps {
  /** In this order. */
  fields: readonly ProofField[];
  submit: string;
  /** Tells a password manager whose password it is. */
  email: string;
  /** @throws ApiError */
  onSubmit: (proof: Proof) => Promise<void>;
}

const LONGEST_NAME = 60;

export function ProofForm({ fields, submit, email, onSubmit }: ProofFormProps) {
  const texts = useTexts('office').value;
  const words = texts.secondStep;
  const [proof, setProof] = useState<Proof>({ name: '', current: '', code: '' });
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isSending, setSending] = useState(false);
  const missing = { name: words.missingName, current: texts.forms.missingPassword, code: words.missingCode };
  const wrong = { name: words.missingName, current: texts.own.password.wrong, code: words.wrongCode };

  const show = (form: HTMLFormElement, found: Mistakes) => {
    setMistakes(found);
    focusFirst(form, found);
  };
  const pick = (from: Readonly<Record<ProofField, string>>, isMeant: (field: ProofField) => boolean): Mistakes =>
    Object.fromEntries(fields.filter(isMeant).map((field) => [field, from[field]]));
  const send = async (form: HTMLFormElement) => {
    const empty = pick(missing, (field) => proof[field].trim() === '');
    setFailure(null);
    show(form, empty);
    if (Object.keys(empty).length > 0) return;
    setSending(true);
    try {
      await onSubmit(proof);
    } catch (thrown) {
      const error = toApiError(thrown);
      const told = pick(wrong, (field) => error.details.some(({ path }) => path === field));
      show(form, told);
      if (Object.keys(told).length === 0) setFailure(error);
    } finally {
      setSending(false);
    }
  };
  const set = (field: ProofField) => (value: string) => setProof((before) => ({ ...before, [field]: value }));
  const own: Partial<Record<string, string>> = {
    not_shown: words.passkeys.notShown,
    shown_before: words.passkeys.known,
  };
  const sayFailure = (error: ApiError) =>
    error.details.some(({ code }) => code === 'sign_in_again')
      ? words.signInAgain
      : (own[error.code] ?? sayError(error, texts));
  return (
    <form
      class="office-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <Refusal said={failure === null ? null : sayFailure(failure)} />
      {fields.includes('current') ? (
        <input type="hidden" name="username" autocomplete="username" value={email} />
      ) : null}
      {fields.map((field) =>
        field === 'current' ? (
          <PasswordField
            key={field}
            label={texts.own.password.current}
            name={field}
            value={proof.current}
            isNew={false}
            mistake={mistakes.current ?? null}
            onInput={set(field)}
          />
        ) : (
          <Field
            key={field}
            label={field === 'name' ? words.passkeys.name : words.app.code}
            mistake={mistakes[field] ?? null}
          >
            {(attributes) => (
              <input
                {...attributes}
                type="text"
                name={field}
                value={proof[field]}
                {...(field === 'name'
                  ? { maxLength: LONGEST_NAME, dir: 'auto' as const }
                  : { class: 'code-input', autocomplete: 'one-time-code', autocapitalize: 'none', spellcheck: false })}
                onInput={({ currentTarget }) => set(field)(currentTarget.value)}
              />
            )}
          </Field>
        ),
      )}
      <button type="submit" class="button" disabled={isSending}>
        {submit}
      </button>
    </form>
  );
}
