/** One change under way: whether it is being sent, and what to say when it failed. */
import { useState } from 'preact/hooks';
import { toApiError } from '../api/api-error.ts';
import { useApp } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';

export interface Action {
  isSending: boolean;
  failure: string | null;
  /** @returns whether it went well */
  run(work: () => Promise<void>): Promise<boolean>;
}

export function useAction(): Action {
  const { texts } = useApp();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  return {
    ...{ isSending, failure },
    async run(work) {
      setSending(true);
      setFailure(null);
      try {
        await work();
        return true;
      } catch (thrown) {
        const error = toApiError(thrown);
        // Mistakes in what was typed are found before it is sent.
        setFailure(error.code === 'invalid' ? texts.value.share.failed : sayError(error, texts.value));
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}
