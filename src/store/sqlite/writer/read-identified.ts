/** The identified day-visitors of a day that is sealed, columns and late rows together, each with its newest visit. */
import type { Person, Visit } from '../../../count/ports.ts';
import { PARTS } from '../../segments/parts.ts';
import type { SqliteDatabase } from '../open-database.ts';
import type { SealedDays } from '../sealed-days.ts';

type Values = Record<string, number>;

const PERSON = ['ordinal', 'visitor', 's', 'h', 'b'];
const VISIT = PARTS.visits.columns.slice(0, 11);

/** Prepares the statements once. @returns null for a day that is not sealed */
export function createIdentifiedReader(
  db: SqliteDatabase,
  sealed: SealedDays,
): (siteId: number, day: number) => { person: Person; visit: Visit | null }[] | null {
  const onDay = 'WHERE site_id = ? AND day = ?';
  const latePeople = db.prepare<[number, number], Values>(`SELECT ${PERSON.join(', ')} FROM people ${onDay}`);
  const lateVisits = db.prepare<[number, number], Values>(`SELECT ${VISIT.join(', ')} FROM visits ${onDay}`);
  const term = db
    .prepare<[number, string, number], string>('SELECT text FROM terms WHERE site_id = ? AND kind = ? AND id = ?')
    .pluck();

  return (siteId, day) => {
    const holds = sealed.find(siteId, day);
    if (holds === null) return null;
    const read = (part: 'people' | 'visits', names: readonly string[]): Values[] => {
      const columns = names.map((column) => sealed.readValues({ siteId, day, part, column }, holds[part]));
      return Array.from({ length: holds[part] }, (_, index) =>
        Object.fromEntries(names.map((name, position) => [name, columns[position]?.[index] ?? 0])),
      );
    };
    const people = [...read('people', PERSON), ...latePeople.all(siteId, day)].filter(({ visitor = 0 }) => visitor > 0);
    const ordinals = new Set(people.map(({ ordinal }) => ordinal));
    const visits = new Map<number, Values>();
    for (const visit of [...read('visits', VISIT), ...lateVisits.all(siteId, day)])
      if (ordinals.has(visit.ordinal ?? 0)) visits.set(visit.ordinal ?? 0, visit);
    const text = (kind: string, id = 0) => term.get(siteId, kind, id) ?? '';
    return people.reverse().map(({ ordinal = 0, visitor = 0, s = 0, h = 0, b }) => {
      const visit = visits.get(ordinal);
      return {
        person: { ordinal, visitor, s, h, b: b === 1 ? 1 : 0 },
        visit: visit === undefined ? null : visitOf(siteId, day, visit, text),
      };
    });
  };
}

function visitOf(siteId: number, day: number, row: Values, text: (kind: string, id?: number) => string): Visit {
  const {
    visit = 0,
    ordinal = 0,
    started_at: startedAt = 0,
    last_at: lastAt = 0,
    pageviews = 0,
    interactions = 0,
  } = row;
  return {
    ...{ siteId, day, visit, ordinal, startedAt, lastAt, pageviews, interactions, leftByLink: row.left_by_link === 1 },
    ...{ entryHost: text('host', row.entry_host), entryPage: text('page', row.entry_page) },
    ...{ exitHost: text('host', row.exit_host), exitPage: text('page', row.exit_page) },
  };
}
