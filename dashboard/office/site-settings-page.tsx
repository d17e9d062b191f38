/** All settings of one site, and its end. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ServerState, Site } from '../api/server-state.ts';
import { changeSettings, fetchSettings, type SiteTexts } from '../api/site-settings.ts';
import { useApp, useTexts } from '../state/app.ts';
import { isAtLeast } from '../state/roles.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure, sayError } from '../ui/failure.tsx';
import { useSending } from '../ui/use-sending.ts';
import { EndOfSite } from './end-of-site.tsx';
import { OptionField } from './option-field.tsx';
import { sayMistake } from './say-mistake.ts';
import { changesOf, OPTION_GROUPS } from './site-options.ts';
import { WebhooksPanel } from './webhooks-panel.tsx';

export function SiteSettingsPage({ site, user }: { site: Site; user: ServerState['user'] }) {
  const words = useTexts('office').value.siteList;
  const { known, error, retry } = useAnswerOf(fetchSettings, site.domain, 0);
  return (
    <>
      <div class="masthead">
        <h1>{words.of(site.domain)}</h1>
      </div>
      {error === null ? null : <Failure error={error} onRetry={retry} />}
      {known === null ? (
        <span class="skeleton office-waiting" aria-hidden="true" />
      ) : (
        <SettingsForm key={known.question} domain={site.domain} first={known.answer} />
      )}
      <WebhooksPanel domain={site.domain} />
      {isAtLeast(site.role, 'owner') ? <EndOfSite site={site} user={user} /> : null}
    </>
  );
}

function SettingsForm({ domain, first }: { domain: string; first: SiteTexts }) {
  const { reload, format } = useApp();
  const texts = useTexts('office').value;
  const [saved, setSaved] = useState(first);
  const [draft, setDraft] = useState(first);
  const [isDone, setDone] = useState(false);
  const { isSending, failure, send } = useSending();
  const form = useRef<HTMLFormElement>(null);
  const changes = changesOf(saved, draft);
  const hasChanges = Object.keys(changes).length > 0;
  useEffect(() => {
    if (!hasChanges) return;
    // What was written is not lost by a slip.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [hasChanges]);

  useEffect(() => {
    const [wrong] = failure?.details ?? [];
    const field = wrong === undefined ? null : form.current?.elements.namedItem(wrong.path.slice(2));
    if (field instanceof HTMLElement) field.focus();
  }, [failure]);

  const save = async () => {
    const settings = await changeSettings(domain, changes);
    setSaved(settings);
    setDraft(settings);
    setDone(true);
    await reload();
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setDone(false);
    void send(save);
  };
  const mistakeOf = (name: string) => {
    const detail = failure?.details.find(({ path }) => path === `--${name}`);
    return detail === undefined ? null : sayMistake(detail, texts, format.value);
  };
  return (
    <form class="office-settings" noValidate ref={form} onSubmit={submit}>
      {OPTION_GROUPS.map(({ group, rows }) => (
        <fieldset key={group} class="panel">
          <legend>{texts.siteOptions.groups[group]}</legend>
          {rows.map((row) => (
            <OptionField
              key={row.name}
              row={row}
              value={draft[row.name] ?? ''}
              mistake={mistakeOf(row.name)}
              onChange={(text) => {
                setDraft((before) => ({ ...before, [row.name]: text }));
                setDone(false);
              }}
            />
          ))}
        </fieldset>
      ))}
      <div class="office-save">
        <button type="submit" class="button" disabled={isSending || !hasChanges}>
          {texts.siteList.save}
        </button>
        <p role="status" class={failure === null ? 'quiet' : 'mistake'}>
          {failure !== null
            ? failure.details.length > 0
              ? texts.siteList.refused
              : sayError(failure, texts)
            : isDone
              ? texts.siteList.saved
              : ''}
        </p>
      </div>
    </form>
  );
}
