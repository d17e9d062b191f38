/** Looks at both databases for what the audit asks of one site. Reads every row: for a thread of its own. */
import { CLICK_IDENTIFIERS } from '../../domain/click-identifiers.ts';
import type { AnonymousLevel } from '../../domain/levels.ts';
import type { Site } from '../../domain/site.ts';
import type { StoredFacts, StoredKey, StoredVisitors } from '../../privacy/audit/facts.ts';
import type { SqliteDatabase } from '../sqlite/open-database.ts';
import { readAnonymousRows } from './read-anonymous-rows.ts';
import { describeColumns, findPersonalTexts, readColumns, type StoredColumn } from './read-schema.ts';

export interface StoredAsked {
  site: Pick<Site, 'id' | 'profile' | 'timezone'>;
  /** Days since 1970-01-01; -Infinity when days are kept for good. */
  firstDayKept: number;
  /** UTC ms: receipts from before it have no key any more (`receiptBounds`). */
  detachBefore: number;
}

/** The deletion runs once a day. */
const RETENTION_SLACK_MS = 2 * 86_400_000;
/** Tables whose days have a time of their own, and nothing of visitors. */
const OTHER_DAYS = new Set(['day_key_log', 'instrument_carries']);

/** @param db events.db with app.db attached as `app` */
export function readStoredFacts(db: SqliteDatabase, { site, firstDayKept, detachBefore }: StoredAsked): StoredFacts {
  const { id: siteId } = site;
  const columns = readColumns(db);
  const lastRun = db.prepare<[string], number>('SELECT done_at FROM app.last_runs WHERE job = ?').pluck();
  return {
    ...describeColumns(columns),
    ...readAddresses(db, siteId),
    personalTexts: findPersonalTexts(db, columns, siteId),
    anonymous: readAnonymousRows(db, siteId, site.profile === 'exempt'),
    visitors: readVisitors(db, siteId, firstDayKept, detachBefore),
    oldestDay: readOldestDay(db, columns, siteId),
    keys: db
      .prepare<[string, number], StoredKey>(
        `SELECT k.day, coalesce(i.time_zone, ?) AS timeZone, k.level, k.destroyed_at AS destroyedAt, k.ending
        FROM day_key_log k LEFT JOIN instrument_days i ON i.site_id = k.site_id AND i.day = k.day
        WHERE k.site_id = ? ORDER BY k.day DESC, k.created_at DESC`,
      )
      .all(site.timezone, siteId),
    newestLevel:
      db
        .prepare<[number], { day: number; level: AnonymousLevel }>(
          'SELECT day, level FROM instrument_days WHERE site_id = ? ORDER BY day DESC LIMIT 1',
        )
        .get(siteId) ?? null,
    newestDateFlag:
      db.prepare<[number], number>('SELECT max(day) FROM date_flag_days WHERE site_id = ?').pluck().get(siteId) ?? null,
    retainedAt: lastRun.get('retention') ?? null,
    recordExportedAt: lastRun.get(`record of site ${siteId}`) ?? null,
    siteKeys: db
      .prepare<[], StoredFacts['siteKeys']>(
        `SELECT count(*) AS sites, count(DISTINCT identifier_key) AS different,
        coalesce(min(length(identifier_key)), 32) AS shortest FROM app.sites`,
      )
      .get() ?? { sites: 0, different: 0, shortest: 0 },
  };
}

function readAddresses(
  db: SqliteDatabase,
  siteId: number,
): Pick<StoredFacts, 'clickIdentifiers' | 'campaignPages' | 'fineVersions'> {
  const found = { clickIdentifiers: 0, campaignPages: 0, fineVersions: 0 };
  const terms = db.prepare<[number], { kind: string; text: string }>(
    `SELECT kind, text FROM terms WHERE site_id = ? AND kind IN ('page', 'referrer', 'browser_version')`,
  );
  for (const { kind, text } of terms.iterate(siteId)) {
    if (kind === 'browser_version') {
      if (!/^\d{1,4}$/.test(text)) found.fineVersions += 1;
      continue;
    }
    const names = [...new URLSearchParams(text.split('?')[1] ?? '').keys()].map((name) => name.toLowerCase());
    if (names.some((name) => CLICK_IDENTIFIERS.has(name))) found.clickIdentifiers += 1;
    if (kind === 'page' && names.some((name) => name.startsWith('utm_'))) found.campaignPages += 1;
  }
  return found;
}

function readVisitors(db: SqliteDatabase, siteId: number, firstDayKept: number, detachBefore: number): StoredVisitors {
  const known = db
    .prepare<[number, number], Pick<StoredVisitors, 'count' | 'longestDays' | 'outlived'>>(
      `SELECT count(*) AS count, coalesce(max(CASE WHEN first_day > 0 THEN last_day - first_day END), 0) AS longestDays,
      coalesce(sum(last_day < ?), 0) AS outlived FROM visitors WHERE site_id = ?`,
    )
    .get(firstDayKept, siteId) ?? { count: 0, longestDays: 0, outlived: 0 };
  // Imported events carry no receipts. Who was first seen on a day that an import may have brought could be of those.
  const proof = db
    .prepare<[number, number], Pick<StoredVisitors, 'withoutReceipt' | 'importedWithoutReceipt'>>(
      `WITH imported AS (
        SELECT coalesce(max(coalesce(finished_at, started_at)) / 86400000 + 1, -1) AS day
        FROM imports WHERE site_id = ? AND kind = 'events')
      SELECT coalesce(sum(v.first_day > imported.day), 0) AS withoutReceipt,
        coalesce(sum(v.first_day <= imported.day), 0) AS importedWithoutReceipt
      FROM visitors v, imported WHERE v.site_id = ? AND NOT EXISTS (SELECT 1 FROM app.consent_receipts r
        WHERE r.site_id = v.site_id AND r.visitor_key = v.key AND r.action = 'accepted')`,
    )
    .get(siteId, siteId) ?? { withoutReceipt: 0, importedWithoutReceipt: 0 };
  const outlivedReceipts = db
    .prepare<[number, number], number>(
      'SELECT count(*) FROM app.consent_receipts WHERE site_id = ? AND visitor_key IS NOT NULL AND at < ?',
    )
    .pluck()
    .get(siteId, detachBefore - RETENTION_SLACK_MS);
  return { ...known, ...proof, outlivedReceipts: outlivedReceipts ?? 0 };
}

function readOldestDay(db: SqliteDatabase, columns: readonly StoredColumn[], siteId: number): number | null {
  const has = (table: string, name: string) =>
    columns.some((each) => each.schema === 'main' && each.table === table && each.column === name);
  const tables = new Set(columns.map(({ table }) => table));
  const days = [...tables]
    .filter((table) => has(table, 'site_id') && has(table, 'day') && !OTHER_DAYS.has(table))
    .map((table) =>
      db.prepare<[number], number | null>(`SELECT min(day) FROM ${table} WHERE site_id = ?`).pluck().get(siteId),
    )
    .filter((day) => typeof day === 'number');
  return days.length === 0 ? null : Math.min(...days);
}
