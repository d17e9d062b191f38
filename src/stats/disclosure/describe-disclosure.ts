/** What an answer says of how finely it is told. */
import type { Disclosure } from '../../domain/disclosure.ts';

export interface DisclosureMeta {
  /** Counts are multiples of it; null: they are exact. */
  rounded_to: number | null;
  /** Cells of fewer visitors are hidden; null: none is. */
  smallest: number | null;
  /** Figures that are hidden in this answer, those by which a small one could be worked out included. */
  hidden: number;
  reason: string;
}

/** Whoever asks by several dimensions could combine answers: then no count is told exactly. */
const STEP_OF_SEVERAL = 10;

/** How finely a question may be answered. @param dimensions by which it asks */
export function disclosureOfTable(disclosure: Disclosure, dimensions: number): Disclosure {
  if (!leavesOut(disclosure, dimensions)) return disclosure;
  return { ...disclosure, roundedTo: disclosure.roundedTo ?? STEP_OF_SEVERAL };
}

/**
 * Whether hidden rows are left out: along several dimensions nobody must be able to tell them from those that are not there, since a
 * row that is alone in its line is told by its sum; in public not even their names are told.
 */
export function leavesOut({ smallest, omitsHidden = false }: Disclosure, dimensions: number): boolean {
  return smallest !== null && (dimensions > 1 || omitsHidden);
}

/** @returns null where nothing is coarsened */
export function describeDisclosure(disclosure: Disclosure, hidden: number, dimensions = 1): DisclosureMeta | null {
  const { roundedTo, smallest } = disclosure;
  if (roundedTo === null && smallest === null) return null;
  const sentences = [
    ...(roundedTo === null ? [] : [`Counts are rounded to ${roundedTo}.`]),
    ...(smallest === null
      ? []
      : [`Figures of fewer than ${smallest} visitors are hidden, and others by which they could be worked out.`]),
    ...(leavesOut(disclosure, dimensions) ? ['Rows that are hidden are left out.'] : []),
  ];
  return { rounded_to: roundedTo, smallest, hidden, reason: sentences.join(' ') };
}

/** A count as it may be told. @param direction `down` and `up` for the ends of an interval */
export function roundCount(
  count: number,
  { roundedTo }: Disclosure,
  direction: 'nearest' | 'down' | 'up' = 'nearest',
): number {
  if (roundedTo === null) return count;
  const round = { nearest: Math.round, down: Math.floor, up: Math.ceil }[direction];
  return round(count / roundedTo) * roundedTo;
}
