/** Decides how the people of a window can be counted: exactly, by an estimator, or not beyond bounds, and why. */
import type { InstrumentDay } from '../window-bounds.ts';
import { FEWEST_ON_DAY } from './broken-day.ts';
import { type Estimator, FEWEST_IN_PART, FEWEST_REPEATERS } from './window-model.ts';

/** Longer windows have not been proven by simulation. */
export const LONGEST_WINDOW_DAYS = 92;

/** Every way to a number of visitors, or to none; the sentence says why. */
export const METHOD_CASES = {
  consented: 'Every visitor had given consent, so each is counted once over the whole period.',
  'single-day': 'A single day: anonymous visitors are told apart within it, visitors with consent by their identifier.',
  met: 'What was seen allows one number only.',
  'date-flag':
    'Each device keeps the date of its last visit and says when it is here for the first time in the day, week or month.',
  overlap:
    'Anonymous visitors are estimated from those with consent, weighted so that days overlap as was observed; consent bias is corrected.',
  strata:
    'Anonymous visitors are estimated from those with consent, by device and directness. The interval does not cover consent bias: those who accept may come more or less often than the others.',
  'visit-ratio':
    'Anonymous visitors are estimated from their visits, as if each had as many as a visitor with consent. The interval does not cover consent bias.',
  'broken-day':
    'The service was restarted during the day: who came before and after was counted twice, and is taken out as often as it happened to visitors with consent.',
  'few-repeaters': `Too few visitors with consent came on two days or more (${FEWEST_REPEATERS} are needed), so nothing is estimated: between these bounds by counting alone.`,
  'few-in-filter': `Too few visitors with consent are inside the filter (${FEWEST_IN_PART} are needed), so nothing is estimated: between these bounds by counting alone.`,
  'long-window': `Estimates are made for ${LONGEST_WINDOW_DAYS} days at most, for which their error is known: between these bounds by counting alone.`,
  'part-of-day': 'The period cuts days apart, so only bounds are certain.',
  'broken-day-unestimated': `The service was restarted during the day, so that an anonymous visitor may have been counted before and after; too few visitors with consent (${FEWEST_ON_DAY} are needed) to say how many.`,
  uncounted:
    'Some pageviews were counted without telling people apart, so each may be one person or the same one again.',
  'events-unseen':
    'At this level the pages of an anonymous visit are not joined, so visitors of a page cannot be estimated: between these bounds by counting alone.',
} as const;
export type MethodCase = keyof typeof METHOD_CASES;

/** How a window is going to be estimated: by an estimator, by the broken day's factor, not at all (with the reason). */
export type Approach = { by: Estimator | 'broken-day' } | { by: null; why: MethodCase };

export interface WindowShape {
  firstDay: number;
  lastDay: number;
  isWholeDays: boolean;
}

/** @param days of the window that the instrument knows */
export function chooseApproach(shape: WindowShape, days: readonly InstrumentDay[]): Approach {
  const length = shape.lastDay - shape.firstDay + 1;
  if (days.some(({ level }) => level === 'pageviews')) return { by: null, why: 'uncounted' };
  if (!shape.isWholeDays) return { by: null, why: 'part-of-day' };
  if (days.some(({ level }) => level === 'visits')) return byLength(length, 'E1');
  if (length === 1) return days.some(({ parts }) => parts > 1) ? { by: 'broken-day' } : { by: null, why: 'single-day' };
  return byLength(length, days.every(({ level }) => level === 'two-day') ? 'E3' : 'E2');
}

function byLength(length: number, by: Estimator): Approach {
  return length > LONGEST_WINDOW_DAYS ? { by: null, why: 'long-window' } : { by };
}
