/** One's own account: who one is here, the password, and where one is signed in. */
import { useState } from 'preact/hooks';
import { fetchAccount } from '../api/own-account.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { lazily } from '../ui/lazily.tsx';
import { LoginList } from './login-list.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondStepPanel } from './second-step-panel.tsx';
import { StandingLines } from './standing-lines.tsx';

const ProviderLink = lazily(() => import('./provider-link.tsx').then((part) => part.ProviderLink), 'provider');

export function AccountPage() {
  const { server } = useApp();
  const words = useTexts('office').value.own;
  const [beat, setBeat] = useState(0);
  const { known, error, retry } = useAnswerOf(fetchAccount, 'own', beat);
  const again = () => setBeat((count) => count + 1);
  return (
    <>
      <div class="masthead">
        <h1>{words.title}</h1>
        {known === null ? null : (
          <div class="page-lead">
            <bdi>{known.answer.person.email}</bdi>
            <StandingLines standing={known.answer.person} />
          </div>
        )}
      </div>
      {error === null ? null : <Failure error={error} onRetry={retry} />}
      {known === null ? (
        error === null ? (
          <span class="skeleton office-waiting" aria-hidden="true" />
        ) : null
      ) : (
        <>
          {known.answer.hasPassword ? <PasswordForm email={known.answer.person.email} onChanged={again} /> : null}
          <SecondStepPanel email={known.answer.person.email} onChanged={again} />
          {server.value?.provider === null ? null : <ProviderLink />}
          <LoginList logins={known.answer.logins} onEnded={again} />
        </>
      )}
    </>
  );
}
