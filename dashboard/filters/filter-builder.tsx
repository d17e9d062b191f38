/** Makes one filter, or changes one: what to filter by, how, and by which values; it says how many visits pass. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { ask, type Question } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import { Field } from '../pages/field.tsx';
import { useApp } from '../state/app.ts';
import { type Condition, SEGMENT } from '../state/conditions.ts';
import { toDateRange } from '../state/period.ts';
import { useView } from '../state/use-view.ts';
import { sayError } from '../ui/failure.tsx';
import { DimensionField } from './dimension-field.tsx';
import {
  canAskVisits,
  choose,
  type Draft,
  type DraftMistake,
  mistakeIn,
  PROPERTY,
  startDraft,
  toCondition,
} from './draft.ts';
import { OperatorField, ReachField } from './select-fields.tsx';
import { usePreview } from './use-preview.ts';
import { ValuesField } from './values-field.tsx';

interface FilterBuilderProps {
  site: Site;
  today: string;
  /** Of the filter that is edited; null for a new one. */
  index: number | null;
  onClose: () => void;
}

export function FilterBuilder({ site, today, index, onClose }: FilterBuilderProps) {
  const { texts } = useApp();
  const words = texts.value.filters.builder;
  const { view, adjust } = useView();
  const [draft, setDraft] = useState(() => startDraft(index === null ? null : (view.conditions[index] ?? null)));
  const [missing, setMissing] = useState<DraftMistake | null>(null);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const others = index === null ? view.conditions : view.conditions.toSpliced(index, 1);
  const base = { domain: site.domain, dateRange: toDateRange(view.period, today) };
  const questionOf = (condition: Condition): Question => ({
    ...{ ...base, metrics: ['visits'] as const, dimensions: [], conditions: [...others, condition] },
  });
  const preview = usePreview(draft, questionOf);
  const change = (next: Draft) => {
    setDraft(next);
    setMissing(null);
    setRefused(null);
  };
  const focusOn = (name: string) => form.current?.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
  useEffect(() => focusOn('values'), []);

  const apply = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = mistakeIn(draft);
    setMissing(found);
    if (found !== null) return focusOn(FIELD_OF[found]);
    const condition = toCondition(draft);
    if (condition === null) return;
    try {
      await ask(questionOf(condition), new AbortController().signal);
    } catch (thrown) {
      setRefused(toApiError(thrown));
      return focusOn('values');
    }
    // In place of the sheet: back leads to the page without the filter.
    const at = index ?? view.conditions.length;
    adjust({ conditions: view.conditions.toSpliced(at, 1, condition), open: null });
  };
  const error = refused ?? preview.error;
  const wrong = error === null ? null : (sayMistake(error, others.length) ?? sayError(error, texts.value));

  return (
    <form class="filter-builder" ref={form} onSubmit={(event) => void apply(event)} noValidate>
      <DimensionField
        choice={draft.choice}
        onChoose={(choice) => {
          change(choose(draft, choice));
          setTimeout(() => focusOn(choice === PROPERTY ? 'property' : 'values'));
        }}
      />
      {draft.choice === PROPERTY ? (
        <Field
          label={words.propertyName}
          mistake={missing === 'missingProperty' ? words.missingProperty : null}
          hint={words.propertyHint}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              name="property"
              value={draft.property}
              maxLength={300}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              onInput={(event) => change({ ...draft, property: event.currentTarget.value })}
            />
          )}
        </Field>
      ) : null}
      <OperatorField draft={draft} onChange={change} />
      <ValuesField
        base={base}
        draft={draft}
        conditions={others}
        mistake={missing === 'missingValue' ? words.missingValue : wrong}
        onChange={change}
      />
      {draft.choice === SEGMENT ? null : (
        <label class="filter-builder-check">
          <input
            type="checkbox"
            name="case"
            checked={draft.ignoresCase}
            onChange={(event) => change({ ...draft, ignoresCase: event.currentTarget.checked })}
          />
          {words.ignoreCase}
        </label>
      )}
      {canAskVisits(draft.choice) ? <ReachField draft={draft} onChange={change} /> : null}
      <footer class="filter-builder-foot">
        <p class="quiet" role="status" data-preview={preview.visits ?? undefined}>
          {preview.said ?? '\u00a0'}
        </p>
        <button type="button" class="button button-plain" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="submit" class="button">
          {words.apply}
        </button>
      </footer>
    </form>
  );
}

const FIELD_OF: Readonly<Record<DraftMistake, string>> = {
  missingProperty: 'property',
  missingValue: 'values',
};

/** What the server says of the filter in hand, which comes last; null when it says nothing of it. */
function sayMistake({ details }: ApiError, at: number): string | null {
  const ours = details.filter(({ path }) => path.startsWith(`filters[${at}]`)).map(({ message }) => message);
  return ours.length === 0 ? null : [...new Set(ours)].join(' ');
}
