/** A password that can be looked at, and for a new one how far it is from the rule. */
import { useState } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { Field } from './field.tsx';
import { FEWEST_CHARACTERS } from './form-mistakes.ts';

const SHOWN = { type: 'text' } as const;
const HIDDEN = { type: 'password' } as const;

interface PasswordFieldProps {
  value: string;
  isNew: boolean;
  mistake: string | null;
  /** Where a form has more than one: what it is called, to people and to the form. */
  label?: string;
  name?: string;
  onInput: (value: string) => void;
}

export function PasswordField({ value, isNew, mistake, label, name = 'password', onInput }: PasswordFieldProps) {
  const texts = useApp().texts.value.forms;
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label ?? texts.password} mistake={mistake} {...(isNew && { hint: <Rule length={value.length} /> })}>
      {(attributes) => (
        <span class="password">
          <input
            {...attributes}
            {...(isShown ? SHOWN : HIDDEN)}
            name={name}
            value={value}
            autocomplete={isNew ? 'new-password' : 'current-password'}
            spellcheck={false}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <button type="button" class="password-show" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? texts.hide : texts.show}
          </button>
        </span>
      )}
    </Field>
  );
}

function Rule({ length }: { length: number }) {
  const texts = useApp().texts.value.forms;
  const left = FEWEST_CHARACTERS - length;
  return (
    <>
      <span class="strength" data-enough={left <= 0} aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(1, length / FEWEST_CHARACTERS) * 100}%` }} />
      </span>
      {length === 0 ? texts.passwordRule : left > 0 ? texts.passwordLeft(left) : texts.passwordLong}
    </>
  );
}
