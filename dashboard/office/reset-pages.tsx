/** The pages for those who have forgotten their password: asking for a mail, and the one that its link opens. */
import { useState } from 'preact/hooks';
import { acceptReset, askForReset, readReset } from '../api/account.ts';
import { Door } from '../pages/door.tsx';
import { Field } from '../pages/field.tsx';
import { isEmail } from '../pages/form-mistakes.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { CopyBox } from '../ui/copy-box.tsx';
import { Failure, sayError } from '../ui/failure.tsx';
import { Link } from '../ui/link.tsx';
import { ChoosePassword } from './choose-password.tsx';
import { useOneField } from './use-one-field.ts';

/** @param token of the link; '' on the page that asks for one */
export function ResetPages({ token }: { token: string }) {
  const { server } = useApp();
  const words = useTexts('office').value.reset;
  if (token !== '') return <NewPassword token={token} />;
  return (
    <Door title={words.title}>
      {server.value?.hasMail ? (
        <Forgotten />
      ) : (
        <>
          <p class="door-intro">{words.noMail}</p>
          <CopyBox kind="command" name={words.command} text="passant user password you@example.org" />
        </>
      )}
      <BackToSignIn />
    </Door>
  );
}

function Forgotten() {
  const texts = useTexts('office').value;
  const [email, setEmail] = useState('');
  const [isAsked, setAsked] = useState(false);
  const form = useOneField(
    () => (isEmail(email) ? null : texts.forms.missingEmail),
    async () => {
      await askForReset(email.trim());
      setAsked(true);
    },
    (failure) => sayError(failure, texts),
  );
  if (isAsked)
    return (
      <p class="door-intro" role="status">
        {texts.reset.asked(email.trim())}
      </p>
    );
  return (
    <form class="entry" noValidate onSubmit={form.onSubmit}>
      <p class="door-intro">{texts.reset.intro}</p>
      <Field label={texts.forms.email} mistake={form.mistake}>
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            name="email"
            value={email}
            autocomplete="username"
            onInput={({ currentTarget }) => setEmail(currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" class="button button-wide" disabled={form.isSending}>
        {texts.reset.submit}
      </button>
    </form>
  );
}

function NewPassword({ token }: { token: string }) {
  const words = useTexts('office').value.reset;
  const { known, error, retry } = useAnswerOf(readReset, token, 0);
  const [isDone, setDone] = useState(false);
  const isGone = error?.code === 'not_found';
  return (
    <Door title={words.title}>
      {isGone ? <p class="mistake-box">{words.gone}</p> : null}
      {error === null || isGone ? null : <Failure error={error} onRetry={retry} />}
      {known === null && error === null ? <span class="skeleton office-waiting" aria-hidden="true" /> : null}
      {isDone ? (
        <p class="door-intro" role="status">
          {words.done}
        </p>
      ) : null}
      {known === null || isDone ? null : (
        <>
          <p class="door-intro">{words.choose(known.answer)}</p>
          <ChoosePassword
            email={known.answer}
            submitText={words.save}
            gone={words.gone}
            onChosen={async (password) => {
              await acceptReset(token, password);
              setDone(true);
            }}
          />
        </>
      )}
      {isGone ? (
        <p>
          <Link href="/app/reset">{words.again}</Link>
        </p>
      ) : null}
      <BackToSignIn />
    </Door>
  );
}

function BackToSignIn() {
  const { texts, reload } = useApp();
  return (
    <p class="door-aside">
      {/* Whoever was signed in here is so no more. */}
      <Link href="/app/" onFollow={() => void reload()}>
        {texts.value.signIn.title}
      </Link>
    </p>
  );
}
