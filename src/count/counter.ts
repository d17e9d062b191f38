/**
 * Decides what an accepted event is: whose, of which visit, and what it adds to the day's counts.
 * It runs inside the writer's transaction; `commit` and `rollback` make its memory follow the disk.
 * The rules are those of docs/how-we-count.md.
 */
import type { AcceptedEvent, DayHashes, Outcome } from '../domain/event.ts';
import { CONSENT, ENGAGEMENT, PAGEVIEW } from '../domain/event.ts';
import { LEVELS } from '../domain/levels.ts';
import { Journal, JournaledMap } from '../lib/journal.ts';
import { DayBook, type OpenedDay } from './day-book.ts';
import { type Mark, NO_MARK } from './day-memory.ts';
import { KnownVisitors } from './known-visitors.ts';
import { type MemoryEntry, type MemoryKeeper, type MemoryPlace, TouchedEntries } from './memory-entry.ts';
import type { ConsentReport, CountRows, Person, Visit } from './ports.ts';
import { UNATTRIBUTED } from './ports.ts';
import { beginVisit, continuesVisit, extendVisit } from './visit-rules.ts';

type Identified = Extract<AcceptedEvent['who'], { mode: 'identified' }>;
type Hashed = { hashes: DayHashes | null };
const MOST_HASHES = 3;

export class Counter {
  readonly #rows: CountRows;
  readonly #journal = new Journal();
  readonly #days: DayBook;
  readonly #visitors: KnownVisitors;
  /** The newest visit of each identified visitor. */
  readonly #visits: JournaledMap<string, Visit>;
  readonly #changedVisits = new Map<string, Visit>();
  readonly #keeper: MemoryKeeper | null;
  readonly #touched = new TouchedEntries();

