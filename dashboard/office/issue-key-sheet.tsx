/** Makes an API key: what it is for, what it may, of which site, until when; then the key, which is shown only now. */
import { useState } from 'preact/hooks';
import { issueKey, type KeyForm, SCOPES } from '../api/keys.ts';
import type { Site } from '../api/server-state.ts';
import { Field } from '../pages/field.tsx';
import { useTexts } from '../state/app.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sayError } from '../ui/failure.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useSending } from '../ui/use-sending.ts';
import { OfficeForm } from './office-form.tsx';
import { ShownOnce } from './shown-once.tsx';

interface IssueKeySheetProps {
  sites: readonly Site[];
  onClose: () => void;
  onIssued: () => void;
}

const EMPTY: KeyForm = { name: '', scopes: ['stats:read'], site: null, expires: null };

export function IssueKeySheet({ sites, onClose, onIssued }: IssueKeySheetProps) {
  const texts = useTexts('office').value;
  const words = texts.keys;
  const [form, setForm] = useState<KeyForm>(EMPTY);
  const [secret, setSecret] = useState<string | null>(null);
  const { isSending, failure, send } = useSending();
  const change = (changed: Partial<KeyForm>) => setForm((before) => ({ ...before, ...changed }));
  const mistakeOf = (field: keyof typeof words.mistakes) =>
    failure?.details.some(({ path }) => path === field) ? words.mistakes[field] : null;
  const issue = async () => {
    setSecret(await issueKey(form));
    onIssued();
  };
  if (secret !== null)
    return (
      <ShownOnce
        {...{ title: words.make, kind: 'key', said: words.ready, secret, name: words.key, copy: 'key' }}
        done={words.done}
        onClose={onClose}
      />
    );
  const scopesMistake = mistakeOf('scopes');
  return (
    <Dialog title={words.make} kind="key" onClose={onClose}>
      <OfficeForm onSubmit={() => void send(issue)}>
        <Refusal said={failure === null || failure.details.length > 0 ? null : sayError(failure, texts)} />
        <Field label={words.name} mistake={mistakeOf('name')}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              name="name"
              maxLength={80}
              dir="auto"
              value={form.name}
              onInput={({ currentTarget }) => change({ name: currentTarget.value })}
            />
          )}
        </Field>
        <fieldset class="office-choice">
          <legend>{words.may}</legend>
          {SCOPES.map((scope) => (
            <label key={scope}>
              <input
                type="checkbox"
                name="scopes"
                value={scope}
                checked={form.scopes.includes(scope)}
                onChange={({ currentTarget }) =>
                  change({
                    scopes: currentTarget.checked
                      ? [...form.scopes, scope]
                      : form.scopes.filter((each) => each !== scope),
                  })
                }
              />
              {words.scopes[scope]}
            </label>
          ))}
          {scopesMistake === null ? null : <p class="mistake">{scopesMistake}</p>}
        </fieldset>
        <Field label={words.of} mistake={mistakeOf('site')}>
          {(attributes) => (
            <select
              {...attributes}
              name="site"
              value={form.site ?? ''}
              onChange={({ currentTarget }) => change({ site: currentTarget.value || null })}
            >
              <option value="">{words.everySite}</option>
              {sites.map(({ domain }) => (
                <option key={domain} value={domain}>
                  {domain}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.expires} mistake={mistakeOf('expires')}>
          {(attributes) => (
            <input
              {...attributes}
              type="date"
              name="expires"
              value={form.expires ?? ''}
              onInput={({ currentTarget }) => change({ expires: currentTarget.value || null })}
            />
          )}
        </Field>
        <button type="submit" class="button" disabled={isSending}>
          {words.make}
        </button>
      </OfficeForm>
    </Dialog>
  );
}
