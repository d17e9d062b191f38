/** Numbers the notes of a period, and finds the bar that each belongs to. */
import type { Note } from '../api/annotations.ts';
import type { Bucket } from '../state/period.ts';

export interface NumberedNote extends Note {
  /** From 1, by day. */
  number: number;
}

export function numberNotes(notes: readonly Note[]): NumberedNote[] {
  return notes.map((note, index) => ({ ...note, number: index + 1 }));
}

/**
 * The numbers of the notes of each bucket. An hour has none: a note is on a whole day.
 * @param labels the first days of the buckets, in their order
 */
export function placeNotes(notes: readonly NumberedNote[], labels: readonly string[], bucket: Bucket): number[][] {
  const placed: number[][] = labels.map(() => []);
  if (bucket === 'hour') return placed;
  for (const { day, number } of notes) placed[labels.findLastIndex((label) => label <= day)]?.push(number);
  return placed;
}
