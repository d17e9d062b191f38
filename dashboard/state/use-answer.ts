/** Asks a question whenever it changes and at every beat; what was known stays until the new answer is here. */
import { useEffect, useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { type Answer, ask, type Question } from '../api/query.ts';
import { useApp } from './app.ts';

export interface Answered {
  question: Question;
  answer: Answer;
}

export interface Asked {
  /** The latest answer with the question that it answers; null while there is none. */
  known: Answered | null;
  /** The known answer belongs to an earlier question. */
  isStale: boolean;
  error: ApiError | null;
  retry(): void;
}

/** Whether the answer on show is the one to the question: what depends on it can be asked, and so comes after it. */
export function isFresh({ known, isStale }: Asked): boolean {
  return known !== null && !isStale;
}

/** @param question null while it cannot be asked yet  @param beat changes when the same question is to be asked again */
export function useAnswer(question: Question | null, beat: number): Asked {
  const app = useApp();
  const [known, setKnown] = useState<(Answered & { key: string }) | null>(null);
  const [failed, setFailed] = useState<{ key: string; error: ApiError } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(question);

  // The key stands for the question; beat and attempt ask it again.
  useEffect(() => {
    if (question === null) return;
    const controller = new AbortController();
    ask(question, controller.signal)
      .then((answer) => {
        setKnown({ key, question, answer });
        setFailed(null);
      })
      .catch((thrown: unknown) => {
        if (controller.signal.aborted) return;
        const error = toApiError(thrown);
        if (error.status === 401) app.endLogin();
        else setFailed({ key, error });
      });
    return () => controller.abort();
  }, [key, beat, attempt]);

  return {
    known,
    isStale: known !== null && known.key !== key,
    // A failed refresh of figures that are there is no reason to take them away.
    error: failed !== null && failed.key === key && known?.key !== key ? failed.error : null,
    retry: () => {
      setFailed(null);
      setAttempt((count) => count + 1);
    },
  };
}
