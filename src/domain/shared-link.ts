/** A link by which people without an account look at one site's figures, and what it allows. */

/** Licences that open-data portals know: by their SPDX names. */
export const LICENCES = {
  'CC0-1.0': { title: 'Creative Commons Zero 1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'CC-BY-4.0': { title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  'ODbL-1.0': { title: 'Open Database License 1.0', path: 'https://opendatacommons.org/licenses/odbl/1-0/' },
  'etalab-2.0': {
    title: 'Licence Ouverte / Open Licence 2.0',
    path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  },
} as const;
export type Licence = keyof typeof LICENCES;

/** Whose pages may hold the shared page in a frame: nobody's, anybody's, or those of some origins. */
export type Embedding = 'none' | 'any' | readonly string[];

export interface SharedLinkSettings {
  name: string;
  /** UTC ms from which it no longer works; null: never. */
  expiresAt: number | null;
  embedding: Embedding;
  /** Whether properties of events and revenue are told too. */
  details: boolean;
  /** Of the open data; null: none are offered. A secret link offers none. */
  licence: Licence | null;
}

export interface SharedLink extends SharedLinkSettings {
  id: number;
  siteId: number;
  /** null: the public page of the site, whose address is its domain. */
  token: string | null;
  hasPassword: boolean;
  /** UTC ms. */
  createdAt: number;
  revokedAt: number | null;
  /** Days since 1970-01-01 (UTC); null: never used. */
  lastUsedDay: number | null;
}

export type LinkState = 'open' | 'expired' | 'revoked';

/** @param now UTC ms */
export function stateOfLink({ revokedAt, expiresAt }: SharedLink, now: number): LinkState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && now >= expiresAt ? 'expired' : 'open';
}
