/** Asks a question whenever it changes and at every beat; what was known stays until the new answer is here. */
import { useEffect, useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { type Answer, ask, type Question } from '../api/query.ts';
import { useApp } from './app.ts';

export interface AnsweredBy<Q, A> {
  question: Q;
  answer: A;
}

export interface AskedBy<Q, A> {
  /** The latest answer with the question that it answers; null while there is none. */
  known: AnsweredBy<Q, A> | null;
  /** The known answer belongs to an earlier question. */
  isStale: boolean;
  error: ApiError | null;
  retry(): void;
}

export type Answered = AnsweredBy<Question, Answer>;
export type Asked = AskedBy<Question, Answer>;

/** Whether the answer on show is the one to the question: what depends on it can be asked, and so comes after it. */
export function isFresh({ known, isStale }: Pick<Asked, 'isStale'> & { known: object | null }): boolean {
  return known !== null && !isStale;
}

/** @param question null while it cannot be asked yet  @param beat changes when the same question is to be asked again */
export function useAnswer(question: Question | null, beat: number): Asked {
  return useAnswerOf(ask, question, beat);
}

/** The same of any kind of question. @param askServer always the same function */
export function useAnswerOf<Q, A>(
  askServer: (question: Q, signal: AbortSignal) => Promise<A>,
  question: Q | null,
  beat: number,
): AskedBy<Q, A> {
  const app = useApp();
  const [known, setKnown] = useState<(AnsweredBy<Q, A> & { key: string }) | null>(null);
  const [failed, setFailed] = useState<{ key: string; error: ApiError } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(question);

  // The key stands for the question; beat and attempt ask it again.
  useEffect(() => {
    if (question === null) return;
    const controller = new AbortController();
    askServer(question, controller.signal)
      .then((answer) => {
        setKnown({ key, question, answer });
        setFailed(null);
      })
      .catch((thrown: unknown) => {
        if (controller.signal.aborted) return;
        const error = toApiError(thrown);
        if (!app.turnAway(error)) setFailed({ key, error });
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
