/** The months of the simulated year, by their first days. */
import { dateOf, dayOfDate } from '../../src/lib/calendar.ts';
import { FIRST_DAY, LAST_DAY } from './shape.ts';

const firstDays = new Map<number, number>();
// One day more on both sides: visits reach over midnight.
for (let day = FIRST_DAY - 1; day <= LAST_DAY + 1; day++)
  firstDays.set(day, dayOfDate(`${dateOf(day).slice(0, 7)}-01`));

export const MONTHS = {
  /** @throws when the day lies outside the year */
  firstDayOf(day: number): number {
    const first = firstDays.get(day);
    if (first === undefined) throw new Error(`day ${day} is not of this year`);
    return first;
  },
};
