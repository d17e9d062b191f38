/** Proof of consent in app.db: one per yes, without a key after an erasure, gone in time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AcceptedEvent } from '../../src/domain/event.ts';
import { receiptBounds } from '../../src/privacy/receipt-bounds.ts';
import { ReceiptRepository } from '../../src/store/sqlite/app/receipt-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase, type SqliteDatabase } from '../../src/store/sqlite/open-database.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';

const KEY = '00112233445566778899aabbccddeeff';
const AT = Date.parse('2026-03-10T10:20:30.400Z');
const SITE = 1;
let folder: string;
let db: SqliteDatabase;
let receipts: ReceiptRepository;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passant-receipts-'));
  db = openDatabase(join(folder, 'app.db'));
  migrate(db, join(MIGRATIONS_DIR, 'app'));
  db.exec(
    "INSERT INTO sites (id, domain, settings, identifier_key, created_at) VALUES (1, 'example.org', '{}', x'00', 0)",
  );
  receipts = new ReceiptRepository(db);
});
afterEach(() => {
  receipts.close();
  rmSync(folder, { recursive: true });
});

function accepted(more: Partial<AcceptedEvent> = {}): AcceptedEvent {
  const event = {
    ...{ siteId: SITE, at: AT, consentAction: 'accepted', proof: { text: '1-fr', banner: 'b-1', adapter: 'cookie' } },
    who: { mode: 'identified', key: KEY, hashes: null, level: 'visits' },
    ...more,
  };
  return event as AcceptedEvent;
}

function rows(): { action: string; at: number; keyed: number }[] {
  const sql = 'SELECT action, at, visitor_key IS NOT NULL AS keyed FROM consent_receipts ORDER BY id';
  return db.prepare<[], { action: string; at: number; keyed: number }>(sql).all();
}

const MINUTE = Date.parse('2026-03-10T10:20:00Z');
const WITHDRAWAL = { action: 'withdrawn', at: MINUTE, text: '', banner: '', adapter: 'script' } as const;

describe('a receipt', () => {
  it('is kept of each yes, with its minute and versions; the same message twice is one', () => {
    receipts.keepAccepted([accepted(), accepted()]);
    receipts.keepAccepted([accepted({ at: AT + 10_000 })]);
    expect(receipts.list(SITE, KEY)).toEqual([
      { action: 'accepted', at: MINUTE, text: '1-fr', banner: 'b-1', adapter: 'cookie' },
    ]);
  });

  it.each([
    ['of an answer without an identifier', accepted({ who: { mode: 'uncounted' } })],
    ['of a refusal', accepted({ consentAction: 'refused' })],
    ['of a site that has gone', accepted({ siteId: 9 })],
  ])('is not kept %s', (_what, event) => {
    receipts.keepAccepted([event]);
    expect(rows()).toEqual([]);
  });

  it('loses its key with an erasure, in every file, and a withdrawal adds one without', () => {
    receipts.keepAccepted([accepted()]);
    const needles = [{ name: 'key', bytes: Buffer.from(KEY, 'hex') }, ...needlesFor(KEY)];
    expect(search(readFiles(folder), needles).length).toBeGreaterThan(0);
    expect(receipts.detach(SITE, KEY, WITHDRAWAL, false)).toBe(true);
    expect(receipts.emptyLog()).toBe(true);
    expect(search(readFiles(folder), needles)).toEqual([]);
    expect(rows()).toEqual([
      { action: 'accepted', at: MINUTE, keyed: 0 },
      { action: 'withdrawn', at: MINUTE, keyed: 0 },
    ]);
    expect(receipts.detach(SITE, KEY, WITHDRAWAL, false)).toBe(false); // nobody known: nothing is added
    expect(rows()).toHaveLength(2);
  });

  it('keeps its key while rows of the identifier can exist, then five years without', () => {
    const kept = { retentionMonths: 25, timezone: 'UTC' };
    const monthsLater = (months: number) => AT + months * 30.44 * 86_400_000;
    const retain = (now: number) => {
      const { detachBefore, removeBefore } = receiptBounds(kept, now);
      receipts.retain(SITE, detachBefore, removeBefore);
    };
    receipts.keepAccepted([accepted()]);
    retain(monthsLater(37.5)); // the last day of the identifier is 24 months old
    expect(rows()).toMatchObject([{ keyed: 1 }]);
    retain(monthsLater(39));
    expect(rows()).toMatchObject([{ keyed: 0 }]);
    retain(monthsLater(59));
    expect(rows()).toHaveLength(1);
    retain(monthsLater(61));
    expect(rows()).toEqual([]);
  });

  it('keeps its key for good where events are kept for good', () => {
    receipts.keepAccepted([accepted()]);
    const { detachBefore, removeBefore } = receiptBounds({ retentionMonths: null, timezone: 'UTC' }, AT * 2);
    receipts.retain(SITE, detachBefore, removeBefore);
    expect(rows()).toMatchObject([{ keyed: 1 }]);
  });
});
