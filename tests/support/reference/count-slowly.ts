/**
 * Counting done the obvious way: plain arrays, searched from the first row to the last for every question. It is written from
 * docs/how-we-count.md and knows neither hashes nor keys: here two browsers are the same when their texts are.
 */
import { dayOf } from './calendar-slowly.ts';
import { type Bookings, openBookings } from './instrument-slowly.ts';
import { ERASED, type Message, type Rules, type SlowEvent, type SlowPerson, type SlowVisit } from './rows.ts';

const GAP_MS = 30 * 60_000;
const LENGTH_MS = 12 * 3_600_000;
/** A day's key outlives midnight by this much. */
const GRACE_MS = 30 * 60_000;

interface SlowVisitor {
  id: number;
  identifier: string;
  firstDay: number;
  lastDay: number;
}
/** What only the memory of the running process knows of a row. */
interface RememberedPerson extends SlowPerson {
  /** The browser whose further messages without consent belong to this row; null when none can be recognised. */
  browser: string | null;
  part: number;
  countedO: boolean;
  /** When the row was given to its visitor: of two rows of one visitor and day the later one is in use; null for neither. */
  givenAt: number | null;
}
/** The first identified visitor who came with a browser on a day, and what that added to the counters. */
interface Owner {
  day: number;
  browser: string;
  visitor: number;
  s: boolean;
  x: boolean;
  y: boolean;
  z: boolean;
  returns: boolean;
}
type Way = 'identified' | 'anonymous' | 'unseen' | 'uncounted' | 'dropped';

export class SlowCounter {
  readonly people: RememberedPerson[] = [];
  readonly visits: SlowVisit[] = [];
  readonly events: SlowEvent[] = [];
  visitors: SlowVisitor[] = [];
  readonly bookings: Bookings;
  readonly #rules: Rules;
  #owners: Owner[] = [];
  #messages: { id: string; day: number }[] = [];
  /** Days on which this process has hashed something. */
  #keyedDays: number[] = [];
  #lastVisitor = 0;
  #turn = 0;

