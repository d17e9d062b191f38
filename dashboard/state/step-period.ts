/** The period before a period, and the one after it: whole months beside months, whole years beside years, else as many days. */
import {
  addDays,
  addMonths,
  countDays,
  type Days,
  daysOf,
  PERIOD_WORDS,
  type Period,
  type PeriodWord,
} from './period.ts';

/** The first year that can be asked for. */
const EARLIEST = '1000-01-01';

/** Words that stand for months; the others stand for days. */
const MONTHS_OF: Partial<Record<PeriodWord, number>> = { month: 1, last_month: 1, '12mo': 12, year: 12 };

/**
 * @param today where the site is
 * @param step 1 for the next period, -1 for the previous one
 * @returns null when there is none: all time has no neighbours, and nothing is known of tomorrow
 */
export function stepPeriod(period: Period, today: string, step: 1 | -1): Period | null {
  const days = daysOf(period, today);
  if (days === null) return null;
  const months = 'word' in period ? (MONTHS_OF[period.word] ?? null) : monthsOf(days, today);
  const moved = months === null ? moveByDays(days, step) : moveByMonths(days, months, step);
  if (moved.first > today || moved.first < EARLIEST) return null;
  const last = moved.last > today ? today : moved.last;
  return nameDays({ first: moved.first, last }, today);
}

/** How many whole months the days are, where the one that goes on counts as whole; null when they are something else. */
function monthsOf({ first, last }: Days, today: string): number | null {
  const isWhole = first.endsWith('-01') && (addDays(last, 1).endsWith('-01') || last === today);
  // The first of a month alone is a day.
  if (!isWhole || first === last) return null;
  const [from, to] = [first, last].map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
  const months = (to ?? 0) - (from ?? 0) + 1;
  // A year that goes on is a year; other spans of months end with the month.
  return first.endsWith('-01-01') && last === today && first.slice(0, 4) === last.slice(0, 4) ? 12 : months;
}

function moveByDays(days: Days, step: number): Days {
  const length = countDays(days) * step;
  return { first: addDays(days.first, length), last: addDays(days.last, length) };
}

function moveByMonths({ first }: Days, months: number, step: number): Days {
  const moved = addMonths(first, months * step);
  return { first: moved, last: addDays(addMonths(moved, months), -1) };
}

/** The word for the days, so that a step back and forth ends where it began. */
function nameDays(days: Days, today: string): Period {
  const word = PERIOD_WORDS.find((each) => {
    const known = daysOf({ word: each }, today);
    return known !== null && known.first === days.first && known.last === days.last;
  });
  return word === undefined ? { from: days.first, to: days.last } : { word };
}
