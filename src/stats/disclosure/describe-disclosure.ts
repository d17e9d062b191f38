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

/** @returns null where nothing is coarsened */
export function describeDisclosure({ roundedTo, smallest }: Disclosure, hidden: number): DisclosureMeta | null {
  if (roundedTo === null && smallest === null) return null;
  const sentences = [
    ...(roundedTo === null ? [] : [`Counts are rounded to ${roundedTo}.`]),
    ...(smallest === null
      ? []
      : [`Figures of fewer than ${smallest} visitors are hidden, and others by which they could be worked out.`]),
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
