/** What a browser has shown of the scripts. Written by `npm run prove`, never by hand. */
import type { Proof } from './facts.ts';

export const CLIENT_PROOFS: readonly Proof[] = [];
