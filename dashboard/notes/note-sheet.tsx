/** The sheet in which a note is written, changed or removed. */
import type { TargetedSubmitEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import { removeNote, saveNote } from '../api/annotations.ts';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { useApp } from '../state/app.ts';
import { isDate } from '../state/period.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sayError } from '../ui/failure.tsx';
import type { NumberedNote } from './place-notes.ts';

/** What the server takes. */
const LONGEST = 200;

interface NoteSheetProps {
  domain: string;
  /** null for a new one; `gone` for one that the address names and that is not there. */
  note: NumberedNote | null | 'gone';
  /** The day that a new one is offered. */
  day: string;
  onClose: () => void;
  /** Something has changed. */
  onSaved: () => void;
}

export function NoteSheet({ note, onClose, ...others }: NoteSheetProps) {
  const words = useApp().texts.value.notes;
  return (
    <Dialog title={note === null ? words.newTitle : words.editTitle} kind="note" onClose={onClose}>
      {note === 'gone' ? <p>{words.gone}</p> : <NoteForm key={note?.id} note={note} onClose={onClose} {...others} />}
    </Dialog>
  );
}

function NoteForm({ domain, note, day: offered, onClose, onSaved }: NoteSheetProps & { note: NumberedNote | null }) {
  const app = useApp();
  const words = app.texts.value.notes;
  const [day, setDay] = useState(note?.day ?? offered);
  const [text, setText] = useState(note?.text ?? '');
  const [isTried, setTried] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const id = useId();
  const left = LONGEST - [...text.trim()].length;
  const isDay = isDate(day);
  const isText = text.trim() !== '' && left >= 0;

  const send = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      onSaved();
      onClose();
    } catch (thrown) {
      const failed = toApiError(thrown);
      app.turnAway(failed);
      setError(failed);
      setBusy(false);
    }
  };
  const save = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (isDay && isText) void send(() => saveNote(domain, note?.id ?? null, { day, text }));
  };
  const remove = () => {
    if (!isRemoving) setRemoving(true);
    else if (note !== null) void send(() => removeNote(domain, note.id));
  };

  return (
    <form class="note-form" onSubmit={save} noValidate>
      <p class="quiet">{words.intro}</p>
      <label>
        <span>{words.day}</span>
        <input
          type="date"
          name="day"
          value={day}
          aria-invalid={isTried && !isDay}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      </label>
      {isTried && !isDay ? <Mistake text={words.missingDay} /> : null}
      <label>
        <span>{words.text}</span>
        <textarea
          name="text"
          rows={3}
          dir="auto"
          value={text}
          aria-invalid={isTried && !isText}
          aria-describedby={id}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class={left < 0 ? 'mistake' : 'quiet'} id={id} data-left={left}>
        {left < 0 ? words.tooLong(-left) : words.left(left)}
      </p>
      {isTried && text.trim() === '' ? <Mistake text={words.missingText} /> : null}
      {error === null ? null : (
        <Mistake text={error.code === 'not_found' ? words.gone : sayError(error, app.texts.value)} />
      )}
      <div class="note-actions">
        <button type="submit" class="button" disabled={isBusy}>
          {words.save}
        </button>
        {note === null ? null : (
          <button type="button" class="button button-plain" disabled={isBusy} data-remove onClick={remove}>
            {isRemoving ? words.reallyRemove : words.remove}
          </button>
        )}
      </div>
    </form>
  );
}

function Mistake({ text }: { text: string }) {
  return (
    <p class="mistake" role="alert">
      {text}
    </p>
  );
}
