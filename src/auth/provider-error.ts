/** Why a provider of OpenID Connect could not say who somebody is. */
export type ProviderErrorKind =
  /** It does not answer. */
  | 'unavailable'
  /** Whoever was asked there has refused. */
  | 'cancelled'
  /** What came from there is not to be believed. */
  | 'failed';

export class ProviderError extends Error {
  readonly kind: ProviderErrorKind;
  /** For the log: closed words, nothing that a browser or the provider has written. */
  readonly reason: string;
  constructor(kind: ProviderErrorKind, reason: string) {
    super(`the provider could not say who it is: ${reason}`);
    this.name = 'ProviderError';
    this.kind = kind;
    this.reason = reason;
  }
}
