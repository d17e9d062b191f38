/**
 * How many people a window of days can have seen, by counting alone: the bounds of docs/how-we-count.md.
 * Feed the days in order; the identified are known over the whole window, the anonymous within each day only.
 */

import { FEWEST_ANONYMOUS, FEWEST_IDENTIFIED } from './instrument.ts';

/** One day of the whole site, as the instrument left it. */
export interface InstrumentDay {
  day: number;
  /** The site's anonymous level on that day. */
  level: string;
  /** Anonymous day-visitors of the site, all parts together; the most in one part. */
  anonymous: number;
  largestPart: number;
  /** 1 + restarts that lost the key. */
  parts: number;
  /** The counters that `instrument.ts` explains. */
  o: number;
  s: number;
  x: number;
  y: number;
  z: number;
  fresh: number;
  returned: number;
}

const NO_DAY: InstrumentDay = {
  ...{ day: 0, level: '', anonymous: 0, largestPart: 0, parts: 1 },
  ...{ o: 0, s: 0, x: 0, y: 0, z: 0, fresh: 0, returned: 0 },
};

/** What of O and Y may be subtracted inside a window that begins with `first`. Days outside any pair count nothing. */
export class OverlapLedger {
  readonly #days = new Map<number, InstrumentDay>();

  constructor(days: Iterable<InstrumentDay>) {
    for (const day of days) this.#days.set(day.day, day);
  }

  day(day: number): InstrumentDay {
    return this.#days.get(day) ?? NO_DAY;
  }

  /** The days that the instrument knows, both ends included, in order. */
  between(first: number, last: number): InstrumentDay[] {
    const known: InstrumentDay[] = [];
    for (let day = first; day <= last; day++) {
      const found = this.#days.get(day);
      if (found !== undefined) known.push(found);
    }
    return known;
  }

  /**
   * The days of a window whose overlap is the window's own: from after the first day that may hold older amounts to the last
   * dated one. `after` and `until` are equal when there is none.
   */
  comparedDays(first: number, last: number): { after: number; until: number } {
    return this.#believed(first, last, (day) => this.isDated(day));
  }

  /** The same of fresh identifiers. */
  comparedSwitchDays(first: number, last: number): { after: number; until: number } {
    return this.#believed(first, last, (day) => this.isSwitchDated(day));
  }

  #believed(first: number, last: number, isDated: (day: number) => boolean): { after: number; until: number } {
    let after = first;
    while (after < last && !isDated(after)) after += 1;
    let until = last;
    while (until > after && !isDated(until)) until -= 1;
    return { after, until };
  }

  /** Whether the pair of this day and the one before was large enough to be dated. */
  isDated(day: number): boolean {
    return Math.min(this.day(day).anonymous, this.day(day - 1).anonymous) >= FEWEST_ANONYMOUS;
  }

  /** Whether fresh identifiers of the day were dated. */
  isSwitchDated(day: number): boolean {
    return this.isDated(day) && this.day(day).fresh >= FEWEST_IDENTIFIED;
  }
}

export interface BoundsOptions {
  firstDay: number;
  lastDay: number;
  ledger: OverlapLedger;
  /** A filter, a breakdown or a part of a day: O is known of the whole site only. */
  isPart: boolean;
}

/** Distinct visitors of a group on one day. */
export interface DayVisitors {
  identified: number;
  /** Of these, those who were not among the identified of the window's days before. */
  fresh: number;
  anonymous: number;
}

/** The bounds of one group of visitors over a window of days. */
export class WindowBounds {
  readonly #options: BoundsOptions;
  #identified = 0;
  #anonymousDays = 0;
  #dailySum = 0;
  #mostAtOnce = 0;
  #overlap = 0;
  #switchers = 0;
  /** Amounts of undated days before the window may be booked on its first dated day: that day is not believed. */
  #mayHoldOlder: boolean;
  #mayHoldOlderSwitches: boolean;
  #lastSeen: { day: number; anonymous: number } | null = null;

  constructor(options: BoundsOptions) {
    this.#options = options;
    this.#mayHoldOlder = !options.ledger.isDated(options.firstDay);
    this.#mayHoldOlderSwitches = !options.ledger.isSwitchDated(options.firstDay);
  }

  /** Distinct identified visitors so far. */
  get measured(): number {
    return this.#identified;
  }

  get dailySum(): number {
    return this.#dailySum;
  }

  get overlap(): number {
    return this.#overlap;
  }

  get switchers(): number {
    return this.#switchers;
  }

  /** One day of the group. Days without any visit may be left out. */
  addDay(day: number, { identified, fresh, anonymous }: DayVisitors): void {
    const identifiedBefore = this.#identified;
    this.#identified += fresh;
    const { ledger, isPart, firstDay } = this.#options;
    const site = ledger.day(day);
    this.#anonymousDays += anonymous;
    this.#dailySum += identified + anonymous;
    // After a restart a yes cannot move the day-visitor of before, who may then be one of today's identified.
    const others = site.parts > 1 ? identifiedBefore : this.#identified;
    this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#fewestOf(anonymous, site) + others);
    if (day > firstDay) {
      const before = this.#lastSeen?.day === day - 1 ? this.#lastSeen.anonymous : 0;
      this.#subtractOverlap(day, anonymous, before);
      if (!isPart) this.#subtractSwitchers(day);
    }
    this.#lastSeen = { day, anonymous };
  }

  /** `unseenVisits`: visits without a day-visitor; `strayPageviews`: pageviews that may be anybody's. */
  bounds(unseenVisits: number, strayPageviews: number): { low: number; high: number } {
    const unseen = unseenVisits + strayPageviews;
    const low = Math.max(this.#identified, this.#mostAtOnce, unseen > 0 && this.#mostAtOnce === 0 ? 1 : 0);
    const high = this.#identified + this.#anonymousDays - this.#overlap - this.#switchers + unseen;
    return { low, high: Math.max(low, high) };
  }

  /** A day in parts may have counted an anonymous visitor once per part. */
  #fewestOf(anonymous: number, site: InstrumentDay): number {
    if (site.parts <= 1) return anonymous;
    return this.#options.isPart
      ? Math.ceil(anonymous / site.parts)
      : Math.max(site.largestPart, Math.ceil(anonymous / site.parts));
  }

  #subtractOverlap(day: number, anonymous: number, before: number): void {
    const { ledger, isPart } = this.#options;
    if (!ledger.isDated(day)) return;
    if (this.#mayHoldOlder) {
      this.#mayHoldOlder = false;
      return;
    }
    // Only after a dated day is this one's overlap its own: else it may hold what undated days before have left.
    if (isPart && !ledger.isDated(day - 1)) return;
    const today = ledger.day(day);
    // Of the site's overlap, at most those outside the group (today, or the day before) are not the group's.
    const certain = today.o - (today.anonymous - anonymous) - (ledger.day(day - 1).anonymous - before);
    this.#overlap += Math.max(0, Math.min(certain, anonymous, before));
  }

  #subtractSwitchers(day: number): void {
    const { ledger } = this.#options;
    if (!ledger.isSwitchDated(day)) return;
    if (this.#mayHoldOlderSwitches) {
      this.#mayHoldOlderSwitches = false;
      return;
    }
    this.#switchers += ledger.day(day).y;
  }
}
