/** Days and clock times of a time zone, right across daylight saving. A day is an integer: days since 1970-01-01. */
import { Temporal } from 'temporal-polyfill';

export interface ZonedDay {
  /** Days since 1970-01-01 of the calendar date. */
  day: number;
  /** UTC ms of the day's first instant, and of the next day's. A day can last 23, 24 or 25 hours. */
  startsAt: number;
  endsAt: number;
}

const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** The calendar date of a day number, as `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return EPOCH.add({ days: day }).toString();
}

/** The day number of a `YYYY-MM-DD`. @throws RangeError when it is no date. */
export function dayOfDate(date: string): number {
  return EPOCH.until(Temporal.PlainDate.from(date, { overflow: 'reject' }), { largestUnit: 'days' }).days;
}

/** Whether the runtime knows this IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name); // offsets such as +02:00 are no zones: they know no daylight saving
  } catch {
    return false;
  }
}

/** First instant (UTC ms) of a day in a zone. */
export function startOfDay(day: number, timeZone: string): number {
  return EPOCH.add({ days: day }).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The same date of the year before; 29 February becomes the 28th. */
export function dayOfYearBefore(day: number): number {
  return EPOCH.until(EPOCH.add({ days: day }).subtract({ years: 1 }), { largestUnit: 'days' }).days;
}

/** The same clock time of a zone on the same date of the year before. `at` is UTC ms. */
export function timeOfYearBefore(at: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).subtract({ years: 1 })
    .epochMilliseconds;
}

/** An instant as a zone's clock shows it, such as `2026-03-01T00:00:00+01:00`. `at` is UTC ms. */
export function clockTime(at: number, timeZone: string): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return time.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The day of a zone that holds an instant. `at` is UTC ms. */
export function dayAt(at: number, timeZone: string): ZonedDay {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const day = EPOCH.until(date, { largestUnit: 'days' }).days;
  return { day, startsAt: startOfDay(day, timeZone), endsAt: startOfDay(day + 1, timeZone) };
}

/** `dayAt` for the hot path: remembers the last few days asked per zone, since nearly every event falls into them. */
export class Calendar {
  readonly #recent = new Map<string, ZonedDay[]>();

  dayAt(at: number, timeZone: string): ZonedDay {
    const recent = this.#recent.get(timeZone) ?? [];
    const known = recent.find((day) => at >= day.startsAt && at < day.endsAt);
    if (known) return known;
    const found = dayAt(at, timeZone);
    this.#recent.set(timeZone, [found, ...recent.slice(0, 3)]);
    return found;
  }
}
