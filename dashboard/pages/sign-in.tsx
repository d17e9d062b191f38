/** Signs in; the address stays, so that one returns to the page that asked for it. */
import { useState } from 'preact/hooks';
import { signIn, type Ways } from '../api/account.ts';
import { mayShowPasskeys } from '../api/may-show-passkeys.ts';
import { useApp } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { lazily } from '../ui/lazily.tsx';
import { Link } from '../ui/link.tsx';
import { Door } from './door.tsx';
import { EntryForm } from './entry-form.tsx';
import { WithProvider } from './with-provider.tsx';

const SecondStep = lazily(() => import('./second-step.tsx').then((part) => part.SecondStep), 'door');
const PasskeyEntry = lazily(() => import('./passkey-entry.tsx').then((part) => part.PasskeyEntry), 'door');

export function SignIn() {
  const { texts, reload, hasEnded, server } = useApp();
  // Whoever comes from the provider, or opens the page anew, goes on where they were.
  const [ways, setWays] = useState<Ways | null>(server.value?.secondStep ?? null);
  if (ways !== null) return <SecondStep ways={ways} onAgain={() => setWays(null)} />;
  const { title, intro, ended, submit, forgotten } = texts.value.signIn;
  return (
    <Door title={title}>
      <p class="door-intro">{hasEnded.value ? ended : intro}</p>
      <WithProvider>
        <EntryForm
          submitText={submit}
          isNew={false}
          sayFailure={(error) =>
            error.code === 'unauthenticated' ? texts.value.errors.wrongSignIn : sayError(error, texts.value)
          }
          onSubmit={async (email, password) => {
            const asked = await signIn(email, password);
            if (asked === null) await reload();
            else setWays(asked);
          }}
        />
        <p class="door-aside">
          <Link href="/app/reset">{forgotten}</Link>
        </p>
        {mayShowPasskeys(server.value?.passkeyOrigin ?? null) === null ? (
          <PasskeyEntry isAlone isFirst={false} />
        ) : null}
      </WithProvider>
    </Door>
  );
}
