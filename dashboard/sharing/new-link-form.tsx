/** Makes a secret link: for whom, with which password, until when. */
import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../pages/field.tsx';
import { useApp } from '../state/app.ts';
import { isDate } from '../state/period.ts';
import { useAction } from './use-action.ts';
import type { Links } from './use-links.ts';

const FEWEST_CHARACTERS = 12;
const LONGEST_NAME = 80;

export function NewLinkForm({ links, onDone }: { links: Links; onDone: () => void }) {
  const { share } = useApp().texts.value;
  const words = share.secret;
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [expires, setExpires] = useState('');
  const [details, setDetails] = useState(false);
  const [wrong, setWrong] = useState<'name' | 'password' | null>(null);
  const { isSending, failure, run } = useAction();
  const focus = (field: string) => {
    const found = form.current?.elements.namedItem(field);
    if (found instanceof HTMLElement) found.focus();
  };
  // Before the next key is heard.
  useLayoutEffect(() => focus('name'), []);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const isShort = password !== '' && password.length < FEWEST_CHARACTERS;
    const mistake = name.trim() === '' ? 'name' : isShort ? 'password' : null;
    setWrong(mistake);
    if (mistake !== null) return focus(mistake);
    const changes = {
      ...{ name: name.trim(), details, expires: isDate(expires) ? expires : null },
      password: password === '' ? null : password,
    };
    void run(() => links.add('secret', changes)).then((isDone) => isDone && onDone());
  };
  return (
    <form class="entry share-form" ref={form} onSubmit={submit} noValidate>
      <Field label={words.name} mistake={wrong === 'name' ? words.nameMissing : null}>
        {(attributes) => (
          <input
            {...attributes}
            name="name"
            value={name}
            maxLength={LONGEST_NAME}
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label={words.password}
        mistake={wrong === 'password' ? words.passwordShort : null}
        hint={words.passwordHint}
      >
        {(attributes) => (
          <input
            {...attributes}
            name="password"
            // Whoever makes a link passes its password on: it has to be read.
            type="text"
            value={password}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={words.expires} mistake={null}>
        {(attributes) => (
          <input
            {...attributes}
            type="date"
            name="expires"
            value={expires}
            onInput={(event) => setExpires(event.currentTarget.value)}
          />
        )}
      </Field>
      <label class="choice">
        <input
          type="checkbox"
          name="details"
          checked={details}
          onChange={(event) => setDetails(event.currentTarget.checked)}
        />
        {share.details}
      </label>
      {failure === null ? null : (
        <p class="mistake" role="alert">
          {failure}
        </p>
      )}
      <div class="share-actions">
        <button type="submit" class="button" disabled={isSending}>
          {words.submit}
        </button>
        <button type="button" class="button button-plain" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
