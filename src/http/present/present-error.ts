/** The one map from error codes to HTTP, and the one shape of an error. */
import { AppError, type ErrorCode, type ErrorDetail } from '../../domain/errors.ts';

export const STATUS_OF = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  second_step_needed: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** Seconds after which a caller may come back, unless the error knows better. */
const RETRY_AFTER_S: Partial<Record<ErrorCode, number>> = { rate_limited: 1, unavailable: 5 };

export interface ErrorAnswer {
  status: number;
  headers: Record<string, string>;
  body: { error: string; code: string; details: readonly ErrorDetail[] };
}

/** Any thrown value as an answer; a fault that is not ours to explain becomes a fixed sentence. */
export function presentError(error: unknown): ErrorAnswer {
  if (!(error instanceof AppError)) {
    return {
      status: 500,
      headers: {},
      body: { error: 'Something went wrong on our side; the log says more.', code: 'fault', details: [] },
    };
  }
  const { code, message, details } = error;
  const wait = error.retryAfterS ?? RETRY_AFTER_S[code];
  return {
    status: STATUS_OF[code],
    headers: wait ? { 'retry-after': String(wait) } : {},
    body: { error: message, code, details },
  };
}
