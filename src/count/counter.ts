/**
 * Decides what an accepted event is: whose, of which visit, and what it adds to the day's counts.
 * It runs inside the writer's transaction; `commit` and `rollback` make its memory follow the disk.
 * The rules are those of docs/how-we-count.md.
 */
import type { AcceptedEvent, DayHashes, Outcome } from '../domain/event.ts';
import { CONSENT, ENGAGEMENT, PAGEVIEW } from '../domain/event.ts';
import { Journal, JournaledMap } from '../lib/journal.ts';
import { DayMemory, type Mark, NO_MARK } from './day-memory.ts';
import { addToCounters } from './instrument.ts';
import type { CountRows, DayRow, InstrumentCounters, KnownVisitor, Person, Visit } from './ports.ts';
import { UNATTRIBUTED } from './ports.ts';
import { continuesVisit } from './visit-rules.ts';

/** A site's day that is about to receive its first event under a new key. */
export interface OpenedDay {
  siteId: number;
  day: number;
  level: string;
  timeZone: string;
  /** SHA-256 of the day's key; null below level `day`. */
  keyCommitment: string | null;
}

type Identified = Extract<AcceptedEvent['who'], { mode: 'identified' }>;
type Hashed = { hashes: DayHashes | null };
const MOST_HASHES = 3;

export class Counter {
  readonly #rows: CountRows;
  readonly #journal = new Journal();
  readonly #days: JournaledMap<string, DayRow>;
  readonly #memories = new Map<string, DayMemory>();
  readonly #visitors: JournaledMap<string, KnownVisitor>;
  /** The newest visit of each identified visitor. */
  readonly #visits: JournaledMap<string, Visit>;
  readonly #changedVisits = new Map<string, Visit>();
  readonly #changedDays = new Set<string>();

  constructor(rows: CountRows) {
    this.#rows = rows;
    this.#days = new JournaledMap(this.#journal);
    this.#visitors = new JournaledMap(this.#journal);
    this.#visits = new JournaledMap(this.#journal);
  }

