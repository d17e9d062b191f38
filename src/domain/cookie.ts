/** What a cookie charter tells of one cookie, or of something that is kept on the device like one. */

/** In the order in which they are shown. */
export const COOKIE_CATEGORIES = ['necessary', 'preferences', 'statistics', 'marketing'] as const;
export type CookieCategory = (typeof COOKIE_CATEGORIES)[number];

export const STORAGE_KINDS = ['cookie', 'local-storage', 'session-storage', 'indexed-db'] as const;
export type StorageKind = (typeof STORAGE_KINDS)[number];

export const LIFETIME_UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type LifetimeUnit = (typeof LIFETIME_UNITS)[number];
/** `session`: until the browser is closed. `persistent`: until somebody deletes it. */
export type Lifetime = 'session' | 'persistent' | { count: number; unit: LifetimeUnit };

/** A text by language tag; `*` is the one for all languages that have none of their own. */
export type Words = Readonly<Record<string, string>>;

export interface DeclaredCookie {
  /** As on the device; `*` stands for characters that differ, as in `_pk_id.*`. */
  name: string;
  kind: StorageKind;
  category: CookieCategory;
  /** Who sets it; empty for the site itself. */
  provider: Words;
  /** The service it belongs to. */
  service: Words;
  /** ISO countries where what it brings is processed. */
  countries: readonly string[];
  purpose: Words;
  lifetime: Lifetime;
}
