/** What is known of a day key for good: its commitment, its life and its end, never the key. */

/** How a key can end. A key that is handed over to another process lives on. */
export const KEY_ENDINGS = ['expired', 'level lowered', 'service stopped', 'lost with the process'] as const;
export type KeyEnding = (typeof KEY_ENDINGS)[number];

/** One key in the custody log. */
export interface KeyCustody {
  /** The site's day: days since 1970-01-01. */
  day: number;
  /** SHA-256 of the key, hex. */
  commitment: string;
  level: string;
  /** UTC ms. */
  createdAt: number;
  /** Restarts that it has survived in a RAM-backed folder or by a hand-over. */
  carried: number;
  /** UTC ms; null while the key is held. Of a key that was lost: when that was found. */
  destroyedAt: number | null;
  ending: KeyEnding | null;
}

/** A key whose destruction is to be written down. */
export interface EndedKey {
  siteId: number;
  day: number;
  commitment: string;
  ending: KeyEnding;
  /** UTC ms. */
  at: number;
}
