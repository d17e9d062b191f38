/** What is asked beside the password: an app, passkeys and recovery codes, each with the ways to set it up and to take it away. */
import { useState } from 'preact/hooks';
import { mayShowPasskeys } from '../api/may-show-passkeys.ts';
import { fetchSecondStep, type OwnSecondStep, type Passkey } from '../api/second-step.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { type OpenSheet, SecondStepSheet } from './second-step-sheets.tsx';

interface SecondStepPanelProps {
  email: string;
  /** Other logins may have ended. */
  onChanged: () => void;
}

export function SecondStepPanel({ email, onChanged }: SecondStepPanelProps) {
  const words = useTexts('office').value.secondStep;
  const [beat, setBeat] = useState(0);
  const [open, setOpen] = useState<OpenSheet | null>(null);
  const { known, error, retry } = useAnswerOf(fetchSecondStep, 'own', beat);
  return (
    <section class="panel" aria-labelledby="second-step-title">
      <h2 id="second-step-title">{words.title}</h2>
      <p class="quiet">{words.lead}</p>
      {error === null ? null : <Failure error={error} onRetry={retry} />}
      {known === null ? null : <Steps own={known.answer} onOpen={setOpen} />}
      {open === null || known === null ? null : (
        <SecondStepSheet
          {...{ open, email, hasPassword: known.answer.hasPassword }}
          onClose={() => setOpen(null)}
          onChanged={() => {
            setBeat((count) => count + 1);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

interface StepsProps {
  own: OwnSecondStep;
  onOpen: (sheet: OpenSheet) => void;
}

function Steps({ own, onOpen }: StepsProps) {
  const { server, format } = useApp();
  const { app, passkeys, recovery } = useTexts('office').value.secondStep;
  const origin = server.value?.passkeyOrigin ?? null;
  const barrier = mayShowPasskeys(origin);
  const hasSome = own.appSince !== null || own.passkeys.length > 0;
  return (
    <ul class="office-list">
      <li class="office-item" data-step="app">
        <div class="office-text">
          <strong>{app.title}</strong>
          <p class="quiet">{own.appSince === null ? app.none : app.since(format.value.moment(own.appSince))}</p>
        </div>
        <button
          type="button"
          class="button button-plain"
          onClick={() => onOpen(own.appSince === null ? 'app' : 'app-off')}
        >
          {own.appSince === null ? app.setUp : app.off}
        </button>
      </li>
      <li class="office-item" data-step="passkeys">
        <div class="office-text">
          <strong>{passkeys.title}</strong>
          <p class="quiet">{barrier === null ? passkeys.lead : passkeys.barriers[barrier](origin ?? '')}</p>
        </div>
        {barrier === null ? (
          <button type="button" class="button button-plain" onClick={() => onOpen('passkey')}>
            {passkeys.add}
          </button>
        ) : null}
      </li>
      {own.passkeys.map((passkey) => (
        <PasskeyItem key={passkey.id} passkey={passkey} onRemove={() => onOpen(passkey)} />
      ))}
      {hasSome ? (
        <li class="office-item" data-step="codes">
          <div class="office-text">
            <strong>{recovery.title}</strong>
            <p class="quiet">{recovery.left(own.recoveryLeft)}</p>
          </div>
          <button type="button" class="button button-plain" onClick={() => onOpen('codes')}>
            {recovery.renew}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function PasskeyItem({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }) {
  const { format } = useApp();
  const words = useTexts('office').value.secondStep.passkeys;
  const { name, createdAt, lastUsed } = passkey;
  // A week is called by its first day, and a day alone needs no weekday here.
  return (
    <li class="office-item office-inner" data-passkey={name}>
      <div class="office-text">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <p class="quiet">
          {words.added(format.value.date(new Date(createdAt).toISOString().slice(0, 10)))}
          {', '}
          {lastUsed === null ? words.never : words.used(format.value.date(lastUsed))}
        </p>
      </div>
      <button type="button" class="button button-plain" aria-label={words.remove(name)} onClick={onRemove}>
        {words.removeIt}
      </button>
    </li>
  );
}
