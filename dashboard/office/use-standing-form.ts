/** A form that ends with what somebody may do: its state, its one mistake, and the server's refusal in words. */
import { useState } from 'preact/hooks';
import type { ApiError } from '../api/api-error.ts';
import type { Standing } from '../api/people.ts';
import { useTexts } from '../state/app.ts';
import { sayError } from '../ui/failure.tsx';
import { useSending } from '../ui/use-sending.ts';

export interface StandingForm {
  standing: Standing;
  setStanding: (standing: Standing) => void;
  /** What is wrong, in words; null while nothing is. */
  mistake: string | null;
  isSending: boolean;
  /** @param change throws ApiError */
  submit: (change: (standing: Standing) => Promise<void>) => void;
}

/** @param conflict what it means that the server speaks of a conflict */
export function useStandingForm(first: Standing, conflict: string): StandingForm {
  const texts = useTexts('office').value;
  const [standing, setStanding] = useState<Standing>(first);
  const [isMissing, setMissing] = useState(false);
  const { isSending, failure, send } = useSending();
  const sayFailure = (error: ApiError) =>
    error.code === 'conflict'
      ? conflict
      : error.code === 'forbidden'
        ? texts.standing.aboveYou
        : sayError(error, texts);
  return {
    standing,
    setStanding: (changed) => {
      setStanding(changed);
      setMissing(false);
    },
    mistake: isMissing ? texts.standing.missing : failure === null ? null : sayFailure(failure),
    isSending,
    submit: (change) => {
      const isNothing = standing.role === null && standing.sites.length === 0;
      setMissing(isNothing);
      if (!isNothing) void send(() => change(standing));
    },
  };
}
