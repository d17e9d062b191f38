/** The 168 hours of a week, from the rows of an answer by weekday and hour. */
import type { Row } from '../api/query.ts';

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

interface Week {
  /** 0 where there is no row: nothing began, or too little to be told. */
  visitsOf(day: string, hour: string): number;
  /** Of one hour; 1 at least. */
  most: number;
}

export function spreadWeek(rows: readonly Pick<Row, 'values' | 'figure'>[]): Week {
  const known = new Map(rows.map(({ values, figure }) => [values.join(' '), figure('visits') ?? 0]));
  return {
    visitsOf: (day, hour) => known.get(`${day} ${hour}`) ?? 0,
    most: Math.max(1, ...known.values()),
  };
}