  /** @param keeper keeps the memory beside the process, so that a day can survive it */
  constructor(rows: CountRows, keeper: MemoryKeeper | null = null) {
    this.#rows = rows;
    this.#keeper = keeper;
    this.#days = new DayBook(rows, this.#journal, keeper === null ? null : this.#touched);
    this.#visitors = new KnownVisitors(rows, this.#journal);
    this.#visits = new JournaledMap(this.#journal, (name) => {
      if (keeper !== null) this.#touched.add(Number(name.split(':')[0]), 0, 'visit', name);
    });
  }

  /** Everything that is known in memory and nowhere else, for the process that goes on counting. */
  *entries(): Generator<MemoryEntry> {
    yield* this.#days.entries();
    for (const [name, visit] of this.#visits.entries())
      yield { siteId: visit.siteId, day: 0, kind: 'visit', name, value: JSON.stringify(visit) };
  }

  /** Goes on where another process has stopped; call it before anything is counted. */
  restore(entries: Iterable<MemoryEntry>): void {
    for (const { siteId, day, kind, name, value } of entries) {
      if (kind === 'visit') this.#visits.set(name, JSON.parse(value) as Visit);
      else this.#days.memory(siteId, day).restore(kind, name, value);
    }
    this.#touched.take();
    this.#journal.commit();
  }

  /** Starts a part of a day: the first one, or a further one after the key was lost. Identified visitors are read back. */
  openDay(opened: OpenedDay): void {
    const { siteId, day } = opened;
    this.#forgetBefore(siteId, day - 2);
    const isAfterRestart = this.#days.memoryIfHeld(siteId, day) === undefined;
    this.#days.open(opened);
    if (!isAfterRestart) return;
    this.#rereadIdentified(siteId, day);
    if (this.#days.memoryIfHeld(siteId, day - 1) === undefined) this.#rereadIdentified(siteId, day - 1);
  }

  /** Forgets a day whose key has died, or is of no more use: hashes, marks and message ids. */
  forgetDay(siteId: number, day: number): void {
    this.#forgetBefore(siteId, day + 1);
  }

  /** A key is no more, the day goes on: what its hashes stood for can never be asked again. */
  forgetHashes(siteId: number, day: number): void {
    this.#days.memoryIfHeld(siteId, day)?.marks.forget();
  }

  #forgetBefore(siteId: number, day: number): void {
    this.#days.forgetBefore(siteId, day);
    this.#keeper?.forgetBefore(siteId, day);
    this.#visitors.forgetBefore(siteId, day - 1);
    for (const [name, visit] of [...this.#visits.entries()]) {
      // A visit of the last forgotten day may still be open, and with consent it needs no key.
      if (visit.siteId === siteId && visit.day < day - 1) this.#visits.delete(name);
    }
  }

  /** Counts one event. @returns what became of it. */
  count(event: AcceptedEvent): Outcome {
    const memory = this.#days.memory(event.siteId, event.day);
    const { messageId } = event;
    if (messageId !== null) {
      const known =
        memory.hasMessage(messageId) || this.#days.memoryIfHeld(event.siteId, event.day - 1)?.hasMessage(messageId);
      if (known) return { kept: false, reason: 'duplicate' };
      memory.rememberMessage(messageId);
    }
    const visit = this.#visitOf(event);
    if (event.firstOf !== null) this.#rows.countFirst(event.siteId, event.day, event.firstOf);
    if (event.consentAction !== null) this.#rows.countConsent(consentReport(event, event.consentAction));
    if (event.name !== CONSENT) this.#keepEvent(event, visit);
    return { kept: true };
  }

  /**
   * Erases an identified visitor: the key is unknown from now on, rows already counted become unattributed.
   * @param eraseRows removes the visitor from the store's rows of all days
   */
  forgetVisitor(siteId: number, key: string, eraseRows: (visitor: number) => void): boolean {
    const known = this.#visitors.find(siteId, key);
    if (known === null) return false;
    eraseRows(known.id);
    this.#visitors.forget(siteId, key);
    this.#visits.delete(`${siteId}:${known.id}`);
    for (const memory of this.#days.memoriesOf(siteId)) memory.people.delete(known.id);
    return true;
  }

  /** Writes what the batch has changed; call before the transaction commits. */
  flush(): void {
    for (const visit of this.#changedVisits.values()) this.#rows.updateVisit(visit);
    this.#days.flush();
    this.#changedVisits.clear();
    this.#keeper?.keep(this.#touched.take().map((place) => ({ ...place, value: this.#valueAt(place) })));
  }

  /** The transaction is on disk. */
  commit(): void {
    this.#journal.commit();
  }

  /** The transaction failed: memory returns to what the disk holds. */
  rollback(): void {
    this.#changedVisits.clear();
    this.#touched.take();
    this.#days.discardChanges();
    this.#journal.rollback();
  }

  #valueAt({ siteId, day, kind, name }: MemoryPlace): string | null {
    if (kind !== 'visit') return this.#days.memoryIfHeld(siteId, day)?.valueOf(kind, name) ?? null;
    const visit = this.#visits.get(name);
    return visit === undefined ? null : JSON.stringify(visit);
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
    const found = this.#visitors.find(siteId, who.key);
    const fresh = found === null;
    if (fresh && !startsVisit(event) && this.#openAnonymous(event, who.hashes) === null) return null;
    const visitor = found ?? this.#visitors.add(siteId, who.key, day);
    this.#visitors.seen(siteId, who.key, visitor, day);

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
    const memory = this.#days.memory(siteId, day);
    const known = memory.people.get(visitor);
    const person: Person = known ?? {
      ordinal: this.#days.nextOrdinal(siteId, day),
      visitor,
      s: event.stratum,
      h: 0,
      b: 0,
    };
    const booked = who.hashes ? this.#bookIdentifiedHash(event, who.hashes, person, fresh) : person;
    if (fresh) this.#days.add(siteId, day, { fresh: 1 });
    if (booked !== known) this.#savePerson(siteId, day, booked);
    return booked;
  }

  #bookIdentifiedHash(event: AcceptedEvent, hashes: DayHashes, person: Person, fresh: boolean): Person {
    const { siteId, day } = event;
    const { marks } = this.#days.memory(siteId, day);
    const mark = marks.get(hashes.today) ?? NO_MARK;
    if (mark.owner !== 0) return person;
    const before = this.#markOfYesterday(event, hashes);
    const countedS = before.owner === person.visitor;
    const countedX = fresh && before.owner !== 0 && !countedS;
    const countedY = fresh && before.anonymous !== 0;
    const countedReturn = !fresh && !countedS;
    const countedZ = countedReturn && before.anonymous !== 0;
    const counted = { countedS, countedX, countedY, countedZ, countedReturn };
    marks.set(hashes.today, { ...mark, owner: person.visitor, ownerOrdinal: person.ordinal, ...counted });
    this.#days.add(siteId, day, {
      ...{ s: Number(countedS), x: Number(countedX), y: Number(countedY), z: Number(countedZ) },
      returned: Number(countedReturn),
    });
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
    this.#days.addAnonymous(siteId, visit.day, -1);
    this.#days.addAcrossMidnight(event, visit.day, {
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
      const memory = this.#days.memory(siteId, candidate.day);
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
      this.#days.addAnonymous(siteId, candidate.day, 1);
      this.#days.addAcrossMidnight(event, candidate.day, {
        o: Number(countedO),
        s: mark.countedS ? -1 : 0,
        x: mark.countedX ? -1 : 0,
        y: mark.countedY ? -1 : 0,
        z: mark.countedZ ? -1 : 0,
        returned: mark.countedReturn ? -1 : 0,
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
    const { marks } = this.#days.memory(siteId, day);
    const mark = marks.get(hashes.today) ?? NO_MARK;
    let { anonymous: ordinal, stratum, countedO } = mark;
    if (ordinal === 0) {
      ordinal = this.#days.nextOrdinal(siteId, day);
      const wasHere = this.#markOfYesterday(event, hashes).anonymous !== 0;
      this.#days.addAnonymous(siteId, day, 1);
      this.#days.add(siteId, day, { o: Number(wasHere) }, true);
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
    if (event.name !== PAGEVIEW || !begins) return null;
    const visit = this.#startVisit(event, 0);
    // Beacons tell it later, with engagement; an export knows it by now.
    if (event.leftByLink) this.#rows.markLeftByLink(event.siteId, event.day, event.host, event.path);
    return visit;
  }

  /** The open anonymous visit under the request's hash, of today or across midnight under yesterday's key. */
  #openAnonymous(event: AcceptedEvent, hashes: DayHashes | null) {
    if (hashes === null) return null;
    for (const [day, hash] of [
      [event.day, hashes.today],
      [event.day - 1, hashes.yesterday],
    ] as const) {
      if (hash === null) continue;
      const memory = this.#days.memoryIfHeld(event.siteId, day);
      const mark = memory?.marks.get(hash);
      if (memory && mark?.visit && continuesVisit(mark.visit, event.at)) {
        return { memory, hash, mark, visit: mark.visit };
      }
    }
    return null;
  }

  /** What the request's hash stood for yesterday. At level `day` yesterday's key only matches visits that cross midnight. */
  #markOfYesterday({ siteId, day, who }: AcceptedEvent, hashes: DayHashes): Readonly<Mark> {
    const seesOverlap = 'level' in who && LEVELS[who.level].comparesYesterday;
    if (!seesOverlap || hashes.yesterday === null) return NO_MARK;
    return this.#days.memoryIfHeld(siteId, day - 1)?.marks.get(hashes.yesterday) ?? NO_MARK;
  }

  #startVisit(event: AcceptedEvent, ordinal: number): Visit {
    const { siteId, day } = event;
    const row = this.#days.row(siteId, day);
    const visit = beginVisit(event, row.lastVisit + 1, ordinal);
    this.#days.set({ ...row, lastVisit: visit.visit });
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
    const next = extendVisit(visit, event);
    this.#changedVisits.set(`${visit.siteId}:${visit.day}:${visit.visit}`, next);
    return next;
  }

  #keepEvent(event: AcceptedEvent, visit: Visit | null): void {
    const day = visit?.day ?? event.day;
    const row = this.#days.row(event.siteId, day);
    this.#days.set({ ...row, lastEvent: row.lastEvent + 1 });
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

  #savePerson(siteId: number, day: number, person: Person): void {
    this.#days.memory(siteId, day).people.set(person.visitor, person);
    this.#rows.savePerson(siteId, day, person);
  }

  #rereadIdentified(siteId: number, day: number): void {
    const memory = this.#days.memory(siteId, day);
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

function consentReport(
  { siteId, day, path, dimensions, proof }: AcceptedEvent,
  action: ConsentReport['action'],
): ConsentReport {
  const { country, device } = dimensions;
  const { text = '', banner = '' } = proof ?? {};
  return { siteId, day, action, values: { all: '', country, device, page: path, text, banner } };
}

/** Pageviews and custom events may begin a visit; engagement and consent only belong to one. */
function startsVisit(event: AcceptedEvent): boolean {
  return event.name !== ENGAGEMENT && event.name !== CONSENT;
}
