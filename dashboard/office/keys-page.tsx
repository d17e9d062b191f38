/** API keys: those that are, what each may, and a new one. */
import { useState } from 'preact/hooks';
import { type ApiKey, fetchKeys, revokeKey } from '../api/keys.ts';
import type { ServerState } from '../api/server-state.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { IssueKeySheet } from './issue-key-sheet.tsx';

export function KeysPage({ state }: { state: ServerState }) {
  const words = useTexts('office').value.keys;
  const [beat, setBeat] = useState(0);
  const [isMaking, setMaking] = useState(false);
  const { known, error, retry } = useAnswerOf(fetchKeys, 'all', beat);
  const again = () => setBeat((count) => count + 1);
  return (
    <>
      <div class="masthead">
        <h1>{words.title}</h1>
        <p class="page-lead">{words.lead}</p>
        <div class="office-actions">
          <button type="button" class="button" onClick={() => setMaking(true)}>
            {words.make}
          </button>
          <a class="button button-plain" href="/api/docs" target="_blank" rel="noreferrer">
            {words.docs}
          </a>
        </div>
      </div>
      {error === null ? null : <Failure error={error} onRetry={retry} />}
      {known === null ? (
        <span class="skeleton office-waiting" aria-hidden="true" />
      ) : (
        <section class="panel" aria-labelledby="keys-title">
          <h2 id="keys-title">{words.list}</h2>
          {known.answer.length === 0 ? <p class="quiet">{words.none}</p> : null}
          <ul class="office-list">
            {known.answer.toReversed().map((key) => (
              <KeyItem key={key.id} apiKey={key} onRevoked={again} />
            ))}
          </ul>
        </section>
      )}
      {isMaking ? <IssueKeySheet sites={state.sites} onClose={() => setMaking(false)} onIssued={again} /> : null}
    </>
  );
}

function KeyItem({ apiKey, onRevoked }: { apiKey: ApiKey; onRevoked: () => void }) {
  const { format } = useApp();
  const words = useTexts('office').value.keys;
  const { id, name, scopes, state, site, expires, lastUsed } = apiKey;
  return (
    <li class="office-item" data-key={id} data-state={state}>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {state === 'live' ? null : <span class="quiet"> ({words.states[state]})</span>}
        <p>
          {format.value.list(scopes.map((scope) => words.scopes[scope]))}
          {' – '}
          <bdi>{site ?? words.everySite}</bdi>
        </p>
        <p class="quiet">
          {lastUsed === null ? words.never : words.lastUsed(format.value.date(lastUsed))}
          {state === 'live' && expires !== null ? `, ${words.until(format.value.date(expires))}` : ''}
        </p>
      </div>
      {state === 'live' ? (
        <RemoveButton
          name={words.revoke(name)}
          question={words.revokeQuestion(name)}
          onRemove={async () => {
            await revokeKey(id);
            onRevoked();
          }}
        />
      ) : null}
    </li>
  );
}