  /** Starts a part of a day: the first one, or a further one after the key was lost. Identified visitors are read back. */
  openDay(opened: OpenedDay): void {
    const { siteId, day, level, timeZone, keyCommitment } = opened;
    this.#forgetBefore(siteId, day - 2);
    const isAfterRestart = !this.#memories.has(dayName(siteId, day));
    const known = this.#day(siteId, day, timeZone, level);
    const isNewPart = known.parts === 0 || (keyCommitment !== null && known.anonymous > 0);
    const parts = isNewPart ? known.parts + 1 : known.parts;
    this.#setDay({ ...known, parts, level, keyCommitment, partAnonymous: isNewPart ? 0 : known.partAnonymous });
    if (!isAfterRestart) return;
    this.#rereadIdentified(siteId, day);
    if (!this.#memories.has(dayName(siteId, day - 1))) this.#rereadIdentified(siteId, day - 1);
  }

  /** Forgets a day whose key has died, or is of no more use: hashes, marks and message ids. */
  forgetDay(siteId: number, day: number): void {
    this.#forgetBefore(siteId, day + 1);
  }

  #forgetBefore(siteId: number, day: number): void {
    const isOver = (name: string) => {
      const [site, its] = name.split(':');
      return Number(site) === siteId && Number(its) < day;
    };
    for (const name of this.#memories.keys()) if (isOver(name)) this.#memories.delete(name);
    for (const [name] of [...this.#days.entries()]) if (isOver(name)) this.#days.delete(name); // its counts are on disk
    for (const [name, visit] of [...this.#visits.entries()]) {
      // A visit of the last forgotten day may still be open, and with consent it needs no key.
      if (visit.siteId === siteId && visit.day < day - 1) this.#visits.delete(name);
    }
  }

  /** Counts one event. @returns what became of it. */
  count(event: AcceptedEvent): Outcome {
    const memory = this.#memory(event.siteId, event.day);
    const { messageId } = event;
    if (messageId !== null) {
      const known =
        memory.hasMessage(messageId) || this.#memories.get(dayName(event.siteId, event.day - 1))?.hasMessage(messageId);
      if (known) return { kept: false, reason: 'duplicate' };
      memory.rememberMessage(messageId);
    }
    const visit = this.#visitOf(event);
    if (event.consentAction !== null) this.#rows.countConsent(event.siteId, event.day, event.consentAction);
    if (event.name !== CONSENT) this.#keepEvent(event, visit);
    return { kept: true };
  }

  /**
   * Erases an identified visitor: the key is unknown from now on, rows already counted become unattributed.
   * @param eraseRows removes the visitor from the store's rows of all days
   */
  forgetVisitor(siteId: number, key: string, eraseRows: (visitor: number) => void): boolean {
    const known = this.#visitor(siteId, key);
    if (known === null) return false;
    eraseRows(known.id);
    this.#visitors.delete(`${siteId}:${key}`);
    this.#visits.delete(`${siteId}:${known.id}`);
    for (const [name, memory] of this.#memories) {
      if (name.startsWith(`${siteId}:`)) memory.people.delete(known.id);
    }
    return true;
  }

  /** Writes what the batch has changed; call before the transaction commits. */
  flush(): void {
    for (const visit of this.#changedVisits.values()) this.#rows.updateVisit(visit);
    for (const name of this.#changedDays) {
      const day = this.#days.get(name);
      if (day) this.#rows.saveDay(day);
    }
    this.#changedVisits.clear();
    this.#changedDays.clear();
  }

  /** The transaction is on disk. */
  commit(): void {
    this.#journal.commit();
  }

  /** The transaction failed: memory returns to what the disk holds. */
  rollback(): void {
    this.#changedVisits.clear();
    this.#changedDays.clear();
    this.#journal.rollback();
  }

  #visitOf(event: AcceptedEvent): Visit | null {
    switch (event.who.mode) {
      case 'identified':
        return this.#visitOfIdentified(event, event.who);
      case 'anonymous': {
        if (event.consentAction === 'withdrawn') this.#withdraw(event, event.who);
        return this.#visitOfAnonymous(event, event.who.hashes);
      }
      case 'unseen':
        return this.#visitOfUnseen(event, event.who.startsVisit);
      case 'uncounted':
        return null;
    }
  }

  #visitOfIdentified(event: AcceptedEvent, who: Identified): Visit | null {
    const { siteId, day, at } = event;
    const found = this.#visitor(siteId, who.key);
    const fresh = found === null;
    if (fresh && !startsVisit(event) && this.#openAnonymous(event, who.hashes) === null) return null;
    const visitor = found ?? this.#addVisitor(siteId, who.key, day);
    if (visitor.lastDay < day) this.#touchVisitor(siteId, who.key, visitor, day);

    const open = this.#visits.get(`${siteId}:${visitor.id}`);
    if (open && continuesVisit(open, at)) {
      if (open.day === day && startsVisit(event)) this.#personOfIdentified(event, who, visitor.id, false);
      return this.#continue(open, event, visitor.id);
    }
    if (fresh || event.consentAction === 'accepted') {
      const moved = this.#moveToIdentified(event, who, visitor.id, fresh);
      if (moved) return this.#continue(moved, event, visitor.id);
    }
    if (!startsVisit(event)) return null;

    const person = this.#personOfIdentified(event, who, visitor.id, fresh);
    const visit = this.#startVisit(event, person.ordinal);
    this.#visits.set(`${siteId}:${visitor.id}`, visit);
    return visit;
  }

  /** The day-visitor's row, with the hash booked for its first identified owner. */
  #personOfIdentified(event: AcceptedEvent, who: Identified, visitor: number, fresh: boolean): Person {
    const { siteId, day } = event;
    const memory = this.#memory(siteId, day);
    const known = memory.people.get(visitor);
    const person: Person = known ?? { ordinal: this.#nextOrdinal(siteId, day), visitor, s: event.stratum, h: 0, b: 0 };
    const booked = who.hashes ? this.#bookIdentifiedHash(event, who.hashes, person, fresh) : person;
    if (fresh) this.#add(siteId, day, { fresh: 1 });
    if (booked !== known) this.#savePerson(siteId, day, booked);
    return booked;
  }

  #bookIdentifiedHash(event: AcceptedEvent, hashes: DayHashes, person: Person, fresh: boolean): Person {
    const { siteId, day } = event;
    const { marks } = this.#memory(siteId, day);
    const mark = marks.get(hashes.today) ?? NO_MARK;
    if (mark.owner !== 0) return person;
    const before = this.#markOfYesterday(event, hashes);
    const countedS = before.owner === person.visitor;
    const countedX = fresh && before.owner !== 0 && !countedS;
    const countedY = fresh && before.anonymous !== 0;
    marks.set(hashes.today, {
      ...mark,
      owner: person.visitor,
      ownerOrdinal: person.ordinal,
      countedS,
      countedX,
      countedY,
    });
    this.#add(siteId, day, { s: Number(countedS), x: Number(countedX), y: Number(countedY) });
    return { ...person, h: Math.min(MOST_HASHES, person.h + 1), b: countedS ? 1 : person.b };
  }

  /**
   * Consent in mid-visit: the anonymous day-visitor's row becomes the identified one's, so that one person counts once.
   * Only while the visit is open; nothing links the identifier to another day.
   */
  #moveToIdentified(event: AcceptedEvent, who: Identified, visitor: number, fresh: boolean): Visit | null {
    const place = this.#openAnonymous(event, who.hashes);
    if (place === null) return null;
    const { siteId } = event;
    const { memory, hash, mark, visit } = place;
    const before = who.hashes && visit.day === event.day ? this.#markOfYesterday(event, who.hashes) : NO_MARK;
    const isOwner = mark.owner === 0;
    const countedS = isOwner && before.owner === visitor;
    const countedX = isOwner && fresh && before.owner !== 0 && !countedS;
    const countedY = fresh && mark.countedO;
    memory.marks.set(hash, {
      ...mark,
      ...(isOwner ? { owner: visitor, ownerOrdinal: visit.ordinal, countedS, countedX } : {}),
      anonymous: 0,
      visit: null,
      countedO: false,
      countedY: mark.countedY || countedY,
    });
    this.#addAnonymous(siteId, visit.day, -1);
    this.#addToOpenDay(event, visit.day, {
      o: mark.countedO ? -1 : 0,
      s: Number(countedS),
      x: Number(countedX),
      y: Number(countedY),
      fresh: Number(fresh),
    });
    const b = countedS ? 1 : 0;
    this.#savePerson(siteId, visit.day, { ordinal: visit.ordinal, visitor, s: mark.stratum, h: isOwner ? 1 : 0, b });
    this.#visits.set(`${siteId}:${visitor}`, visit);
    return visit;
  }

