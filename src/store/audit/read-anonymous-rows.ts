/** Looks at every stored row of visitors without consent, sealed or not, for what must not be there. */
import { CONSENT, ENGAGEMENT, PAGEVIEW } from '../../domain/event.ts';
import type { AnonymousRows } from '../../privacy/audit/facts.ts';
import { PARTS, type PartName } from '../segments/parts.ts';
import type { SqliteDatabase } from '../sqlite/open-database.ts';
import { SealedDays } from '../sqlite/sealed-days.ts';

const CAMPAIGN = ['channel', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'] as const;
const BUILT_IN: readonly string[] = [PAGEVIEW, ENGAGEMENT, CONSENT];

/** @param isExempt only then is it looked at what the profile exempt excludes */
export function readAnonymousRows(db: SqliteDatabase, siteId: number, isExempt: boolean): AnonymousRows {
  const read = createDayReader(db, siteId);
  const terms = db.prepare<[number, string], { id: number; text: string }>(
    'SELECT id, text FROM terms WHERE site_id = ? AND kind = ?',
  );
  const textsOf = (kind: string) => new Map(terms.all(siteId, kind).map(({ id, text }) => [id, text]));
  const [referrers, names] = [textsOf('referrer'), textsOf('name')];
  const found = { campaigns: 0, fullReferrers: 0, properties: 0, linked: 0 };
  const kinds = new Set<string>();
  const days = db.prepare<[number], number>('SELECT day FROM day_changes WHERE site_id = ?').pluck().all(siteId);
  for (const day of days) {
    const people = read(day, 'people', ['ordinal', 'visitor', 'h', 'b']);
    const known = new Set<number>();
    people.ordinal.forEach((ordinal, row) => {
      if (people.visitor[row] !== 0) known.add(ordinal);
      else if (people.h[row] !== 1 || people.b[row] !== 0) found.linked += 1;
    });
    if (!isExempt) continue;
    const anonymousVisits = new Set<number>([0]);
    const visits = read(day, 'visits', ['visit', 'ordinal', 'referrer', ...CAMPAIGN]);
    visits.visit.forEach((visit, row) => {
      if (known.has(visits.ordinal[row] ?? 0)) return;
      anonymousVisits.add(visit);
      if (CAMPAIGN.some((column) => visits[column][row] !== 0)) found.campaigns += 1;
      if (referrers.get(visits.referrer[row] ?? 0)?.includes('/') === true) found.fullReferrers += 1;
    });
    const events = read(day, 'events', ['event', 'visit', 'name', 'amount']);
    const withProperties = new Set(read(day, 'properties', ['event']).event);
    events.event.forEach((event, row) => {
      if (!anonymousVisits.has(events.visit[row] ?? 0)) return;
      const kind = names.get(events.name[row] ?? 0) ?? '';
      if (!BUILT_IN.includes(kind)) kinds.add(kind);
      if (withProperties.has(event) || !Number.isNaN(events.amount[row])) found.properties += 1;
    });
  }
  return { ...found, kinds: [...kinds].sort() };
}

/** Columns of one part of a day by name, rows that came late behind those that are sealed; NULL as NaN. */
type DayReader = <N extends string>(day: number, part: PartName, names: readonly N[]) => Record<N, Float64Array>;

function createDayReader(db: SqliteDatabase, siteId: number): DayReader {
  const sealed = new SealedDays(db);
  return (day, part, names) => {
    const length = sealed.find(siteId, day)?.[part] ?? 0;
    const rows = db
      .prepare<[number, number], (number | null)[]>(
        `SELECT ${names.join(', ')} FROM ${PARTS[part].table} WHERE site_id = ? AND day = ?`,
      )
      .raw()
      .all(siteId, day);
    const read = (column: string, index: number) => {
      const values = new Float64Array(length + rows.length);
      if (length > 0) values.set(sealed.readValues({ siteId, day, part, column }, length));
      rows.forEach((row, at) => {
        values[length + at] = row[index] ?? Number.NaN;
      });
      return values;
    };
    return Object.fromEntries(names.map((name, index) => [name, read(name, index)])) as Record<
      (typeof names)[number],
      Float64Array
    >;
  };
}
