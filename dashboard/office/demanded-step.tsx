/** All that somebody is shown of whom a second step is demanded, until they have set one up. */
import { useRef, useState } from 'preact/hooks';
import { signOut } from '../api/account.ts';
import { mayShowPasskeys } from '../api/may-show-passkeys.ts';
import { fetchSecondStep } from '../api/second-step.ts';
import { Door } from '../pages/door.tsx';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { SecondStepSheet } from './second-step-sheets.tsx';

export function DemandedStep({ email }: { email: string }) {
  const { server, reload } = useApp();
  const texts = useTexts('office').value;
  const { demanded, app, passkeys } = texts.secondStep;
  const { known, error, retry } = useAnswerOf(fetchSecondStep, 'own', 0);
  const [open, setOpen] = useState<'app' | 'passkey' | null>(null);
  // Known at once to whoever closes the sheet: the recovery codes in it have to be seen first.
  const isSetUp = useRef(false);
  const barrier = mayShowPasskeys(server.value?.passkeyOrigin ?? null);
  const leave = async () => {
    await signOut().catch(() => undefined);
    await reload();
  };
  return (
    <Door title={demanded.title}>
      <p class="door-intro">
        {demanded.lead}
        <br />
        <bdi>{email}</bdi>
      </p>
      {error === null ? null : <Failure error={error} onRetry={retry} />}
      {known === null ? null : (
        <div class="entry">
          <button type="button" class="button button-wide" onClick={() => setOpen('app')}>
            {app.setUp}
          </button>
          {barrier === null ? (
            <button type="button" class="button button-wide button-plain" onClick={() => setOpen('passkey')}>
              {passkeys.add}
            </button>
          ) : null}
        </div>
      )}
      <div class="door-others">
        <button type="button" onClick={() => void leave()}>
          {texts.account.signOut}
        </button>
      </div>
      {open === null || known === null ? null : (
        <SecondStepSheet
          {...{ open, email, hasPassword: known.answer.hasPassword }}
          onClose={() => {
            setOpen(null);
            if (isSetUp.current) void reload();
          }}
          onChanged={() => {
            isSetUp.current = true;
          }}
        />
      )}
    </Door>
  );
}
