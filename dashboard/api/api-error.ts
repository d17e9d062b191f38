/** What went wrong with a request, as the server or the network told it. */

export interface ErrorDetail {
  path: string;
  message: string;
  /** The server's code of the mistake, and what its sentence names. */
  code?: string;
  params?: Readonly<Record<string, string | number>>;
}

/** `code` is the server's word, `offline` when there was no answer, `unreadable` when it made no sense. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly ErrorDetail[];

  constructor(status: number, code: string, message: string, details: readonly ErrorDetail[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Whatever was thrown, as an `ApiError`. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError(0, 'unreadable', String(thrown));
}
