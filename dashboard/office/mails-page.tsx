/** Mails about sites: which ones somebody wants of each. Every choice holds at once. */
import { useState } from 'preact/hooks';
import { toApiError } from '../api/api-error.ts';
import type { ServerState, Site } from '../api/server-state.ts';
import { fetchSubscriptions, MAIL_KINDS, type MailKind, subscribe } from '../api/subscriptions.ts';
import { useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure, sayError } from '../ui/failure.tsx';

export function MailsPage({ state }: { state: ServerState }) {
  const words = useTexts('office').value.mails;
  const { known, error, retry } = useAnswerOf(fetchSubscriptions, 'all', 0);
  return (
    <>
      <div class="masthead">
        <h1>{words.title}</h1>
        <p class="page-lead">{words.lead}</p>
        {state.hasMail ? null : <p class="mistake-box">{words.noMail}</p>}
      </div>
      {error === null ? null : <Failure error={error} onRetry={retry} />}
      {known === null ? (
        <span class="skeleton office-waiting" aria-hidden="true" />
      ) : (
        <section class="panel" aria-labelledby="mails-title">
          <h2 id="mails-title">{words.list}</h2>
          {state.sites.length === 0 ? <p class="quiet">{words.none}</p> : null}
          <ul class="office-list">
            {state.sites.map((site) => (
              <SiteMails
                key={site.domain}
                site={site}
                first={known.answer.filter((each) => each.site === site.domain).map(({ kind }) => kind)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function SiteMails({ site, first }: { site: Site; first: readonly MailKind[] }) {
  const texts = useTexts('office').value;
  const words = texts.mails;
  const [kinds, setKinds] = useState(first);
  const [mistake, setMistake] = useState<string | null>(null);
  const choose = async (kind: MailKind, isOn: boolean) => {
    const others = (all: readonly MailKind[]) => all.filter((each) => each !== kind);
    setKinds((all) => (isOn ? [...others(all), kind] : others(all)));
    setMistake(null);
    try {
      await subscribe(site.domain, kind, isOn);
    } catch (thrown) {
      setKinds((all) => (isOn ? others(all) : [...others(all), kind]));
      setMistake(sayError(toApiError(thrown), texts));
    }
  };
  return (
    <li class="office-item" data-site={site.domain}>
      <fieldset class="office-choice">
        <legend>
          <bdi>{site.domain}</bdi>
        </legend>
        {MAIL_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              name={kind}
              checked={kinds.includes(kind)}
              onChange={({ currentTarget }) => void choose(kind, currentTarget.checked)}
            />
            {words.kinds[kind]}
          </label>
        ))}
        {mistake === null ? null : (
          <p class="mistake" role="alert">
            {mistake}
          </p>
        )}
      </fieldset>
    </li>
  );
}