  constructor(rules: Rules) {
    this.#rules = rules;
    this.bookings = openBookings((day) => this.#anonymousOn(day).length);
  }

  take(message: Message): 'kept' | 'duplicate' | 'dropped' {
    this.#turn += 1;
    const way = this.#wayOf(message);
    if (way === 'dropped') return 'dropped';
    const day = this.#dayOf(message);
    this.#openDay(day, way);
    if (message.messageId !== null) {
      if (this.#messages.some(({ id, day: seen }) => id === message.messageId && seen >= day - 1)) return 'duplicate';
      this.#messages.push({ id: message.messageId, day });
    }
    const visit = this.#visitOf(message, way);
    if (message.name === 'consent') return 'kept';
    const { at, name, consent } = message;
    const page = pageOf(message);
    const placed = visit?.day ?? day;
    const event = this.events.filter((other) => other.day === placed).length + 1;
    this.events.push({ day: placed, event, visit: visit?.visit ?? 0, at, name, page, consent });
    return 'kept';
  }

  /** The process ends and another begins: what was only in memory is lost. */
  restart(): void {
    for (const person of this.people) {
      person.browser = null;
      const visits = this.visits.filter((visit) => visit.day === person.day && visit.ordinal === person.ordinal);
      person.givenAt = visits.at(-1)?.lastAt ?? 0; // what is left on disk to choose by
    }
    this.#turn = Math.max(this.#turn, ...this.people.map((person) => person.givenAt ?? 0)); // later turns stay later
    this.#owners = [];
    this.#messages = [];
    this.#keyedDays = [];
  }

  erase(identifier: string): void {
    const visitor = this.visitors.find((known) => known.identifier === identifier);
    if (!visitor) return;
    for (const person of this.people)
      if (person.visitor === visitor.id) Object.assign(person, { visitor: ERASED, b: 0 });
    this.visitors = this.visitors.filter((known) => known !== visitor);
  }

  /** Anonymous day-visitors by day and part. */
  parts(): { day: number; part: number; anonymous: number }[] {
    return this.bookings.days.flatMap(({ day, parts }) =>
      Array.from({ length: parts }, (_, index) => ({
        ...{ day, part: index + 1 },
        anonymous: this.#anonymousOn(day).filter((person) => person.part === index + 1).length,
      })),
    );
  }

  #wayOf({ name, consent, identifier }: Message): Way {
    const { level, onRefusal } = this.#rules;
    if (consent === 'granted' && identifier !== null) return 'identified';
    // Of whoever refuses nothing is counted but the answer itself.
    if (consent === 'denied' && onRefusal === 'none') return name === 'consent' ? 'uncounted' : 'dropped';
    if (consent === 'denied' && onRefusal === 'pageviews') return 'uncounted';
    if (level === 'pageviews') return 'uncounted';
    return level === 'visits' ? 'unseen' : 'anonymous';
  }

  #openDay(day: number, way: Way): void {
    const row = this.bookings.day(day);
    if (row.parts === 0) row.parts = 1;
    const isHashed = this.#hasHashes() && (way === 'identified' || way === 'anonymous');
    if (!isHashed || this.#keyedDays.includes(day)) return;
    if (this.#anonymousOn(day).length > 0) row.parts += 1; // those before the restart cannot be recognised
    this.#keyedDays.push(day);
  }

  #visitOf(message: Message, way: Way): SlowVisit | null {
    switch (way) {
      case 'identified':
        return this.#visitOfIdentified(message);
      case 'anonymous':
        if (message.action === 'withdrawn') this.#withdraw(message);
        return this.#visitOfAnonymous(message);
      case 'unseen':
        if (message.name === 'engagement' && message.leftByLink) this.#markLeftByLink(message);
        if (message.name !== 'pageview' || message.referrer === 'own') return null;
        return this.#startVisit(message, 0);
      default:
        return null;
    }
  }

  #visitOfAnonymous(message: Message): SlowVisit | null {
    const open = this.#openAnonymous(message);
    if (open) return this.#extend(open.visit, message);
    if (!startsVisit(message)) return null;
    const day = this.#dayOf(message);
    const browser = browserOf(message);
    let person = this.#anonymousWith(day, browser);
    if (!person) {
      person = this.#addPerson(message, 0);
      Object.assign(person, { h: 1, browser, countedO: this.#wasAnonymousYesterday(message) });
      this.bookings.book(day, { o: Number(person.countedO) }, true);
    }
    return this.#startVisit(message, person.ordinal);
  }

  #visitOfIdentified(message: Message): SlowVisit | null {
    const day = this.#dayOf(message);
    const known = this.visitors.find((visitor) => visitor.identifier === message.identifier);
    const isFresh = known === undefined;
    if (isFresh && !startsVisit(message) && !this.#openAnonymous(message)) return null; // nothing to count yet
    const visitor = known ?? this.#addVisitor(message);
    visitor.lastDay = Math.max(visitor.lastDay, day);

    const open = this.visits.find(
      (visit) => this.#personOf(visit)?.visitor === visitor.id && continues(visit, message),
    );
    if (open) {
      if (open.day === day && startsVisit(message)) this.#bookBrowser(message, this.#rowOf(message, visitor.id), false);
      return this.#extend(open, message);
    }
    // One person, one row: whoever says yes in mid-visit was the anonymous visitor until now.
    if (isFresh || message.action === 'accepted') {
      const anonymous = this.#openAnonymous(message);
      if (anonymous) {
        this.#identify(message, anonymous.person, visitor.id, isFresh);
        return this.#extend(anonymous.visit, message);
      }
    }
    if (!startsVisit(message)) return null;
    const person = this.#rowOf(message, visitor.id);
    this.#bookBrowser(message, person, isFresh);
    if (isFresh) this.bookings.book(day, { fresh: 1 });
    return this.#startVisit(message, person.ordinal);
  }

  /** The anonymous row becomes the visitor's, with all the visits that carry it. */
  #identify(message: Message, person: RememberedPerson, visitor: number, isFresh: boolean): void {
    const { day, countedO } = person;
    const browser = browserOf(message);
    const isToday = day === this.#dayOf(message);
    const before = isToday ? this.#ownerYesterday(message) : undefined;
    const s = before?.visitor === visitor;
    const x = isFresh && before !== undefined && !s;
    const y = isFresh && countedO;
    const owner = this.#ownerOf(day, browser);
    if (owner) owner.y ||= y;
    else this.#owners.push({ day, browser, visitor, s, x, y, z: false, returns: false });
    Object.assign(person, { visitor, browser: null, countedO: false, givenAt: this.#turn });
    Object.assign(person, { h: owner ? 0 : 1, b: Number(!owner && s) });
    this.bookings.bookAcrossMidnight(this.#dayOf(message), day, {
      ...{ o: -Number(countedO), s: Number(!owner && s), x: Number(!owner && x), y: Number(y), fresh: Number(isFresh) },
    });
  }

  /** The mirror image: the row of the visitor who came with this browser becomes anonymous, while the visit is open. */
  #withdraw(message: Message): void {
    for (const day of this.#daysWithKey(message)) {
      const browser = browserOf(message);
      const owner = this.#ownerOf(day, browser);
      const visit = this.visits.find(
        (each) =>
          each.day === day && continues(each, message) && owner && this.#personOf(each)?.visitor === owner.visitor,
      );
      const person = visit && this.#personOf(visit);
      if (!owner || !person) continue;
      const isOnlyOne = this.#anonymousWith(day, browser) === undefined;
      const countedO = isOnlyOne && day === this.#dayOf(message) && this.#wasAnonymousYesterday(message);
      this.#owners = this.#owners.filter((each) => each !== owner);
      // Two rows of one visitor on a day are allowed: after a withdrawal the visitor begins a new one.
      for (const other of this.people) if (other.day === day && other.visitor === owner.visitor) other.givenAt = null;
      Object.assign(person, { visitor: 0, h: 1, b: 0, countedO, browser: isOnlyOne ? browser : null });
      person.part = this.bookings.day(day).parts;
      const taken = {
        s: -Number(owner.s),
        x: -Number(owner.x),
        y: -Number(owner.y),
        z: -Number(owner.z),
        returned: -Number(owner.returns),
      };
      const change = { o: Number(countedO), ...taken };
      this.bookings.bookAcrossMidnight(this.#dayOf(message), day, change);
      return;
    }
  }

  /** Of each browser and day only the first identified visitor is booked, so that browsers are counted, not people. */
  #bookBrowser(message: Message, person: RememberedPerson, isFresh: boolean): void {
    const day = this.#dayOf(message);
    const browser = browserOf(message);
    if (!this.#hasHashes() || this.#ownerOf(day, browser)) return;
    const before = this.#ownerYesterday(message);
    const s = before?.visitor === person.visitor;
    const x = isFresh && before !== undefined && !s;
    const y = isFresh && this.#wasAnonymousYesterday(message);
    const returns = !isFresh && !s;
    const z = returns && this.#wasAnonymousYesterday(message); // somebody else behind the same address
    this.#owners.push({ day, browser, visitor: person.visitor, s, x, y, z, returns });
    this.bookings.book(day, { s: Number(s), x: Number(x), y: Number(y), z: Number(z), returned: Number(returns) });
    person.h = Math.min(3, person.h + 1);
    if (s) person.b = 1;
  }

  #openAnonymous(message: Message): { person: RememberedPerson; visit: SlowVisit } | null {
    for (const day of this.#daysWithKey(message)) {
      const person = this.#anonymousWith(day, browserOf(message));
      const visit = person && this.visits.find((each) => this.#personOf(each) === person && continues(each, message));
      if (person && visit) return { person, visit };
    }
    return null;
  }

  /** Today, and yesterday while its key lives: at `day` for half an hour more, at `two-day` for the whole day. */
  #daysWithKey(message: Message): number[] {
    if (!this.#hasHashes()) return [];
    const day = this.#dayOf(message);
    const isJustAfterMidnight = dayOf(message.at - GRACE_MS, this.#rules.timeZone) < day;
    return this.#rules.level === 'two-day' || isJustAfterMidnight ? [day, day - 1] : [day];
  }

  #wasAnonymousYesterday(message: Message): boolean {
    const yesterday = this.#dayOf(message) - 1;
    return this.#rules.level === 'two-day' && this.#anonymousWith(yesterday, browserOf(message)) !== undefined;
  }

  #ownerYesterday(message: Message): Owner | undefined {
    if (this.#rules.level !== 'two-day') return undefined;
    return this.#ownerOf(this.#dayOf(message) - 1, browserOf(message));
  }

  #ownerOf(day: number, browser: string): Owner | undefined {
    return this.#owners.find((owner) => owner.day === day && owner.browser === browser);
  }

  #anonymousOn(day: number): RememberedPerson[] {
    return this.people.filter((person) => person.day === day && person.visitor === 0);
  }

