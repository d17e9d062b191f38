/** How a filter compares, and what it is asked of. */
import { Field } from '../pages/field.tsx';
import { useApp } from '../state/app.ts';
import { DONE_WORDS, type DoneWord, OPERATORS } from '../state/conditions.ts';
import { type Draft, operatorsFor } from './draft.ts';

interface SelectFieldProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

export function OperatorField({ draft, onChange }: SelectFieldProps) {
  const { operators, builder } = useApp().texts.value.filters;
  return (
    <Field label={builder.operator} mistake={null}>
      {(attributes) => (
        <select
          {...attributes}
          name="operator"
          value={draft.operator}
          onChange={(event) => {
            const word = event.currentTarget.value;
            onChange({ ...draft, operator: OPERATORS.find((known) => known === word) ?? 'is' });
          }}
        >
          {operatorsFor(draft.choice).map((operator) => (
            <option key={operator} value={operator}>
              {operators[operator]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function ReachField({ draft, onChange }: SelectFieldProps) {
  const { reach, reaches } = useApp().texts.value.filters.builder;
  return (
    <Field label={reach} mistake={null}>
      {(attributes) => (
        <select
          {...attributes}
          name="reach"
          value={draft.done ?? 'events'}
          onChange={(event) => {
            const word = event.currentTarget.value;
            onChange({ ...draft, done: DONE_WORDS.find((known) => known === word) ?? null });
          }}
        >
          {(['events', ...DONE_WORDS] satisfies ('events' | DoneWord)[]).map((word) => (
            <option key={word} value={word}>
              {reaches[word]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
