/** The values of a filter: chosen from what occurs, or typed; those that were taken stand beside the field. */
import type { Question } from '../api/query.ts';
import { sayValue } from '../i18n/say-value.ts';
import { Field } from '../pages/field.tsx';
import { useApp } from '../state/app.ts';
import { type Condition, SEGMENT } from '../state/conditions.ts';
import { Combobox } from '../ui/combobox.tsx';
import { CrossIcon } from '../ui/icons.tsx';
import { addText, type Draft, isPattern, subjectOf } from './draft.ts';
import { useSuggestions } from './use-suggestions.ts';

/** Stands for the typed text itself among the suggestions. */
const TYPED = '\u0000';

interface ValuesFieldProps {
  base: Pick<Question, 'domain' | 'dateRange'>;
  draft: Draft;
  /** The other filters in force. */
  conditions: readonly Condition[];
  mistake: string | null;
  onChange: (draft: Draft) => void;
}

export function ValuesField({ base, draft, conditions, mistake, onChange }: ValuesFieldProps) {
  const { texts, format } = useApp();
  const words = texts.value.filters.builder;
  const subject = subjectOf(draft);
  const { values, text, operator } = draft;
  // A pattern is written, not chosen; a part of a value may begin as a whole one.
  const writes = isPattern(draft);
  const found = useSuggestions({ base, subject: writes ? null : subject, text, conditions, taken: values });
  const isWhole = operator === 'is' || operator === 'is_not';
  const typed = text.trim();
  const suggestions = found ?? [];
  const offersText = !writes && typed !== '' && subject !== SEGMENT && !suggestions.some(({ key }) => key === typed);
  const options = [...suggestions, ...(offersText ? [{ key: TYPED, label: words.takeText(typed) }] : [])];
  const say = (value: string) =>
    isWhole && subject !== null ? sayValue(subject, value, texts.value, format.value) : value;
  const withoutValue = (at: number) => onChange({ ...draft, values: values.toSpliced(at, 1) });
  return (
    <Field
      label={writes ? words.patterns : words.values}
      mistake={mistake}
      hint={writes ? words.patternsHint : words.valuesHint}
    >
      {(attributes) => (
        <div class="filter-values">
          {values.length === 0 ? null : (
            <ul class="filter-values-taken">
              {values.map((value, at) => (
                <li class="chip" key={value}>
                  <span class="chip-text" title={say(value)}>
                    <bdi>{say(value)}</bdi>
                  </span>
                  <button
                    type="button"
                    class="chip-remove"
                    aria-label={words.removeValue(say(value))}
                    onClick={() => {
                      withoutValue(at);
                      document.getElementById(attributes.id)?.focus();
                    }}
                  >
                    <CrossIcon />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Combobox
            attributes={attributes}
            name="values"
            isInline={!writes}
            text={text}
            options={options}
            status={found === null ? '' : found.length === 0 ? words.noSuggestions : words.suggestions(found.length)}
            onInput={(given) => onChange({ ...draft, text: given })}
            onChoose={(key) =>
              onChange(key === TYPED ? addText(draft) : { ...draft, text: '', values: [...values, key] })
            }
            onEnter={() => {
              if (text === '') return false;
              // A segment has to be one that there is: the first that is left.
              const [only] = suggestions;
              if (subject !== SEGMENT) onChange(addText(draft));
              else if (only !== undefined) onChange({ ...draft, text: '', values: [...values, only.key] });
              return true;
            }}
            onBackspace={() => withoutValue(values.length - 1)}
          />
        </div>
      )}
    </Field>
  );
}
