/** Saves the filters in force under a name; the view then asks by it. */
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { addSegment } from '../api/segments.ts';
import type { Site } from '../api/server-state.ts';
import { sayCondition } from '../i18n/say-condition.ts';
import { Field } from '../pages/field.tsx';
import { useApp } from '../state/app.ts';
import { SEGMENT } from '../state/conditions.ts';
import { useView } from '../state/use-view.ts';
import { type Change, LONGEST_NAME, sayRefusal } from './change-segments.ts';

interface SaveSegmentProps {
  site: Site;
  /** The filters in force; null when there is nothing that could be saved. */
  savable: readonly (readonly unknown[])[] | null;
  change: Change;
}

export function SaveSegment({ site, savable, change }: SaveSegmentProps) {
  const { texts, format } = useApp();
  const words = texts.value.segments;
  const { view, adjust } = useView();
  const [name, setName] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const isSegment = view.conditions.every(({ dimension }) => dimension === SEGMENT);
  if (savable === null || isSegment) return <p class="quiet segments-save">{words.nothingToSave}</p>;

  const save = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return setMistake(words.missingName);
    const failure = await change(
      () => addSegment(site.domain, { name: wanted, filters: savable }),
      words.saved(wanted),
    );
    setMistake(failure === null ? null : sayRefusal(failure, texts.value));
    // The address says the same in one word now.
    if (failure === null) adjust({ conditions: [{ operator: 'is', dimension: SEGMENT, values: [wanted] }] });
  };
  return (
    <form class="segments-save" onSubmit={(event) => void save(event)} noValidate>
      <h3>{words.saveTitle}</h3>
      <p class="quiet">
        <bdi>{view.conditions.map((each) => sayCondition(each, texts.value, format.value)).join(words.and)}</bdi>
      </p>
      <Field label={words.name} mistake={mistake}>
        {(attributes) => (
          <div class="field-with-button">
            <input
              {...attributes}
              type="text"
              name="segment"
              value={name}
              maxLength={LONGEST_NAME}
              autocomplete="off"
              onInput={(event) => setName(event.currentTarget.value)}
            />
            <button type="submit" class="button">
              {words.save}
            </button>
          </div>
        )}
      </Field>
    </form>
  );
}
