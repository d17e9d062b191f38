import type { Refusal } from './change.ts';

/** The closed list of faults that a caller may see; everything else is a 500 with a fixed text. */
export const ERROR_CODES = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'second_step_needed',
  'not_found',
  'method_not_allowed',
  'conflict',
  'too_large',
  'rate_limited',
  'unavailable',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One mistake: where (a JSON path such as `filters[0][1]`) and what to do about it. */
export interface ErrorDetail {
  path: string;
  message: string;
  /** What is wrong, for whoever has words of their own for it; with what the sentence names. */
  code?: string;
  params?: Readonly<Record<string, string | number>>;
}

/** A refusal whose sentence may be shown to the caller. It must never hold an IP address, a User-Agent or a query string. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];
  /** Seconds after which it is worth another try; null for what the code says in general. */
  readonly retryAfterS: number | null;
  /** What the log counts it as, where a control has stopped somebody; null for what is no matter of that. */
  readonly refusal: Refusal | null;
  constructor(
    code: ErrorCode,
    sentence: string,
    details: readonly ErrorDetail[] = [],
    { retryAfterS = null, refusal }: { retryAfterS?: number | null; refusal?: Refusal } = {},
  ) {
    super(sentence);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
    this.retryAfterS = retryAfterS;
    this.refusal = refusal ?? (code === 'forbidden' ? 'right_refused' : null);
  }
}
