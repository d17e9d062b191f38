/** The 168 hours of a week, from the rows of an answer by weekday and hour. */
import type { Row } from '../api/query.ts';

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

interface Week {
  /** 0 where there is no row: nothing began, or too little to be told. */
  visitsOf(day: string, hour: string): number;
  /** Of one hour; 1 at least. */
  most: number;
  /** Of one hour on all days, of one day, and of all: a visit begins once, so that they add up. Of what is told whole alone. */
  ofHour(hour: string): number;
  ofDay(day: string): number;
  all: number;
}

export function spreadWeek(rows: readonly Pick<Row, 'values' | 'figure'>[]): Week {
  const known = new Map(rows.map(({ values, figure }) => [values.join(' '), figure('visits') ?? 0]));
  const visitsOf = (day: string, hour: string) => known.get(`${day} ${hour}`) ?? 0;
  const ofDay = (day: string) => sumOf(HOURS.map((hour) => visitsOf(day, hour)));
  return {
    ...{ visitsOf, ofDay },
    most: Math.max(1, ...known.values()),
    ofHour: (hour) => sumOf(WEEKDAYS.map((day) => visitsOf(day, hour))),
    all: sumOf(WEEKDAYS.map(ofDay)),
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
