/** What is simulated: how people answer the banner, how large the site is, how wrong the instrument. */

/** `random`: a share accepts. `device`: phones accept less. `positive`, `negative`: regulars accept, refuse more. `re-asked`: at each visit anew. */
export type Consent = 'random' | 'device' | 'positive' | 'negative' | 're-asked';

export interface Scenario {
  consent: Consent;
  /** Share of the people of 90 days who accept; with `re-asked` the chance at each visit. */
  share: number;
  /** People a day, mean. */
  size: number;
  /** Share of visitor-days that go under another visitor's hash. */
  merged: number;
}

export const CONSENTS: readonly Consent[] = ['random', 'device', 'positive', 'negative', 're-asked'];
export const SHARES: readonly number[] = [0.1, 0.2, 0.4, 0.6, 0.8];
export const SIZES: readonly number[] = [165, 1650];
export const WINDOWS: readonly number[] = [7, 30, 90];

/** Filters that every replication is asked about. */
export const FILTERS = ['popular page', 'rare page', 'one source'] as const;

/** Share of visitor-days merged with another's, where nothing else is said. */
export const USUALLY_MERGED = 0.02;
export const TWO_HASHES = 0.03;
/** Chance that a browser has the hash of the day before, desktop and mobile. */
export const STABILITY: readonly number[] = [0.8, 0.5];
/** Chance a day that a device loses its identifier. */
export const IDENTIFIER_LOSS = 0.0005;
/** Of those who accept, how many do so after the first page has been counted without an answer. */
export const ACCEPT_IN_MID_VISIT = 0.5;

/** Days before the longest window in which the site settles. */
export const BURN_IN = 30;
export const HORIZON = BURN_IN + 90;
