/** Reads the counters of what banners reported. */
import { CONSENT_ACTIONS } from '../../../domain/consent.ts';
import type { ConsentCount, ConsentPlan } from '../../../stats/consent/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

/** Prepares the statements once. */
export function createConsentReader(db: SqliteDatabase): (plan: ConsentPlan) => ConsentCount[] {
  const sums = CONSENT_ACTIONS.map((action) => `sum(${action}) AS ${action}`).join(', ');
  const prepare = (day: 'day' | 'NULL', group: string) =>
    db.prepare<[number, number, number, string], ConsentCount>(`SELECT ${day} AS day, value, ${sums} FROM consent_days
      WHERE site_id = ? AND day BETWEEN ? AND ? AND dimension = ? GROUP BY ${group}`);
  const byDay = prepare('day', 'day, value');
  const whole = prepare('NULL', 'value');
  return ({ siteId, firstDay, lastDay, dimension, isByDay }) =>
    (isByDay ? byDay : whole).all(siteId, firstDay, lastDay, dimension);
}
