/** Something on its way to the server: whether it still is, and with what error it came back. */
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';

export interface Sending {
  isSending: boolean;
  /** Of the last that was sent; null while it is on its way, and when it went well. */
  failure: ApiError | null;
  /** @param work throws ApiError @returns whether it went well */
  send(work: () => Promise<unknown>): Promise<boolean>;
}

export function useSending(): Sending {
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  return {
    ...{ isSending, failure },
    async send(work) {
      setSending(true);
      setFailure(null);
      try {
        await work();
        return true;
      } catch (thrown) {
        setFailure(toApiError(thrown));
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}
