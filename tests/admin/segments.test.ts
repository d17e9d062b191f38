/** Segments are saved once under a name, changed, removed, and refused with every mistake. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Segments } from '../../src/admin/segments.ts';
import { AppError } from '../../src/domain/errors.ts';
import { checkSegmentFilters } from '../../src/stats/parse-filters.ts';
import { SegmentRepository } from '../../src/store/sqlite/app/segment-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase, type SqliteDatabase } from '../../src/store/sqlite/open-database.ts';
import { createFolder, removeFolder } from '../support/service.ts';

const FRENCH = [['is', 'visit:country', ['FR']]];
let folder: string;
let db: SqliteDatabase;
let segments: Segments;

beforeEach(() => {
  folder = createFolder();
  db = openDatabase(`${folder}/app.db`);
  migrate(db, `${MIGRATIONS_DIR}/app`);
  for (const [id, domain] of ['a.example', 'b.example'].entries())
    db.prepare('INSERT INTO sites (id, domain, settings, identifier_key, created_at) VALUES (?, ?, ?, ?, 0)').run(
      ...([BigInt(id + 1), domain, '{}', Buffer.alloc(32)] as const),
    );
  segments = new Segments({ store: new SegmentRepository(db), checkFilters: checkSegmentFilters, now: () => 0 });
});

afterEach(() => {
  db.close();
  removeFolder(folder);
});

function refusal(work: () => unknown): [code: string, paths: string[]] | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, error.details.map(({ path }) => path)];
  }
}

describe('a segment', () => {
  it('is listed by its name, on its own site only', () => {
    const second = segments.add(1, { name: ' Readers ', filters: FRENCH });
    const first = segments.add(1, { name: 'Buyers', filters: FRENCH });
    expect(second).toEqual({ id: 1, name: 'Readers', filters: FRENCH });
    expect(segments.list(1)).toEqual([first, second]);
    expect(segments.list(2)).toEqual([]);
  });

  it('has a name of its own in its site', () => {
    segments.add(1, { name: 'Readers', filters: FRENCH });
    const other = segments.add(1, { name: 'Others', filters: FRENCH });
    expect(refusal(() => segments.add(1, { name: 'Readers', filters: FRENCH }))).toEqual(['conflict', []]);
    expect(refusal(() => segments.change(1, other.id, { name: 'Readers' }))).toEqual(['conflict', []]);
    expect(refusal(() => segments.add(2, { name: 'Readers', filters: FRENCH }))).toBe(null);
  });

  it('takes another name and other filters, and keeps what is not said', () => {
    const { id } = segments.add(1, { name: 'Readers', filters: FRENCH });
    expect(segments.change(1, id, { name: 'French' })).toEqual({ id, name: 'French', filters: FRENCH });
    const filters = [['is', 'visit:device', ['mobile']]];
    expect(segments.change(1, id, { filters })).toEqual({ id, name: 'French', filters });
    expect(segments.list(1)).toEqual([{ id, name: 'French', filters }]);
  });

  it('is out of reach of another site', () => {
    const { id } = segments.add(1, { name: 'Readers', filters: FRENCH });
    expect(refusal(() => segments.change(2, id, { name: 'Mine' }))).toEqual(['not_found', []]);
    expect(refusal(() => segments.remove(2, id))).toEqual(['not_found', []]);
    segments.remove(1, 'Readers');
    expect(refusal(() => segments.remove(1, id))).toEqual(['not_found', []]);
  });

  it.each<[string, unknown, unknown, string[]]>([
    ['no name', ' \u202e', FRENCH, ['name']],
    ['a long name', 'x'.repeat(81), FRENCH, ['name']],
    ['no filter', 'a', [], ['filters']],
    ['no list', 'a', 'all', ['filters']],
    [
      'all at once',
      7,
      [
        ['is', 'visit:planet', ['x']],
        ['matches', 'event:page', ['(']],
      ],
      ['name', 'filters[0][1]', 'filters[1][2][0]'],
    ],
    ['another segment', 'a', [['is', 'segment', ['b']]], ['filters[0][1]']],
    ['another segment inside', 'a', [['not', ['is', 'segment', ['b']]]], ['filters[0][1][1]']],
  ])('is refused with %s', (_what, name, filters, paths) => {
    expect(refusal(() => segments.add(1, { name, filters }))).toEqual(['invalid', paths]);
  });

  it('is one of 200 at most', () => {
    for (let count = 0; count < 200; count++) segments.add(1, { name: `n${count}`, filters: FRENCH });
    expect(refusal(() => segments.add(1, { name: 'one more', filters: FRENCH }))).toEqual(['conflict', []]);
  });
});
