/** Numbers of people in words: what is estimated is shown no finer than it is known. */
import type { Format } from '../i18n/format.ts';
import type { People } from './people.ts';

const DIGITS = 3;

/** The number with three digits that mean something; the ends of an interval are rounded outwards, so that it never gets narrower. */
export function coarsen(value: number, direction: 'nearest' | 'down' | 'up' = 'nearest'): number {
  const whole = Math.max(0, Math.round(value));
  const step = 10 ** Math.max(0, String(whole).length - DIGITS);
  const round = { nearest: Math.round, down: Math.floor, up: Math.ceil }[direction];
  return round(whole / step) * step;
}

/** `12,300` for an estimate, `12,345` when exact, `718 – 3,021` for bounds. */
export function sayPeople({ kind, best, low, high }: People, { count, range }: Format): string {
  if (best === null) return range(low, high);
  return count(kind === 'estimate' ? coarsen(best) : best);
}

/** The interval's two ends as texts, rounded when they belong to an estimate. */
export function sayEnds({ kind, low, high }: People, { count }: Format): { low: string; high: string } {
  return kind === 'estimate'
    ? { low: count(coarsen(low, 'down')), high: count(coarsen(high, 'up')) }
    : { low: count(low), high: count(high) };
}

/** `11,800 – 12,900`. */
export function sayInterval(people: People, format: Format): string {
  return people.kind === 'estimate'
    ? format.range(coarsen(people.low, 'down'), coarsen(people.high, 'up'))
    : format.range(people.low, people.high);
}
