/** Counts what banners reported, by each dimension for itself, and keeps the values of a day few. */
import type { ConsentReport } from '../../../count/ports.ts';
import { CONSENT_ACTIONS, CONSENT_DIMENSIONS, type ConsentDimension } from '../../../domain/consent.ts';
import type { SqliteDatabase } from '../open-database.ts';

/**
 * Values that a day keeps of each dimension; later ones are counted together, under the empty value. Texts and banners are what
 * beacons say, so whoever sends a thousand names must not be able to fill the disk.
 */
export const MOST_VALUES: Readonly<Record<ConsentDimension, number>> = {
  ...{ all: 1, country: 300, device: 10, page: 500 },
  ...{ text: 50, banner: 50 },
};

/** Prepares the statements once; the result writes in the transaction that the caller has open. */
export function createConsentCounts(db: SqliteDatabase): (report: ConsentReport) => void {
  type Place = [siteId: number, day: number, dimension: ConsentDimension];
  const isKnown = db
    .prepare<[...Place, value: string], number>(
      'SELECT 1 FROM consent_days WHERE site_id = ? AND day = ? AND dimension = ? AND value = ?',
    )
    .pluck();
  const countValues = db
    .prepare<Place, number>(
      "SELECT count(*) FROM consent_days WHERE site_id = ? AND day = ? AND dimension = ? AND value <> ''",
    )
    .pluck();
  const add = Object.fromEntries(
    CONSENT_ACTIONS.map((action) => [
      action,
      db.prepare<[...Place, value: string]>(`INSERT INTO consent_days (site_id, day, dimension, value, ${action})
        VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET ${action} = ${action} + 1`),
    ]),
  );

  return ({ siteId, day, action, values }) => {
    for (const dimension of CONSENT_DIMENSIONS) {
      const place: Place = [siteId, day, dimension];
      const value = values[dimension];
      // All actions of a value are counted where its first one was: a rate must be of the same reports.
      const isKept =
        value === '' ||
        isKnown.get(...place, value) !== undefined ||
        (countValues.get(...place) ?? 0) < MOST_VALUES[dimension];
      add[action]?.run(...place, isKept ? value : '');
    }
  };
}
