/** How far anonymous visitors may be told apart: one closed table, read by pipeline, keys, counter, tests and docs/how-we-count.md. */

/** How an event without an identifier is counted: `anonymous` by the day's hash, `unseen` as visits only, `uncounted` as pageviews only. */
export type AnonymousMode = 'uncounted' | 'unseen' | 'anonymous';

export interface LevelRule {
  mode: AnonymousMode;
  /** Whether a keyed hash of network and browser is computed, of anybody. */
  hashes: boolean;
  /** Whether today's hashes are looked up among yesterday's. */
  comparesYesterday: boolean;
  /** What can be counted of anonymous visitors. */
  counts: readonly ('pageviews' | 'visits' | 'day-visitors' | 'overlap')[];
  /** Site days at whose end, and half an hour, a day's key dies: its own is 1; 0 when no key is ever made. */
  keyDays: 0 | 1 | 2;
}

/** From the strictest to the most telling; each counts what the ones before it count. */
export const LEVELS = {
  pageviews: { mode: 'uncounted', hashes: false, comparesYesterday: false, counts: ['pageviews'], keyDays: 0 },
  visits: { mode: 'unseen', hashes: false, comparesYesterday: false, counts: ['pageviews', 'visits'], keyDays: 0 },
  day: {
    ...{ mode: 'anonymous', hashes: true, comparesYesterday: false, keyDays: 1 },
    counts: ['pageviews', 'visits', 'day-visitors'],
  },
  'two-day': {
    ...{ mode: 'anonymous', hashes: true, comparesYesterday: true, keyDays: 2 },
    counts: ['pageviews', 'visits', 'day-visitors', 'overlap'],
  },
} as const satisfies Record<string, LevelRule>;

export type AnonymousLevel = keyof typeof LEVELS;
export const ANONYMOUS_LEVELS = Object.keys(LEVELS) as readonly AnonymousLevel[];

/** Levels that tell anonymous day-visitors apart and so need keys. */
export type HashLevel = {
  [Level in AnonymousLevel]: (typeof LEVELS)[Level]['hashes'] extends true ? Level : never;
}[AnonymousLevel];

export function isHashLevel(level: AnonymousLevel): level is HashLevel {
  return LEVELS[level].hashes;
}

/**
 * The optional extra beside any level, `date-flag`: the device keeps the date of its last visit and says with a pageview whether
 * it is the first of the day (d), of the ISO week (w), of the calendar month (m). The first of a week or month is one of its day too.
 */
export const FIRSTS = ['d', 'dw', 'dm', 'dwm'] as const;
export type FirstOf = (typeof FIRSTS)[number];
