/** Asks a question with an eye on the clock. */
import { type Answer, decodeAnswer, type Question, toBody } from '../api/query.ts';
import { postJsonTimed } from '../api/request.ts';

export interface TimedAnswer {
  answer: Answer;
  /** The same as it came, for files. */
  raw: unknown;
  tookMs: number;
  /** null when the server does not say. */
  serverMs: number | null;
}

/** @throws ApiError */
export async function askTimed(question: Question, signal: AbortSignal): Promise<TimedAnswer> {
  const { answer, tookMs, serverMs } = await postJsonTimed('/app/api/v2/query', toBody(question), signal);
  return { answer: decodeAnswer(question, answer), raw: answer, tookMs, serverMs };
}
