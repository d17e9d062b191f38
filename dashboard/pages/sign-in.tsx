/** Signs in; the address stays, so that one returns to the page that asked for it. */
import { signIn } from '../api/account.ts';
import { useApp } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { Door } from './door.tsx';
import { EntryForm } from './entry-form.tsx';

export function SignIn() {
  const { texts, reload, hasEnded } = useApp();
  const { title, intro, ended, submit } = texts.value.signIn;
  return (
    <Door title={title}>
      <p class="door-intro">{hasEnded.value ? ended : intro}</p>
      <EntryForm
        submitText={submit}
        isNew={false}
        sayFailure={(error) =>
          error.code === 'unauthenticated' ? texts.value.errors.wrongSignIn : sayError(error, texts.value)
        }
        onSubmit={async (email, password) => {
          await signIn(email, password);
          await reload();
        }}
      />
    </Door>
  );
}
