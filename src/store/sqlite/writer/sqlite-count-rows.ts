/** The counter's rows in events.db. Every statement is prepared once; numbers are bound, never computed in SQL. */

import {
  type Carry,
  type ConsentReport,
  type CountRows,
  type DayRow,
  type EventRow,
  type KnownVisitor,
  NO_CARRY,
  type Person,
  type Visit,
} from '../../../count/ports.ts';
import { CONSENT_STATES } from '../../../domain/consent.ts';
import { VISIT_DIMENSIONS, type VisitDimensions } from '../../../domain/event.ts';
import type { FirstOf } from '../../../domain/levels.ts';
import type { SqliteDatabase } from '../open-database.ts';
import { createConsentCounts } from './consent-counts.ts';
import type { DaySealer } from './day-sealer.ts';
import { createIdentifiedReader } from './read-identified.ts';
import type { TermDictionary } from './term-dictionary.ts';

interface IdentifiedRow {
  ordinal: number;
  visitor: number;
  s: number;
  h: number;
  b: 0 | 1;
}
interface VisitRow {
  visit: number;
  ordinal: number;
  started_at: number;
  last_at: number;
  pageviews: number;
  interactions: number;
  left_by_link: number;
  entry_host: string | null;
  entry_page: string | null;
  exit_host: string | null;
  exit_page: string | null;
}

const VISIT_COLUMNS = [
  ...['site_id', 'day', 'visit', 'ordinal', 'started_at', 'last_at'],
  ...['entry_host', 'entry_page', 'exit_host', 'exit_page', 'pageviews', 'interactions', 'left_by_link'],
  ...VISIT_DIMENSIONS,
];

export class SqliteCountRows implements CountRows {
  readonly #terms: TermDictionary;
  readonly #sealer: DaySealer;
  readonly #touched: (siteId: number, day: number) => void;
  readonly #readSealedIdentified;
  readonly #countConsent;
  readonly #sql;

  /**
   * @param sealer knows the days whose rows are columns: a day is written back as rows before one of them changes
   * @param touched is told of every site's day whose rows change, so that readers notice
   */
  constructor(
    db: SqliteDatabase,
    terms: TermDictionary,
    sealer: DaySealer,
    touched: (siteId: number, day: number) => void,
  ) {
    this.#terms = terms;
    this.#sealer = sealer;
    this.#touched = touched;
    this.#readSealedIdentified = createIdentifiedReader(db, sealer.sealed);
    this.#countConsent = createConsentCounts(db);
    this.#sql = prepare(db);
  }

  readDay(siteId: number, day: number): DayRow | null {
    const counters = this.#sql.readDay.get(siteId, day);
    const sealed = this.#sealer.sealed.find(siteId, day);
    const lastVisit = this.#sql.lastVisit.get(siteId, day) ?? sealed?.lastVisit ?? 0;
    const lastEvent = this.#sql.lastEvent.get(siteId, day) ?? sealed?.lastEvent ?? 0;
    const lastOrdinal = this.#sql.lastOrdinal.get(siteId, day) ?? sealed?.lastOrdinal ?? 0;
    if (!counters && lastEvent === 0 && lastVisit === 0) return null;
    return {
      siteId,
      day,
      timeZone: counters?.time_zone ?? 'UTC',
      level: counters?.level ?? 'visits',
      parts: counters?.parts ?? 0,
      keyCommitment: counters?.key_commitment ?? null,
      ...{
        o: counters?.o ?? 0,
        s: counters?.s ?? 0,
        x: counters?.x ?? 0,
        y: counters?.y ?? 0,
        z: counters?.z ?? 0,
        fresh: counters?.fresh ?? 0,
        returned: counters?.returned ?? 0,
      },
      ...{ lastVisit, lastEvent, lastOrdinal },
      anonymous: counters?.anonymous ?? 0,
      partAnonymous: this.#sql.readPart.get(siteId, day, counters?.parts ?? 0) ?? 0,
    };
  }

