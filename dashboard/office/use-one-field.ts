/** A form of one field: what is wrong with it, whether it is on its way, and what to do with it. */
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';

interface OneField {
  mistake: string | null;
  isSending: boolean;
  onSubmit: (event: TargetedSubmitEvent<HTMLFormElement>) => void;
}

/** @param find what is wrong before it is sent, or null @param say what is wrong when the server has refused it */
export function useOneField(
  find: () => string | null,
  send: () => Promise<void>,
  say: (error: ApiError) => string,
): OneField {
  const [mistake, setMistake] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const submit = async () => {
    setSending(true);
    try {
      await send();
    } catch (thrown) {
      setMistake(say(toApiError(thrown)));
    } finally {
      setSending(false);
    }
  };
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = find();
    setMistake(found);
    if (found === null) void submit();
  };
  return { mistake, isSending, onSubmit };
}
