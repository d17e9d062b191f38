/** One change under way: whether it is being sent, and what to say when it failed. */
import type { ApiError } from '../api/api-error.ts';
import { useApp } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { useSending } from '../ui/use-sending.ts';

export interface Action {
  isSending: boolean;
  failure: string | null;
  /** @returns whether it went well */
  run(work: () => Promise<void>): Promise<boolean>;
}

export function useAction(): Action {
  const { texts } = useApp();
  const { isSending, failure, send } = useSending();
  // Mistakes in what was typed are found before it is sent.
  const say = (error: ApiError) => (error.code === 'invalid' ? texts.value.share.failed : sayError(error, texts.value));
  return { isSending, failure: failure === null ? null : say(failure), run: send };
}
