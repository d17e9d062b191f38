/** How large the simulated year is, and of what kind: everything follows from the number of pageviews. */
import { dayOfDate } from '../../src/lib/calendar.ts';

export const DOMAIN = 'example.org';
export const TIME_ZONE = 'Europe/Paris';
/** How far the site tells anonymous visitors apart. */
export const LEVEL = 'two-day';
/** Twelve months that are over, so that every day is sealed. */
export const FIRST_DATE = '2025-11-01';
export const LAST_DATE = '2026-10-31';
export const FIRST_DAY = dayOfDate(FIRST_DATE);
export const LAST_DAY = dayOfDate(LAST_DATE);
export const DAYS = LAST_DAY - FIRST_DAY + 1;

export const PATHS = 30_000;
export const REFERRERS = 2_000;
export const COUNTRIES = 200;
/** Exponent of Zipf's law for pages. */
export const PAGE_EXPONENT = 1.05;
export const IDENTIFIED = 0.3;
export const DIRECT_VISITS = 0.35;
/** Visits that begin in the last minutes of their day; most of them go on into the next. */
export const LATE_VISITS = 0.018;
export const SIGNUPS = 0.003;
export const PURCHASES = 0.002;

export interface Shape {
  /** About; what was really made is counted. */
  pageviews: number;
  visits: number;
  people: number;
}

/** Ten million pageviews are four million visits of one and a half million people. */
export function shapeOf(pageviews: number): Shape {
  return { pageviews, visits: Math.round(pageviews * 0.4), people: Math.round(pageviews * 0.15) };
}
