/** What is asked after the password or the provider: a code of the app, a passkey, or a recovery code. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Ways } from '../api/account.ts';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { mayShowPasskeys } from '../api/may-show-passkeys.ts';
import { giveCode } from '../api/second-step.ts';
import { useApp, useTexts } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { Door } from './door.tsx';
import { Field } from './field.tsx';
import { PasskeyEntry } from './passkey-entry.tsx';

interface SecondStepProps {
  ways: Ways;
  /** It took too long, or somebody else wants to sign in. */
  onAgain: () => void;
}

export function SecondStep({ ways, onAgain }: SecondStepProps) {
  const { server } = useApp();
  const words = useTexts('door').value.door;
  const hasPasskey = ways.passkey && mayShowPasskeys(server.value?.passkeyOrigin ?? null) === null;
  const [isRecovery, setRecovery] = useState(!ways.app && !hasPasskey);
  return (
    <Door title={words.title}>
      <p class="door-intro">{isRecovery ? words.recoveryIntro : ways.app ? words.appIntro : words.passkeyIntro}</p>
      {ways.app || isRecovery ? <CodeForm key={String(isRecovery)} isRecovery={isRecovery} /> : null}
      {hasPasskey && !isRecovery ? <PasskeyEntry isAlone={false} isFirst={!ways.app} /> : null}
      <div class="door-others">
        {isRecovery && !ways.app && !hasPasskey ? null : (
          <button type="button" onClick={() => setRecovery(!isRecovery)}>
            {isRecovery ? words.noRecovery : words.useRecovery}
          </button>
        )}
        <button type="button" onClick={onAgain}>
          {words.again}
        </button>
      </div>
      {isRecovery ? <p class="hint">{words.lost}</p> : null}
    </Door>
  );
}

function CodeForm({ isRecovery }: { isRecovery: boolean }) {
  const { reload } = useApp();
  const texts = useTexts('door').value;
  const words = texts.door;
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<ApiError | 'empty' | null>(null);
  const [isSending, setSending] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // What had the focus is gone: the form of the password, or the other kind of code. Before the next key is heard: whoever is
  // quick to take another way is not brought back to this field.
  useLayoutEffect(() => field.current?.focus(), []);

  const send = async () => {
    setFailure(code.trim() === '' ? 'empty' : null);
    field.current?.focus();
    if (code.trim() === '') return;
    setSending(true);
    try {
      await giveCode(code);
      await reload();
    } catch (thrown) {
      setFailure(toApiError(thrown));
      field.current?.select();
    } finally {
      setSending(false);
    }
  };
  const isWrong = failure !== null && failure !== 'empty' && failure.details.some(({ path }) => path === 'code');
  const wrong = isRecovery ? words.wrongRecovery : words.wrongCode;
  const mistake = failure === 'empty' ? words.missing : isWrong ? wrong : null;
  return (
    <form
      class="entry"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {failure === null || failure === 'empty' || isWrong ? null : (
        <p class="mistake mistake-box" role="alert">
          {failure.code === 'unauthenticated' ? words.over : sayError(failure, texts)}
        </p>
      )}
      <Field label={isRecovery ? words.recovery : words.code} mistake={mistake}>
        {(attributes) => (
          <input
            {...attributes}
            ref={field}
            class="code-input"
            type="text"
            name="code"
            value={code}
            inputmode={isRecovery ? 'text' : 'numeric'}
            autocomplete={isRecovery ? 'off' : 'one-time-code'}
            autocapitalize="none"
            spellcheck={false}
            onInput={({ currentTarget }) => setCode(currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" class="button button-wide" disabled={isSending}>
        {words.submit}
      </button>
    </form>
  );
}
