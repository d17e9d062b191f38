/** The notes of a period, asked again after one was written. */
import { useMemo, useState } from 'preact/hooks';
import { fetchNotes } from '../api/annotations.ts';
import { useApp } from '../state/app.ts';
import type { Days } from '../state/period.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { type NumberedNote, numberNotes } from './place-notes.ts';

export interface Notes {
  notes: readonly NumberedNote[];
  /** Whether they are those of the period on show. */
  isKnown: boolean;
  /** Asks again. */
  reload(): void;
}

/** @param days null while they are not known */
export function useNotes(domain: string, days: Days | null): Notes {
  const [turn, setTurn] = useState(0);
  // They are written for those who run the site, so a shared page does not have them.
  const isAsked = useApp().shared === null;
  const { known, isStale } = useAnswerOf(
    fetchNotes,
    !isAsked ? null : days && { domain, from: days.first, to: days.last },
    turn,
  );
  // Without them there are still the figures: a failure is no news here.
  const notes = useMemo(() => (known === null || isStale ? [] : numberNotes(known.answer)), [known, isStale]);
  return { notes, isKnown: known !== null && !isStale, reload: () => setTurn((count) => count + 1) };
}
