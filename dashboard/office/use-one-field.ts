/** A form of one field: what is wrong with it, whether it is on its way, and what to do with it. */
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiError } from '../api/api-error.ts';
import { useSending } from '../ui/use-sending.ts';

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
  const [wrong, setWrong] = useState<string | null>(null);
  const sending = useSending();
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = find();
    setWrong(found);
    if (found === null) void sending.send(send);
  };
  const { isSending, failure } = sending;
  return { mistake: wrong ?? (failure === null ? null : say(failure)), isSending, onSubmit };
}
