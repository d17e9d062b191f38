/** One segment: its name applies it, the rest changes it; deleting asks once more. */
import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { changeSegment, removeSegment, type Segment } from '../api/segments.ts';
import type { Site } from '../api/server-state.ts';
import { sayCondition } from '../i18n/say-condition.ts';
import { useApp } from '../state/app.ts';
import { hasValue, SEGMENT, toggleValue } from '../state/conditions.ts';
import { useMay } from '../state/use-may.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import { type Change, LONGEST_NAME, sayRefusal } from './change-segments.ts';
import { renameSegment, toConditions } from './segment-filters.ts';

interface SegmentRowProps {
  site: Site;
  segment: Segment;
  /** The filters in force, which may take the place of its own; null for none. */
  savable: readonly (readonly unknown[])[] | null;
  change: Change;
}

export function SegmentRow({ site, segment, savable, change }: SegmentRowProps) {
  const { texts, format } = useApp();
  const words = texts.value.segments;
  const { view, hrefOf, adjust } = useView();
  const mayWrite = useMay('editor');
  const [asked, setAsked] = useState<'rename' | 'remove' | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const { id, name } = segment;
  const conditions = toConditions(segment);
  const isApplied = hasValue(view.conditions, SEGMENT, name);
  const isReplaceable = savable !== null && !view.conditions.some(({ dimension }) => dimension === SEGMENT);

  const attempt = async (work: () => Promise<unknown>, said: string, newName: string | null) => {
    const failure = await change(work, said);
    setMistake(failure === null ? null : sayRefusal(failure, texts.value));
    if (failure !== null) return;
    setAsked(null);
    // The address on show names it still.
    if (newName !== name) adjust({ conditions: renameSegment(view.conditions, name, newName) });
  };
  const ask = (what: typeof asked) => {
    setMistake(null);
    setAsked(asked === what ? null : what);
  };
  return (
    <li data-segment={name}>
      <div class="segment-head">
        <Link
          class="segment-name"
          isReplacing
          href={hrefOf({ conditions: toggleValue(view.conditions, SEGMENT, name), open: null })}
          isCurrent={isApplied}
          label={words.apply(name)}
        >
          <bdi>{name}</bdi>
        </Link>
        <p class="quiet segment-filters">
          <bdi>
            {conditions === null
              ? words.complex
              : conditions.map((each) => sayCondition(each, texts.value, format.value)).join(words.and)}
          </bdi>
        </p>
      </div>
      <div class="segment-ways">
        {conditions === null ? null : (
          <Link class="quiet-link" isReplacing href={hrefOf({ conditions, open: null })} label={words.unfoldOf(name)}>
            {words.unfold}
          </Link>
        )}
        {mayWrite ? (
          <>
            {isReplaceable ? (
              <button
                type="button"
                class="quiet-link"
                aria-label={words.replaceOf(name)}
                onClick={() =>
                  void attempt(
                    () => changeSegment(site.domain, id, { filters: savable ?? [] }),
                    words.saved(name),
                    name,
                  )
                }
              >
                {words.replace}
              </button>
            ) : null}
            <button
              type="button"
              class="quiet-link"
              aria-label={words.renameOf(name)}
              aria-expanded={asked === 'rename'}
              onClick={() => ask('rename')}
            >
              {words.rename}
            </button>
            <button
              type="button"
              class="quiet-link"
              aria-label={words.removeOf(name)}
              aria-expanded={asked === 'remove'}
              onClick={() => ask('remove')}
            >
              {words.remove}
            </button>
          </>
        ) : null}
      </div>
      {asked === 'rename' ? (
        <RenameForm
          name={name}
          onRename={(wanted) =>
            void attempt(() => changeSegment(site.domain, id, { name: wanted }), words.saved(wanted), wanted)
          }
          onCancel={() => ask(null)}
        />
      ) : null}
      {asked === 'remove' ? (
        <fieldset class="segment-asked">
          <legend>{words.confirm(name)}</legend>
          <button type="button" class="button button-plain" onClick={() => ask(null)}>
            {words.keep}
          </button>
          <button
            type="button"
            class="button"
            aria-label={words.removeOf(name)}
            onClick={() => void attempt(() => removeSegment(site.domain, id), words.removed(name), null)}
          >
            {words.remove}
          </button>
        </fieldset>
      ) : null}
      {mistake === null ? null : (
        <p class="mistake" role="alert">
          {mistake}
        </p>
      )}
    </li>
  );
}

interface RenameFormProps {
  name: string;
  onRename: (name: string) => void;
  onCancel: () => void;
}

function RenameForm({ name, onRename, onCancel }: RenameFormProps) {
  const words = useApp().texts.value.segments;
  const [wanted, setWanted] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onRename(wanted.trim());
  };
  return (
    <form class="segment-asked" onSubmit={submit} noValidate>
      <p class="quiet">{words.confirmRename}</p>
      <input
        type="text"
        ref={field}
        name="rename"
        aria-label={words.name}
        value={wanted}
        maxLength={LONGEST_NAME}
        autocomplete="off"
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <button type="button" class="button button-plain" onClick={onCancel}>
        {words.cancel}
      </button>
      <button type="submit" class="button">
        {words.save}
      </button>
    </form>
  );
}
