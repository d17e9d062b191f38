/** Answers of explorations as finely as they may be told: what is hidden is null. */
import type { Disclosure } from '../../domain/disclosure.ts';
import type { FunnelScan, Journey, RealtimeSpan, SeenVisits } from '../explorations/ports.ts';
import { chooseHidden, isSmall } from './choose-hidden.ts';
import { roundCount } from './describe-disclosure.ts';

/** Counts that may be hidden. */
export type Told<T> = { [Name in keyof T]: T[Name] extends number ? number | null : T[Name] };

/** One sequence of falling counts; a step is hidden when it, or who was lost since the last one told, is few. */
function hideSteps(counts: readonly number[], smallest: number): boolean[] {
  let last: number | null = null;
  return counts.map((count) => {
    const isHidden = isSmall(count, smallest) || (last !== null && isSmall(last - count, smallest));
    if (!isHidden) last = count;
    return isHidden;
  });
}

type Steps = FunnelScan['steps'];

/** @returns null for a count that is hidden */
export function protectSteps(steps: Steps, disclosure: Disclosure): Told<Steps[number]>[] {
  const { smallest } = disclosure;
  const hide = (of: (step: Steps[number]) => number) =>
    smallest === null ? steps.map(() => false) : hideSteps(steps.map(of), smallest);
  const reached = hide((step) => step.reached);
  const identified = hide((step) => step.identified);
  const anonymous = hide((step) => step.anonymous);
  return steps.map((step, index) => {
    // Of two parts and their sum no one is hidden alone.
    const isPart = reached[index] === true || identified[index] === true || anonymous[index] === true;
    const tell = (count: number, isHidden: boolean | undefined) => (isHidden ? null : roundCount(count, disclosure));
    return {
      reached: tell(step.reached, reached[index]),
      identified: tell(step.identified, isPart),
      anonymous: tell(step.anonymous, isPart),
    };
  });
}

/** Cohorts are hidden as cells of one column; of one that is told, periods with few visitors, or few missing. */
export function protectCohorts(rows: readonly (readonly number[])[], disclosure: Disclosure): (number | null)[][] {
  const { smallest } = disclosure;
  const cells = rows.map((row, cohort) => ({ place: [String(cohort)], size: row[0] ?? 0 }));
  const hidden = smallest === null ? [] : chooseHidden(cells, smallest);
  return rows.map((row, cohort) =>
    row.map((count) => {
      if (hidden[cohort] === true) return null;
      if (smallest !== null && (isSmall(count, smallest) || isSmall((row[0] ?? 0) - count, smallest))) return null;
      return roundCount(count, disclosure);
    }),
  );
}

/** @param total of all rows, also of those that are not there */
export function protectJourneys(
  rows: readonly Journey[],
  { total, totalRows }: { total: number; totalRows: number },
  disclosure: Disclosure,
): { rows: Told<Journey>[]; total: number | null } {
  const { smallest } = disclosure;
  const sizes = rows.map(({ count }) => count);
  const hidden = smallest === null ? [] : hideInList(sizes, { total, isWhole: rows.length === totalRows }, smallest);
  return {
    rows: rows.map((row, index) => ({ ...row, count: hidden[index] ? null : roundCount(row.count, disclosure) })),
    total: smallest !== null && isSmall(total, smallest) ? null : roundCount(total, disclosure),
  };
}

/** A list with a known total, of which there may be more than is listed. */
export function hideInList(
  sizes: readonly number[],
  { total, isWhole }: { total: number; isWhole: boolean },
  smallest: number,
): boolean[] {
  const cells = sizes.map((size, index) => ({ place: [String(index)], size }));
  const rest = total - sizes.reduce((sum, size) => sum + size, 0);
  const all = isWhole ? cells : [...cells, { place: ['rest'], size: Math.max(1, rest) }];
  // What is not listed is not told either.
  const hidden = chooseHidden(all, smallest, isWhole ? [] : all.map((_cell, index) => index === cells.length));
  return hidden.slice(0, cells.length);
}

export function protectSeen(seen: SeenVisits, disclosure: Disclosure): Told<SeenVisits> {
  const { smallest } = disclosure;
  const { visits, identified, unseen } = seen;
  const isFew = (count: number) => smallest !== null && isSmall(count, smallest);
  const tell = (count: number, isHidden: boolean) => (isHidden ? null : roundCount(count, disclosure));
  return {
    visits: tell(visits, isFew(visits)),
    identified: tell(identified, isFew(identified) || isFew(visits - identified) || isFew(visits)),
    unseen: tell(unseen, isFew(unseen) || isFew(visits - unseen) || isFew(visits)),
  };
}

/** @param longer the span that holds this one: who is in it alone must not be few either */
export function protectSpan(
  span: RealtimeSpan,
  longer: RealtimeSpan | null,
  disclosure: Disclosure,
): Told<RealtimeSpan> {
  const { smallest } = disclosure;
  const people = (each: RealtimeSpan) => each.identified + each.anonymous;
  const counts = (each: RealtimeSpan) => [
    people(each),
    each.identified,
    each.anonymous,
    each.pageviews,
    each.uncounted,
  ];
  const isHidden =
    smallest !== null &&
    (counts(span).some((count) => isSmall(count, smallest)) ||
      (longer !== null && counts(longer).some((count, at) => isSmall(count - (counts(span)[at] ?? 0), smallest))));
  const tell = (count: number) => (isHidden ? null : roundCount(count, disclosure));
  const { identified, anonymous, pageviews, uncounted } = span;
  return {
    ...{ identified: tell(identified), anonymous: tell(anonymous) },
    ...{ pageviews: tell(pageviews), uncounted: tell(uncounted) },
  };
}
