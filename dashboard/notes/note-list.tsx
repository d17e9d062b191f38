/** The notes of the period below the chart, each with its number on it, and the way to write one. */
import { useApp } from '../state/app.ts';
import { useMay } from '../state/use-may.ts';
import { useView } from '../state/use-view.ts';
import type { View } from '../state/view.ts';
import { Link } from '../ui/link.tsx';
import type { NumberedNote } from './place-notes.ts';

/** What opens the sheet of a note. @param id null for a new one */
export function openNote(id: number | null): Partial<View> {
  return { open: 'note', own: id === null ? [] : [['note', String(id)]] };
}

export function NoteList({ notes }: { notes: readonly NumberedNote[] }) {
  const { texts, format } = useApp();
  const { hrefOf } = useView();
  const mayWrite = useMay('editor');
  const words = texts.value.notes;
  if (notes.length === 0) return null;
  return (
    <ol class="notes" aria-label={words.title}>
      {notes.map(({ id, number, day, text }) => (
        <li key={id} data-note={id} data-day={day}>
          <span class="note-number" aria-hidden="true">
            {number}
          </span>
          <span class="note-text">
            <time class="quiet" dateTime={day}>
              {format.value.bucket(day, 'day', 'long')}
            </time>{' '}
            <bdi>{text}</bdi>
          </span>
          {mayWrite ? (
            <Link
              class="quiet-link"
              href={hrefOf(openNote(id))}
              label={words.change(format.value.bucket(day, 'day', 'long'))}
            >
              {words.edit}
            </Link>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