  #anonymousWith(day: number, browser: string): RememberedPerson | undefined {
    return this.people.find((person) => person.day === day && person.browser === browser);
  }

  #personOf(visit: SlowVisit): RememberedPerson | undefined {
    return this.people.find((person) => person.day === visit.day && person.ordinal === visit.ordinal);
  }

  /** The visitor's row of today, the latest given when there are two. */
  #rowOf(message: Message, visitor: number): RememberedPerson {
    const day = this.#dayOf(message);
    const rows = this.people.filter((each) => each.day === day && each.visitor === visitor && each.givenAt !== null);
    return (
      rows.sort((a, b) => (b.givenAt ?? 0) - (a.givenAt ?? 0) || b.ordinal - a.ordinal)[0] ??
      this.#addPerson(message, visitor)
    );
  }

  #addPerson(message: Message, visitor: number): RememberedPerson {
    const day = this.#dayOf(message);
    const ordinal = this.people.filter((person) => person.day === day).length + 1;
    const s = message.deviceClass * 2 + Number(isDirect(message));
    const part = this.bookings.day(day).parts;
    const memory = { browser: null, part, countedO: false, givenAt: this.#turn };
    const person: RememberedPerson = { day, ordinal, visitor, s, h: 0, b: 0, ...memory };
    this.people.push(person);
    return person;
  }

  #addVisitor({ identifier, at }: Message): SlowVisitor {
    this.#lastVisitor += 1; // numbers are never given again
    const day = dayOf(at, this.#rules.timeZone);
    const visitor = { id: this.#lastVisitor, identifier: identifier ?? '', firstDay: day, lastDay: day };
    this.visitors.push(visitor);
    return visitor;
  }

  #startVisit(message: Message, ordinal: number): SlowVisit {
    const { at, name } = message;
    const page = pageOf(message);
    const day = this.#dayOf(message);
    const number = this.visits.filter((visit) => visit.day === day).length + 1;
    const isPageview = name === 'pageview';
    const visit: SlowVisit = {
      ...{ day, visit: number, ordinal, startedAt: at, lastAt: at, entryPage: page, exitPage: page },
      ...{
        pageviews: Number(isPageview),
        interactions: Number(!isPageview),
        leftByLink: 0,
        isDirect: isDirect(message),
      },
    };
    this.visits.push(visit);
    return visit;
  }

  #extend(visit: SlowVisit, message: Message): SlowVisit {
    const { name, at } = message;
    const page = pageOf(message);
    if (name === 'consent') return visit; // an answer to the banner is not a sign of reading
    visit.lastAt = Math.max(visit.lastAt, at);
    if (name === 'pageview') {
      if (visit.pageviews === 0) visit.entryPage = page;
      visit.exitPage = page;
      visit.pageviews += 1;
    } else if (name !== 'engagement') visit.interactions += 1;
    return visit;
  }

  #markLeftByLink(message: Message): void {
    const day = this.#dayOf(message);
    const visit = this.visits.findLast(
      (each) => each.day === day && each.ordinal === 0 && each.entryPage === pageOf(message) && each.leftByLink === 0,
    );
    if (visit) visit.leftByLink = 1;
  }

  #hasHashes(): boolean {
    return this.#rules.level === 'day' || this.#rules.level === 'two-day';
  }

  #dayOf({ at }: Message): number {
    return dayOf(at, this.#rules.timeZone);
  }
}

function startsVisit({ name }: Message): boolean {
  return name !== 'engagement' && name !== 'consent';
}

function continues(visit: SlowVisit, { at }: Message): boolean {
  return at - visit.lastAt <= GAP_MS && at - visit.startedAt < LENGTH_MS;
}

function browserOf({ address, browser }: Message): string {
  return `${address} ${browser}`;
}

/** The page without its query: no parameter is on the site's list. */
function pageOf({ page }: Message): string {
  return page.split('?')[0] ?? '';
}

/** Nothing says where the visitor came from: neither the referrer nor the campaign of a link. */
function isDirect({ referrer, page }: Message): boolean {
  return referrer !== 'outside' && !page.includes('utm_source=');
}