  /** Withdrawal in mid-visit, the mirror image: the identified day-visitor's row becomes anonymous. */
  #withdraw(event: AcceptedEvent, { hashes }: Hashed): void {
    if (hashes === null) return;
    const { siteId, day } = event;
    const candidates = [
      { day, hash: hashes.today },
      ...(hashes.yesterday === null ? [] : [{ day: day - 1, hash: hashes.yesterday }]),
    ];
    for (const candidate of candidates) {
      const memory = this.#memory(siteId, candidate.day);
      const mark = memory.marks.get(candidate.hash);
      const visit = mark && this.#visits.get(`${siteId}:${mark.owner}`);
      if (!mark || !visit || visit.day !== candidate.day || !continuesVisit(visit, event.at)) continue;
      const person = memory.people.get(mark.owner);
      if (!person || person.ordinal !== visit.ordinal) continue;
      const before = candidate.day === day ? this.#markOfYesterday(event, hashes) : NO_MARK;
      const countedO = mark.anonymous === 0 && before.anonymous !== 0;
      memory.marks.set(candidate.hash, {
        ...NO_MARK,
        anonymous: mark.anonymous === 0 ? visit.ordinal : mark.anonymous,
        stratum: mark.anonymous === 0 ? person.s : mark.stratum,
        visit: mark.anonymous === 0 ? visit : mark.visit,
        countedO: mark.countedO || countedO,
      });
      this.#addAnonymous(siteId, candidate.day, 1);
      this.#addToOpenDay(event, candidate.day, {
        o: Number(countedO),
        s: mark.countedS ? -1 : 0,
        x: mark.countedX ? -1 : 0,
        y: mark.countedY ? -1 : 0,
      });
      memory.people.delete(mark.owner);
      this.#visits.delete(`${siteId}:${mark.owner}`);
      this.#rows.savePerson(siteId, candidate.day, { ordinal: visit.ordinal, visitor: 0, s: person.s, h: 1, b: 0 });
      return;
    }
  }

  #visitOfAnonymous(event: AcceptedEvent, hashes: DayHashes): Visit | null {
    const { siteId, day } = event;
    const open = this.#openAnonymous(event, hashes);
    if (open !== null) {
      const visit = this.#extend(open.visit, event);
      open.memory.marks.set(open.hash, { ...open.mark, visit });
      return visit;
    }
    if (!startsVisit(event)) return null;
    const { marks } = this.#memory(siteId, day);
    const mark = marks.get(hashes.today) ?? NO_MARK;
    let { anonymous: ordinal, stratum, countedO } = mark;
    if (ordinal === 0) {
      ordinal = this.#nextOrdinal(siteId, day);
      const wasHere = this.#markOfYesterday(event, hashes).anonymous !== 0;
      this.#addAnonymous(siteId, day, 1);
      this.#add(siteId, day, { o: Number(wasHere) }, true);
      this.#rows.savePerson(siteId, day, { ordinal, visitor: 0, s: event.stratum, h: 1, b: 0 });
      stratum = event.stratum;
      countedO = wasHere;
    }
    const visit = this.#startVisit(event, ordinal);
    marks.set(hashes.today, { ...mark, anonymous: ordinal, stratum, visit, countedO });
    return visit;
  }

  /** Level `visits`: a pageview from outside starts a visit; the rest of it cannot be told from other visits. */
  #visitOfUnseen(event: AcceptedEvent, begins: boolean): Visit | null {
    if (event.name === ENGAGEMENT && event.beganVisit && event.leftByLink) {
      this.#rows.markLeftByLink(event.siteId, event.day, event.host, event.path);
    }
    return event.name === PAGEVIEW && begins ? this.#startVisit(event, 0) : null;
  }

  /** The open anonymous visit under the request's hash, of today or across midnight under yesterday's key. */
  #openAnonymous(event: AcceptedEvent, hashes: DayHashes | null) {
    if (hashes === null) return null;
    for (const [day, hash] of [
      [event.day, hashes.today],
      [event.day - 1, hashes.yesterday],
    ] as const) {
      if (hash === null) continue;
      const memory = this.#memories.get(dayName(event.siteId, day));
      const mark = memory?.marks.get(hash);
      if (memory && mark?.visit && continuesVisit(mark.visit, event.at)) {
        return { memory, hash, mark, visit: mark.visit };
      }
    }
    return null;
  }

  /** What the request's hash stood for yesterday. At level `day` yesterday's key only matches visits that cross midnight. */
  #markOfYesterday({ siteId, day, who }: AcceptedEvent, hashes: DayHashes): Readonly<Mark> {
    const seesOverlap = 'level' in who && who.level === 'two-day';
    if (!seesOverlap || hashes.yesterday === null) return NO_MARK;
    return this.#memories.get(dayName(siteId, day - 1))?.marks.get(hashes.yesterday) ?? NO_MARK;
  }

  #startVisit(event: AcceptedEvent, ordinal: number): Visit {
    const { siteId, day, at, host, path } = event;
    const row = this.#day(siteId, day);
    const visit: Visit = {
      siteId,
      day,
      visit: row.lastVisit + 1,
      ordinal,
      startedAt: at,
      lastAt: at,
      entryHost: host,
      entryPage: path,
      exitHost: host,
      exitPage: path,
      pageviews: event.name === PAGEVIEW ? 1 : 0,
      interactions: event.name === PAGEVIEW ? 0 : 1,
      leftByLink: false,
    };
    this.#setDay({ ...row, lastVisit: visit.visit });
    this.#rows.insertVisit(visit, event.dimensions);
    return visit;
  }

  #continue(visit: Visit, event: AcceptedEvent, visitor: number): Visit {
    const next = this.#extend(visit, event);
    this.#visits.set(`${event.siteId}:${visitor}`, next);
    return next;
  }

  #extend(visit: Visit, event: AcceptedEvent): Visit {
    if (event.name === CONSENT) return visit;
    const isPageview = event.name === PAGEVIEW;
    const isFirstPage = isPageview && visit.pageviews === 0; // a custom event had begun the visit
    const next: Visit = {
      ...visit,
      lastAt: Math.max(visit.lastAt, event.at),
      ...(isPageview ? { exitHost: event.host, exitPage: event.path, pageviews: visit.pageviews + 1 } : {}),
      ...(isFirstPage ? { entryHost: event.host, entryPage: event.path } : {}),
      interactions: visit.interactions + (isPageview || event.name === ENGAGEMENT ? 0 : 1),
    };
    this.#changedVisits.set(`${dayName(visit.siteId, visit.day)}:${visit.visit}`, next);
    return next;
  }

  #keepEvent(event: AcceptedEvent, visit: Visit | null): void {
    const day = visit?.day ?? event.day;
    const row = this.#day(event.siteId, day);
    this.#setDay({ ...row, lastEvent: row.lastEvent + 1 });
    this.#rows.insertEvent({
      siteId: event.siteId,
      day,
      event: row.lastEvent + 1,
      visit: visit?.visit ?? 0,
      at: event.at,
      name: event.name,
      host: event.host,
      path: event.path,
      consent: event.consent,
      engagedMs: event.engagedMs,
      scrollDepth: event.scrollDepth,
      revenue: event.revenue,
      props: event.props,
    });
  }

  #visitor(siteId: number, key: string): KnownVisitor | null {
    const cached = this.#visitors.get(`${siteId}:${key}`);
    if (cached) return cached;
    const found = this.#rows.findVisitor(siteId, key);
    if (found) this.#visitors.set(`${siteId}:${key}`, found);
    return found;
  }

  #addVisitor(siteId: number, key: string, day: number): KnownVisitor {
    const added = { id: this.#rows.insertVisitor(siteId, key, day), lastDay: day };
    this.#visitors.set(`${siteId}:${key}`, added);
    return added;
  }

  #touchVisitor(siteId: number, key: string, visitor: KnownVisitor, day: number): void {
    this.#rows.touchVisitor(siteId, visitor.id, day);
    this.#visitors.set(`${siteId}:${key}`, { ...visitor, lastDay: day });
  }

  #savePerson(siteId: number, day: number, person: Person): void {
    this.#memory(siteId, day).people.set(person.visitor, person);
    this.#rows.savePerson(siteId, day, person);
  }

  #nextOrdinal(siteId: number, day: number): number {
    const row = this.#day(siteId, day);
    this.#setDay({ ...row, lastOrdinal: row.lastOrdinal + 1 });
    return row.lastOrdinal + 1;
  }

  #addAnonymous(siteId: number, day: number, amount: 1 | -1): void {
    const row = this.#day(siteId, day);
    this.#setDay({ ...row, anonymous: row.anonymous + amount, partAnonymous: row.partAnonymous + amount });
  }

  /** A change of consent adds to the day of the visit, today or across midnight; either may now be large enough. */
  #addToOpenDay(event: AcceptedEvent, day: number, change: Partial<InstrumentCounters>): void {
    this.#add(event.siteId, day, change, true, day === event.day);
    if (day !== event.day) this.#add(event.siteId, event.day, {}, true);
  }

  /** @param hasGrown the day has one more anonymous visitor, by which it may have become large enough to take over a carry */
  #add(siteId: number, day: number, change: Partial<InstrumentCounters>, hasGrown = false, isToday = true): void {
    if (!hasGrown && Object.values(change).every((amount) => amount === 0)) return;
    const carry = this.#rows.readCarry(siteId);
    const added = addToCounters(this.#day(siteId, day), this.#day(siteId, day - 1).anonymous, carry, change, isToday);
    this.#setDay(added.day);
    this.#rows.saveCarry(siteId, added.carry);
  }

  #day(siteId: number, day: number, timeZone = 'UTC', level = 'visits'): DayRow {
    const name = dayName(siteId, day);
    const known = this.#days.get(name);
    if (known) return known;
    const row: DayRow = this.#rows.readDay(siteId, day) ?? {
      ...{ siteId, day, timeZone, level, parts: 0, keyCommitment: null },
      ...{ lastVisit: 0, lastEvent: 0, lastOrdinal: 0, anonymous: 0, partAnonymous: 0 },
      ...{ o: 0, s: 0, x: 0, y: 0, fresh: 0 },
    };
    this.#days.set(name, row);
    return row;
  }

  #setDay(row: DayRow): void {
    const name = dayName(row.siteId, row.day);
    this.#days.set(name, row);
    this.#changedDays.add(name);
  }

  #memory(siteId: number, day: number): DayMemory {
    const name = dayName(siteId, day);
    const known = this.#memories.get(name);
    if (known) return known;
    const memory = new DayMemory(this.#journal);
    this.#memories.set(name, memory);
    // Else a refused first transaction would leave an empty memory, and the day's rows would not be read back again.
    this.#journal.record(() => this.#memories.delete(name));
    return memory;
  }

  #rereadIdentified(siteId: number, day: number): void {
    const memory = this.#memory(siteId, day);
    // A visitor can have two rows of one day: the one in use, and a visit that is still open, are those seen last.
    const rows = this.#rows.readIdentified(siteId, day);
    rows.sort((a, b) => (b.visit?.lastAt ?? 0) - (a.visit?.lastAt ?? 0));
    for (const { person, visit } of rows) {
      if (memory.people.has(person.visitor) || person.visitor === UNATTRIBUTED) continue;
      memory.people.set(person.visitor, person);
      const name = `${siteId}:${person.visitor}`;
      if (visit && !this.#visits.has(name)) this.#visits.set(name, visit);
    }
  }
}

/** Pageviews and custom events may begin a visit; engagement and consent only belong to one. */
function startsVisit(event: AcceptedEvent): boolean {
  return event.name !== ENGAGEMENT && event.name !== CONSENT;
}

function dayName(siteId: number, day: number): string {
  return `${siteId}:${day}`;
}
