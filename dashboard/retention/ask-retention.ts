/** How retention is asked: its unit of time, and how many of them. */
import { type Base, RETENTION_UNITS, type RetentionUnit } from '../api/explorations.ts';
import { countDays, type Days } from '../state/period.ts';

/** How many units after the first can be chosen; the middle one unless another is. */
export const PERIODS: Readonly<Record<RetentionUnit, readonly number[]>> = {
  day: [7, 14, 30],
  week: [4, 8, 12, 26],
  month: [3, 6, 12],
};
const USUAL: Readonly<Record<RetentionUnit, number>> = { day: 14, week: 8, month: 6 };
/** More cohorts than this make a table that nobody reads. */
const LONGEST_DAYS: Readonly<Record<'day' | 'week', number>> = { day: 14, week: 120 };

export interface RetentionQuestion {
  base: Base;
  unit: RetentionUnit;
  periods: number;
}

/** The unit of the address, or the one that suits the days on show. */
export function readUnit(text: string | undefined, days: Days | null): RetentionUnit {
  const asked = RETENTION_UNITS.find((known) => known === text);
  if (asked !== undefined) return asked;
  if (days === null) return 'month';
  const count = countDays(days);
  return count <= LONGEST_DAYS.day ? 'day' : count <= LONGEST_DAYS.week ? 'week' : 'month';
}

export function periodsFor(unit: RetentionUnit): number {
  return USUAL[unit];
}

/** @param text any number that the server takes; others are the usual one */
export function readPeriods(text: string | undefined, unit: RetentionUnit): number {
  const count = Number(text ?? '');
  return Number.isInteger(count) && count >= 1 && count <= 365 ? count : USUAL[unit];
}
