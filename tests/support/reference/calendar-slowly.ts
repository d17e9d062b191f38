/** Days and hours of a time zone asked of `Intl` alone, one instant at a time: slow, and independent of the service's calendar. */

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-29 02:15:00` as the zone's clock shows an instant. `at` is UTC ms. */
export function clockOf(at: number, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return clock.format(at);
}

/** The calendar date of an instant. */
export function dateAt(at: number, timeZone: string): string {
  return clockOf(at, timeZone).slice(0, 10);
}

/** Days since 1970-01-01 of a date. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function dateOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The zone's day that holds an instant. */
export function dayOf(at: number, timeZone: string): number {
  return dayNumber(dateAt(at, timeZone));
}

const starts = new Map<string, number>();

/** The first instant of a day: looked for minute by minute, since clocks change at odd times. */
export function startOf(day: number, timeZone: string): number {
  const name = `${timeZone} ${day}`;
  const known = starts.get(name);
  if (known !== undefined) return known;
  let at = day * 86_400_000 - 15 * 3_600_000;
  while (dayOf(at + 3_600_000, timeZone) < day) at += 3_600_000;
  while (dayOf(at, timeZone) < day) at += 60_000;
  starts.set(name, at);
  return at;
}
