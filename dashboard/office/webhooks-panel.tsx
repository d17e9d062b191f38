/** Addresses that are told of alerts of a site: added, tried and removed, with what was sent to each lately. */
import { useState } from 'preact/hooks';
import { addWebhook, type Delivery, fetchWebhooks, removeWebhook, tryWebhook, type Webhook } from '../api/webhooks.ts';
import { Field } from '../pages/field.tsx';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure, sayError } from '../ui/failure.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { ShownOnce } from './shown-once.tsx';
import { useOneField } from './use-one-field.ts';

/** How long it may take until a test has been sent (ms). */
const TEST_TAKES_MS = 4000;

export function WebhooksPanel({ domain }: { domain: string }) {
  const words = useTexts('office').value.webhooks;
  const [beat, setBeat] = useState(0);
  const { known, error, retry } = useAnswerOf(fetchWebhooks, domain, beat);
  const again = () => setBeat((count) => count + 1);
  return (
    <section class="panel" aria-labelledby="webhooks-title">
      <h2 id="webhooks-title">{words.title}</h2>
      <p class="quiet">{words.lead}</p>
      {error === null ? null : <Failure error={error} onRetry={retry} />}
      <ul class="office-list">
        {known?.answer.map((webhook) => (
          <WebhookItem key={webhook.id} domain={domain} webhook={webhook} onChanged={again} />
        ))}
      </ul>
      <AddWebhook domain={domain} onAdded={again} />
    </section>
  );
}

function AddWebhook({ domain, onAdded }: { domain: string; onAdded: () => void }) {
  const texts = useTexts('office').value;
  const words = texts.webhooks;
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const form = useOneField(
    () => (url.trim().startsWith('https://') ? null : words.wrong),
    async () => {
      setSecret(await addWebhook(domain, url.trim()));
      setUrl('');
      onAdded();
    },
    (failure) => (failure.details.some(({ path }) => path === 'url') ? words.wrong : sayError(failure, texts)),
  );
  return (
    <>
      <form class="office-form" noValidate onSubmit={form.onSubmit}>
        <Field label={words.address} mistake={form.mistake}>
          {(attributes) => (
            <input
              {...attributes}
              type="url"
              name="url"
              autocomplete="off"
              placeholder="https://"
              value={url}
              onInput={({ currentTarget }) => setUrl(currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button" disabled={form.isSending}>
          {words.add}
        </button>
      </form>
      {secret === null ? null : (
        <ShownOnce
          {...{ title: words.secret, kind: 'webhook', said: words.ready, secret, name: words.secret }}
          {...{ copy: 'secret', done: words.done, onClose: () => setSecret(null) }}
        />
      )}
    </>
  );
}

interface WebhookItemProps {
  domain: string;
  webhook: Webhook;
  onChanged: () => void;
}

function WebhookItem({ domain, webhook: { id, host, deliveries }, onChanged }: WebhookItemProps) {
  const words = useTexts('office').value.webhooks;
  const change = async (work: Promise<void>) => {
    await work;
    onChanged();
  };
  const test = () => {
    // It is sent at once or nearly: what became of it is looked at a moment later.
    const lookAgain = () => setTimeout(onChanged, TEST_TAKES_MS);
    change(tryWebhook(domain, id)).then(lookAgain, onChanged);
  };
  return (
    <li class="office-item" data-webhook={id}>
      <div>
        <strong>
          <bdi>{host}</bdi>
        </strong>
        {deliveries.length === 0 ? (
          <p class="quiet">{words.none}</p>
        ) : (
          <ul aria-label={words.deliveries}>
            {deliveries.map((delivery) => (
              <DeliveryLine key={`${delivery.createdAt} ${delivery.event}`} delivery={delivery} />
            ))}
          </ul>
        )}
        <button type="button" class="button button-plain" onClick={test}>
          {words.test}
        </button>
      </div>
      <RemoveButton
        name={words.remove(host)}
        question={words.removeQuestion(host)}
        onRemove={() => change(removeWebhook(domain, id))}
      />
    </li>
  );
}

function DeliveryLine({ delivery: { event, state, attempts, createdAt, fault } }: { delivery: Delivery }) {
  const { format } = useApp();
  const words = useTexts('office').value.webhooks;
  return (
    <li class="quiet" data-state={state}>
      {format.value.moment(createdAt)}
      {' – '}
      <code>{event}</code>
      {', '}
      {words.states[state]}
      {attempts > 1 ? ` (${words.attempts(format.value.count(attempts))})` : ''}
      {/* The server says in English what the other side did. */}
      {fault === null ? null : (
        <>
          {': '}
          <span lang="en">{fault}</span>
        </>
      )}
    </li>
  );
}
