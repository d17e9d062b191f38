/** Unique devices by the date that each of them keeps: exact from the first day of a week or a month on, without any identifier. */
import { dateOf } from '../lib/calendar.ts';

/** First pages of one site's day: devices here for the first time in the day, the ISO week, the calendar month. */
export interface FirstPages {
  day: number;
  d: number;
  w: number;
  m: number;
}

export class DateFlags {
  readonly #days = new Map<number, FirstPages>();
  readonly #isVisited: (day: number) => boolean;

  /** @param isVisited whether anything was counted on a day */
  constructor(days: readonly FirstPages[], isVisited: (day: number) => boolean) {
    for (const day of days) this.#days.set(day.day, day);
    this.#isVisited = isVisited;
  }

  /**
   * Devices of a window that begins with its week or month and does not leave it, or of one day.
   * @returns null for other windows, and where a day of it, or the one before or after, was counted without flags: the flag may
   * have been switched on or off in the middle of a day
   */
  countDevices(firstDay: number, lastDay: number): number | null {
    const letter = letterFor(firstDay, lastDay);
    if (letter === null) return null;
    let devices = 0;
    for (let day = firstDay - 1; day <= lastDay + 1; day++) {
      const flags = this.#days.get(day);
      if (flags === undefined && this.#isVisited(day)) return null;
      if (day >= firstDay && day <= lastDay) devices += flags?.[letter] ?? 0;
    }
    return devices;
  }
}

function letterFor(firstDay: number, lastDay: number): 'd' | 'w' | 'm' | null {
  if (firstDay === lastDay) return 'd';
  // 1970-01-01 was a Thursday; weeks begin on Monday.
  const isMonday = (firstDay + 3) % 7 === 0;
  if (isMonday && lastDay - firstDay < 7) return 'w';
  const [first, last] = [dateOf(firstDay), dateOf(lastDay)];
  return first.endsWith('-01') && first.slice(0, 7) === last.slice(0, 7) ? 'm' : null;
}
