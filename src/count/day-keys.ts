/**
 * The keys of the memory instrument: random, one per site and day, in memory only, destroyed on time.
 * Without its key a hash means nothing, so destroying the key is what makes yesterday's visitors unrecognisable.
 */
import { createHash, createHmac } from 'node:crypto';
import type { KeyEnding } from '../domain/day-key.ts';
import { AppError } from '../domain/errors.ts';
import type { DayHashes } from '../domain/event.ts';
import { type AnonymousLevel, type HashLevel, LEVELS } from '../domain/levels.ts';
import type { Calendar } from '../lib/calendar.ts';

/** A visit that crosses midnight is still matched under the day's own key for this long (ms). */
export const KEY_GRACE_MS = 30 * 60_000;

export interface DayKeysOptions {
  calendar: Calendar;
  /** Cryptographic randomness: returns `length` bytes. */
  random: (length: number) => Buffer;
  /** Told of each key's life by SHA-256 commitment, never of the key. */
  onCreated: (key: KeyRecord) => void;
  onDestroyed: (key: KeyRecord, ending: KeyEnding) => void;
}

export interface KeyRecord {
  siteId: number;
  day: number;
  level: HashLevel;
  timeZone: string;
  commitment: string;
}

interface Lifetime {
  /** UTC ms: end of the site's day. */
  endsAt: number;
  /** UTC ms after which the key must not exist. */
  expiresAt: number;
}
interface HeldKey extends KeyRecord, Lifetime {
  key: Buffer;
}

/** A key on its way to the next process: over a local socket or through a RAM-backed folder, never to a disk. */
export interface CarriedKey extends KeyRecord, Lifetime {
  /** Hex. */
  secret: string;
}

/** Hands out day hashes and keeps the keys' lifetimes. The clock is the caller's: pass the event's time. */
export class DayKeys {
  readonly #options: DayKeysOptions;
  readonly #held = new Map<string, HeldKey>();
  #isClosed = false;

  constructor(options: DayKeysOptions) {
    this.#options = options;
  }

  /**
   * Hashes what tells two browsers apart (truncated network, browser family and major version) under the site's keys.
   * `at` is UTC ms; a first call on a site's day makes that day's key.
   */
  hash(
    site: { id: number; timezone: string },
    level: HashLevel,
    at: number,
    browser: string,
  ): DayHashes & { day: number } {
    const { calendar } = this.#options;
    const { day, startsAt, endsAt } = calendar.dayAt(at, site.timezone);
    const today = this.#held.get(nameOf(site.id, day)) ?? this.#create(site, level, day, endsAt);
    const before = this.#held.get(nameOf(site.id, day - 1));
    const alive =
      before !== undefined &&
      at < before.expiresAt &&
      (LEVELS[level].comparesYesterday || at < startsAt + KEY_GRACE_MS);
    return {
      day,
      today: hashWith(today.key, site.id, browser),
      yesterday: alive ? hashWith(before.key, site.id, browser) : null,
    };
  }

  /** Whether the site's key of that day is held. */
  holds(siteId: number, day: number): boolean {
    return this.#held.has(nameOf(siteId, day));
  }

  /** Sites of which a key is held. */
  siteIds(): Set<number> {
    return new Set([...this.#held.values()].map(({ siteId }) => siteId));
  }

  /** All keys, for the process that goes on counting. */
  carryAll(): CarriedKey[] {
    return [...this.#held.values()].map(carry);
  }

  /** One key, to be kept beside the process; null when it is not held. */
  carry(siteId: number, day: number): CarriedKey | null {
    const held = this.#held.get(nameOf(siteId, day));
    return held === undefined ? null : carry(held);
  }

  /** Takes over the keys of the process before; call `restrict` and `expire` next, since some may be over. */
  adopt(carried: readonly CarriedKey[]): void {
    for (const { secret, ...rest } of carried)
      this.#held.set(nameOf(rest.siteId, rest.day), { ...rest, key: Buffer.from(secret, 'hex') });
  }

  /** Leaves the keys to whoever goes on counting: this process forgets them and makes no more, and they live on. */
  release(): void {
    this.#isClosed = true;
    for (const { key } of this.#held.values()) key.fill(0);
    this.#held.clear();
  }

  /** A site's level was lowered: its keys live no longer than the new level allows. */
  restrict(siteId: number, level: AnonymousLevel): void {
    const { keyDays } = LEVELS[level];
    for (const held of this.#held.values()) {
      if (held.siteId !== siteId) continue;
      if (keyDays === 0) this.#destroy(held, 'level lowered');
      else held.expiresAt = Math.min(held.expiresAt, this.#endOfLife(held.endsAt, held.timeZone, keyDays));
    }
  }

  /** Destroys every key whose time is over at `now` (UTC ms) and says which days died. */
  expire(now: number): KeyRecord[] {
    const expired = [...this.#held.values()].filter((held) => now >= held.expiresAt);
    for (const held of expired) this.#destroy(held, 'expired');
    return expired;
  }

  /** Destroys all keys and makes no more: the service stops, or a virtual clock has run out. */
  destroyAll(): void {
    this.#isClosed = true;
    for (const held of this.#held.values()) this.#destroy(held, 'service stopped');
  }

  #create(site: { id: number; timezone: string }, level: HashLevel, day: number, endsAt: number): HeldKey {
    if (this.#isClosed) throw new AppError('unavailable', 'The service is stopping.');
    const key = this.#options.random(32);
    const held: HeldKey = {
      siteId: site.id,
      day,
      level,
      timeZone: site.timezone,
      commitment: createHash('sha256').update(key).digest('hex'),
      key,
      endsAt,
      expiresAt: this.#endOfLife(endsAt, site.timezone, LEVELS[level].keyDays),
    };
    this.#held.set(nameOf(site.id, day), held);
    this.#options.onCreated(recordOf(held));
    return held;
  }

  /** UTC ms: half an hour after the end of the key's own day, or of the day after it. */
  #endOfLife(endsAt: number, timeZone: string, keyDays: 1 | 2): number {
    return (keyDays === 1 ? endsAt : this.#options.calendar.dayAt(endsAt, timeZone).endsAt) + KEY_GRACE_MS;
  }

  #destroy(held: HeldKey, ending: KeyEnding): void {
    held.key.fill(0);
    this.#held.delete(nameOf(held.siteId, held.day));
    this.#options.onDestroyed(recordOf(held), ending);
  }
}

function nameOf(siteId: number, day: number): string {
  return `${siteId}:${day}`;
}

function carry({ key, ...rest }: HeldKey): CarriedKey {
  return { ...rest, secret: key.toString('hex') };
}

function recordOf({ siteId, day, level, timeZone, commitment }: HeldKey): KeyRecord {
  return { siteId, day, level, timeZone, commitment };
}

/** The site's number is in the hash, so that two sites can never be joined. 16 bytes, hex. */
function hashWith(key: Buffer, siteId: number, browser: string): string {
  return createHmac('sha256', key).update(`${siteId}\n${browser}`).digest('hex').slice(0, 32);
}