  saveDay(day: DayRow): void {
    const { siteId, parts } = day;
    this.#touched(siteId, day.day);
    const { timeZone, level, keyCommitment, o, s, x, y, z, fresh, returned, anonymous } = day;
    this.#sql.saveDay.run(
      siteId,
      day.day,
      timeZone,
      level,
      parts,
      keyCommitment,
      o,
      s,
      x,
      y,
      z,
      fresh,
      returned,
      anonymous,
    );
    if (parts > 0 && keyCommitment !== null) this.#sql.savePart.run(siteId, day.day, parts, day.partAnonymous);
  }

  readCarry(siteId: number): Carry {
    return this.#sql.readCarry.get(siteId) ?? NO_CARRY;
  }

  saveCarry(siteId: number, carry: Carry): void {
    this.#sql.saveCarry.run(siteId, carry.o, carry.x, carry.y, carry.z, carry.day);
  }

  findVisitor(siteId: number, key: string): KnownVisitor | null {
    return this.#sql.findVisitor.get(siteId, Buffer.from(key, 'hex')) ?? null;
  }

  insertVisitor(siteId: number, key: string, day: number): number {
    const id = this.#sql.nextVisitor.get(siteId);
    if (id === undefined) throw new Error('the visitor sequence gave no number');
    this.#sql.insertVisitor.run(siteId, id, Buffer.from(key, 'hex'), day, day);
    return id;
  }

  touchVisitor(siteId: number, id: number, day: number): void {
    this.#sql.touchVisitor.run(day, siteId, id);
  }

  readIdentified(siteId: number, day: number): { person: Person; visit: Visit | null }[] {
    const sealed = this.#readSealedIdentified(siteId, day);
    if (sealed !== null) return sealed;
    const visits = new Map<number, Visit>();
    for (const row of this.#sql.identifiedVisits.all(siteId, day)) visits.set(row.ordinal, visitOf(siteId, day, row));
    return this.#sql.identified
      .all(siteId, day)
      .map((person) => ({ person, visit: visits.get(person.ordinal) ?? null }));
  }

  savePerson(siteId: number, day: number, person: Person): void {
    this.#touched(siteId, day);
    if (person.ordinal <= (this.#sealer.sealed.find(siteId, day)?.lastOrdinal ?? 0))
      this.#sealer.unseal({ siteId, day });
    this.#sql.savePerson.run(siteId, day, person.ordinal, person.visitor, person.s, person.h, person.b);
  }

  insertVisit(visit: Visit, dimensions: VisitDimensions): void {
    const { siteId, day } = visit;
    this.#touched(siteId, day);
    const term = (kind: string, text: string) => this.#terms.idOf(siteId, kind, text);
    const host = term('host', visit.entryHost);
    const page = term('page', visit.entryPage);
    this.#sql.insertVisit.run(
      ...[siteId, day, visit.visit, visit.ordinal, visit.startedAt, visit.lastAt, host, page, host, page],
      ...[visit.pageviews, visit.interactions, Number(visit.leftByLink)],
      ...VISIT_DIMENSIONS.map((name) => term(name, dimensions[name])),
    );
  }

  updateVisit(visit: Visit): void {
    const { siteId, day } = visit;
    this.#touched(siteId, day);
    const term = (kind: string, text: string) => this.#terms.idOf(siteId, kind, text);
    const values = [
      ...[visit.startedAt, visit.lastAt, term('host', visit.entryHost), term('page', visit.entryPage)],
      ...[term('host', visit.exitHost), term('page', visit.exitPage), visit.pageviews, visit.interactions],
      ...[siteId, day, visit.visit],
    ];
    const { changes } = this.#sql.updateVisit.run(...values);
    if (changes === 0 && this.#sealer.unseal({ siteId, day })) this.#sql.updateVisit.run(...values);
  }

  markLeftByLink(siteId: number, day: number, host: string, path: string): void {
    this.#touched(siteId, day);
    const find = () =>
      this.#sql.unmarkedVisit.get(
        ...([siteId, day, this.#terms.idOf(siteId, 'host', host), this.#terms.idOf(siteId, 'page', path)] as const),
      );
    const visit = find() ?? (this.#sealer.unseal({ siteId, day }) ? find() : undefined);
    if (visit !== undefined) this.#sql.markVisit.run(siteId, day, visit);
  }

  insertEvent(event: EventRow): void {
    const { siteId, day } = event;
    this.#touched(siteId, day);
    const term = (kind: string, text: string) => this.#terms.idOf(siteId, kind, text);
    this.#sql.insertEvent.run(
      ...[siteId, day, event.event, event.visit, event.at],
      ...[term('name', event.name), term('host', event.host), term('page', event.path)],
      ...[CONSENT_STATES.indexOf(event.consent), event.engagedMs, event.scrollDepth],
      ...[event.revenue ? term('currency', event.revenue.currency) : 0, event.revenue?.amount ?? null],
    );
    for (const [key, value] of Object.entries(event.props ?? {})) {
      this.#sql.insertProperty.run(siteId, day, event.event, term('prop_key', key), term('prop_value', value));
    }
  }

  countConsent(report: ConsentReport): void {
    this.#touched(report.siteId, report.day);
    this.#countConsent(report);
  }

  countFirst(siteId: number, day: number, firstOf: FirstOf): void {
    this.#touched(siteId, day);
    const [d, w, m] = ['d', 'w', 'm'].map((letter) => BigInt(firstOf.includes(letter)));
    this.#sql.countFirst.run(siteId, day, d, w, m);
  }
}

function visitOf(siteId: number, day: number, row: VisitRow): Visit {
  return {
    ...{ siteId, day, visit: row.visit, ordinal: row.ordinal, startedAt: row.started_at, lastAt: row.last_at },
    ...{ entryHost: row.entry_host ?? '', entryPage: row.entry_page ?? '' },
    ...{ exitHost: row.exit_host ?? '', exitPage: row.exit_page ?? '' },
    ...{ pageviews: row.pageviews, interactions: row.interactions, leftByLink: row.left_by_link === 1 },
  };
}

interface CounterRow {
  time_zone: string;
  level: string;
  parts: number;
  key_commitment: string | null;
  o: number;
  s: number;
  x: number;
  y: number;
  z: number;
  fresh: number;
  returned: number;
  anonymous: number;
}

function prepare(db: SqliteDatabase) {
  const onDay = 'site_id = ? AND day = ?';
  const number = <P extends unknown[]>(sql: string) => db.prepare<P, number>(sql).pluck();
  const text = (kind: string, column: string) =>
    `(SELECT text FROM terms WHERE site_id = v.site_id AND kind = '${kind}' AND id = v.${column}) AS ${column}`;
  return {
    readDay: db.prepare<[number, number], CounterRow>(`SELECT * FROM instrument_days WHERE ${onDay}`),
    lastVisit: number<[number, number]>(`SELECT visit FROM visits WHERE ${onDay} ORDER BY visit DESC LIMIT 1`),
    lastEvent: number<[number, number]>(`SELECT event FROM events WHERE ${onDay} ORDER BY event DESC LIMIT 1`),
    lastOrdinal: number<[number, number]>(`SELECT ordinal FROM people WHERE ${onDay} ORDER BY ordinal DESC LIMIT 1`),
    readPart: number<[number, number, number]>(`SELECT anonymous FROM instrument_parts WHERE ${onDay} AND part = ?`),
    saveDay: db.prepare(`INSERT OR REPLACE INTO instrument_days
      (site_id, day, time_zone, level, parts, key_commitment, o, s, x, y, z, fresh, returned, anonymous)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    savePart: db.prepare('INSERT OR REPLACE INTO instrument_parts (site_id, day, part, anonymous) VALUES (?, ?, ?, ?)'),
    readCarry: db.prepare<[number], Carry>('SELECT o, x, y, z, day FROM instrument_carries WHERE site_id = ?'),
    saveCarry: db.prepare(
      'INSERT OR REPLACE INTO instrument_carries (site_id, o, x, y, z, day) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    findVisitor: db.prepare<[number, Buffer], KnownVisitor>(
      'SELECT id, last_day AS lastDay FROM visitors WHERE site_id = ? AND key = ?',
    ),
    nextVisitor: number<[number]>(`INSERT INTO visitor_sequences (site_id, last_id) VALUES (?, 1)
      ON CONFLICT DO UPDATE SET last_id = last_id + 1 RETURNING last_id`),
    insertVisitor: db.prepare('INSERT INTO visitors (site_id, id, key, first_day, last_day) VALUES (?, ?, ?, ?, ?)'),
    touchVisitor: db.prepare('UPDATE visitors SET last_day = ? WHERE site_id = ? AND id = ?'),
    identified: db.prepare<[number, number], IdentifiedRow>(
      `SELECT ordinal, visitor, s, h, b FROM people WHERE ${onDay} AND visitor > 0 ORDER BY ordinal DESC`,
    ),
    identifiedVisits: db.prepare<
      [number, number],
      VisitRow
    >(`SELECT v.visit, v.ordinal, v.started_at, v.last_at, v.pageviews,
      v.interactions, v.left_by_link, ${text('host', 'entry_host')}, ${text('page', 'entry_page')},
      ${text('host', 'exit_host')}, ${text('page', 'exit_page')}
      FROM visits v JOIN people p ON p.site_id = v.site_id AND p.day = v.day AND p.ordinal = v.ordinal AND p.visitor > 0
      WHERE v.site_id = ? AND v.day = ? ORDER BY v.visit`),
    savePerson: db.prepare(
      'INSERT OR REPLACE INTO people (site_id, day, ordinal, visitor, s, h, b) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    insertVisit: db.prepare(
      `INSERT INTO visits (${VISIT_COLUMNS.join(', ')}) VALUES (${VISIT_COLUMNS.map(() => '?').join(', ')})`,
    ),
    updateVisit:
      db.prepare(`UPDATE visits SET started_at = ?, last_at = ?, entry_host = ?, entry_page = ?, exit_host = ?, exit_page = ?,
      pageviews = ?, interactions = ? WHERE ${onDay} AND visit = ?`),
    unmarkedVisit: number<[number, number, number, number]>(`SELECT visit FROM visits
      WHERE ${onDay} AND ordinal = 0 AND left_by_link = 0 AND entry_host = ? AND entry_page = ? ORDER BY visit DESC LIMIT 1`),
    markVisit: db.prepare(`UPDATE visits SET left_by_link = 1 WHERE ${onDay} AND visit = ?`),
    insertEvent: db.prepare(`INSERT INTO events
      (site_id, day, event, visit, at, name, host, page, consent, engaged_ms, scroll_depth, currency, amount)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    insertProperty: db.prepare('INSERT INTO event_properties (site_id, day, event, key, value) VALUES (?, ?, ?, ?, ?)'),
    countFirst: db.prepare(`INSERT INTO date_flag_days (site_id, day, d, w, m) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET d = d + excluded.d, w = w + excluded.w, m = m + excluded.m`),
  };
}
