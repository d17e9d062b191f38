/** Erases an identified visitor from rows and columns: what was counted stays counted, of nobody. In the caller's transaction. */
import { UNATTRIBUTED } from '../../../count/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';
import type { DaySealer } from './day-sealer.ts';

const KINDS = { prop_key: 'key', prop_value: 'value' } as const;

/** @param touched is told of every day that changes. @returns texts that nobody else had said, and that are gone too */
export function eraseVisitor(
  db: SqliteDatabase,
  sealer: DaySealer,
  { siteId, visitor }: { siteId: number; visitor: number },
  touched: (day: number) => void,
): number {
  for (const day of sealer.sealed.listDays(siteId)) {
    if (!isOnSealedDay(sealer, siteId, day, visitor)) continue;
    // Late rows of a visit may belong to a day-visitor among the columns: they are merged first.
    sealer.seal({ siteId, day });
    eraseFromColumns(sealer, siteId, day, visitor);
    touched(day);
  }
  eraseFromRows(db, siteId, visitor, touched);
  db.prepare('DELETE FROM visitors WHERE site_id = ? AND id = ?').run(siteId, visitor);
  return removeUnusedTerms(db, sealer, siteId);
}

function isOnSealedDay({ sealed }: DaySealer, siteId: number, day: number, visitor: number): boolean {
  const people = sealed.find(siteId, day)?.people ?? 0;
  return sealed.readValues({ siteId, day, part: 'people', column: 'visitor' }, people).includes(visitor);
}

function eraseFromColumns(sealer: DaySealer, siteId: number, day: number, visitor: number): void {
  const { sealed } = sealer;
  const holds = sealed.find(siteId, day);
  if (holds === null) return;
  const [ordinals, visitors, strata, hashes, returned] = sealer.readPart(siteId, day, 'people', holds.people);
  if (!ordinals || !visitors || !strata || !hashes || !returned) return;
  const erased = new Set<number>();
  for (const [index, ordinal] of ordinals.entries()) {
    if (visitors[index] !== visitor) continue;
    visitors[index] = UNATTRIBUTED;
    returned[index] = 0;
    erased.add(ordinal);
  }
  sealer.writePart(siteId, day, 'people', [ordinals, visitors, strata, hashes, returned]);
  if (holds.properties === 0) return;

  const valuesOf = (part: 'visits' | 'events', column: string) =>
    sealed.readValues({ siteId, day, part, column }, holds[part]);
  const ordinalOf = pairs(valuesOf('visits', 'visit'), valuesOf('visits', 'ordinal'));
  const visitOf = pairs(valuesOf('events', 'event'), valuesOf('events', 'visit'));
  const properties = sealer.readPart(siteId, day, 'properties', holds.properties);
  const isKept = (event: number) => !erased.has(ordinalOf.get(visitOf.get(event) ?? 0) ?? 0);
  const kept = [...(properties[0] ?? [])].map(isKept);
  const left = properties.map((column) => column.filter((_value, index) => kept[index]));
  sealer.writePart(siteId, day, 'properties', left);
  sealed.save(siteId, day, { ...holds, properties: left[0]?.length ?? 0 });
}

function eraseFromRows(db: SqliteDatabase, siteId: number, visitor: number, touched: (day: number) => void): void {
  const days = db
    .prepare<[number, number], { day: number; ordinal: number }>(
      'SELECT day, ordinal FROM people WHERE site_id = ? AND visitor = ?',
    )
    .all(siteId, visitor);
  const dropProperties = db.prepare(`DELETE FROM event_properties WHERE site_id = ? AND day = ? AND event IN (
    SELECT e.event FROM events e JOIN visits v ON v.site_id = e.site_id AND v.day = e.day AND v.visit = e.visit
    WHERE e.site_id = ? AND e.day = ? AND v.ordinal = ?)`);
  const detach = db.prepare('UPDATE people SET visitor = ?, b = 0 WHERE site_id = ? AND day = ? AND ordinal = ?');
  for (const { day, ordinal } of days) {
    dropProperties.run(siteId, day, siteId, day, ordinal);
    detach.run(UNATTRIBUTED, siteId, day, ordinal);
    touched(day);
  }
}

/** What only this visitor had said is text of theirs. */
function removeUnusedTerms(db: SqliteDatabase, { sealed }: DaySealer, siteId: number): number {
  let removed = 0;
  for (const [kind, column] of Object.entries(KINDS)) {
    const used = new Set<number>(
      db
        .prepare<[number], number>(`SELECT DISTINCT ${column} FROM event_properties WHERE site_id = ?`)
        .pluck()
        .all(siteId),
    );
    for (const day of sealed.listDays(siteId)) {
      const length = sealed.find(siteId, day)?.properties ?? 0;
      for (const id of sealed.readValues({ siteId, day, part: 'properties', column }, length)) used.add(id);
    }
    const remove = db.prepare('DELETE FROM terms WHERE site_id = ? AND kind = ? AND id = ?');
    const known = db.prepare<[number, string], number>('SELECT id FROM terms WHERE site_id = ? AND kind = ?').pluck();
    for (const id of known.all(siteId, kind)) if (!used.has(id)) removed += remove.run(siteId, kind, id).changes;
  }
  return removed;
}

function pairs(keys: Float64Array, values: Float64Array): Map<number, number> {
  return new Map([...keys].map((key, index) => [key, values[index] ?? 0]));
}
