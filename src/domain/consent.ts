/** The visitor's answer as a beacon reports it. */
export const CONSENT_STATES = ['unset', 'denied', 'granted'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** What a banner or consent tool reports in a beacon named `consent`. */
export const CONSENT_ACTIONS = ['asked', 'accepted', 'refused', 'ignored', 'withdrawn'] as const;
export type ConsentAction = (typeof CONSENT_ACTIONS)[number];

/** By what reports are counted, each for itself; `all` has every one of them once. */
export const CONSENT_DIMENSIONS = ['all', 'country', 'device', 'page', 'text', 'banner'] as const;
export type ConsentDimension = (typeof CONSENT_DIMENSIONS)[number];

/** Which text was answered, which banner asked, which consent tool told: proof beside the answer. Empty where nobody said. */
export interface ConsentProof {
  text: string;
  banner: string;
  adapter: string;
}

/** Proof that somebody agreed, or took it back. Refusals are counters only. */
export interface ConsentReceipt extends ConsentProof {
  action: 'accepted' | 'withdrawn';
  /** UTC ms, of a whole minute. */
  at: number;
}

/** A time as receipts keep it. @param at UTC ms */
export function minuteOf(at: number): number {
  return at - (at % 60_000);
}

/** The mark of who has objected: the same for everybody, so it names nobody. */
export const OBJECTION_COOKIE = 'passant_optout';

/** The random identifier: 21 characters of nanoid's alphabet, 126 bits. */
export const IDENTIFIER_PATTERN = /^[A-Za-z0-9_-]{21}$/;
