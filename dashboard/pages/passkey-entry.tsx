/** Signs in with a passkey: alone on the sign-in page, or in the place of a code after the password. */
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { showPasskey } from '../api/passkeys.ts';
import { useApp, useTexts } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';

interface PasskeyEntryProps {
  /** Without a password before. */
  isAlone: boolean;
  /** Whether it is what is asked for first here. */
  isFirst: boolean;
}

export function PasskeyEntry({ isAlone, isFirst }: PasskeyEntryProps) {
  const { reload } = useApp();
  const texts = useTexts('door').value;
  const words = texts.door.passkey;
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isAsking, setAsking] = useState(false);
  const show = async () => {
    setAsking(true);
    setFailure(null);
    try {
      await showPasskey(isAlone);
      await reload();
    } catch (thrown) {
      setFailure(toApiError(thrown));
    } finally {
      setAsking(false);
    }
  };
  return (
    <div class="door-passkey">
      {failure === null ? null : (
        <p class="mistake mistake-box" role="alert">
          {failure.code === 'not_shown'
            ? words.notShown
            : failure.code === 'unauthenticated'
              ? words.unknown
              : sayError(failure, texts)}
        </p>
      )}
      <button
        type="button"
        class={`button button-wide${isFirst ? '' : ' button-plain'}`}
        disabled={isAsking}
        onClick={() => void show()}
      >
        {isAlone ? words.alone : words.show}
      </button>
    </div>
  );
}
