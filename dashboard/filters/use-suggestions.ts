/** Values that occur, with their visits, for what is being typed; the other filters are in force. */
import type { Question } from '../api/query.ts';
import { listSegments } from '../api/segments.ts';
import { sayValue } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import { type Condition, SEGMENT, type Subject } from '../state/conditions.ts';
import { useAnswer, useAnswerOf } from '../state/use-answer.ts';
import { useSettled } from '../state/use-settled.ts';
import type { ComboboxOption } from '../ui/combobox.tsx';

const SETTLE_MS = 200;
const MOST_SHOWN = 50;
/** Of dimensions whose values have another name than what is stored: all are fetched, and searched by that name. */
const MOST_NAMED = 400;
const NAMED: readonly Subject[] = [
  'visit:country',
  'visit:channel',
  'visit:device',
  'visit:consent',
  'visit:new',
  'visit:weekday',
  'visit:hour',
  'event:language',
];

interface Asked {
  base: Pick<Question, 'domain' | 'dateRange'>;
  /** null while it is not known of what. */
  subject: Subject | null;
  text: string;
  /** The other filters. */
  conditions: readonly Condition[];
  /** Whole values can be chosen: for parts of values and patterns the list only shows what there is. */
  taken: readonly string[];
}

/** @returns null while nothing is known yet */
export function useSuggestions({ base, subject, text, conditions, taken }: Asked): readonly ComboboxOption[] | null {
  const { texts, format } = useApp();
  const wanted = useSettled(text.trim(), SETTLE_MS);
  const segments = useAnswerOf(listSegments, subject === SEGMENT ? base.domain : null, 0);
  const isNamed = subject !== null && NAMED.includes(subject);
  const question: Question | null =
    subject === null || subject === SEGMENT
      ? null
      : {
          ...base,
          metrics: ['visits'],
          dimensions: [subject],
          conditions:
            isNamed || wanted === ''
              ? conditions
              : [...conditions, { operator: 'contains', dimension: subject, values: [wanted], ignoresCase: true }],
          limit: isNamed ? MOST_NAMED : MOST_SHOWN,
        };
  const { known } = useAnswer(question, 0);
  const holds = (label: string) => label.toLowerCase().includes(text.trim().toLowerCase());
  if (subject === SEGMENT)
    return segments.known === null ? null : optionsOf(segments.known.answer.map(({ name }) => [name, name] as const));
  if (subject === null || known === null || known.question.dimensions[0] !== subject) return null;
  const { visits } = texts.value.filters.builder;
  return optionsOf(
    known.answer.rows.map(({ values: [value = ''], figure }) => {
      const count = figure('visits');
      const detail = count === null ? undefined : visits(format.value.count(count), count);
      return [value, sayValue(subject, value, texts.value, format.value), detail] as const;
    }),
  );

  function optionsOf(rows: readonly (readonly [value: string, label: string, detail?: string | undefined])[]) {
    return rows
      .filter(([value, label]) => !taken.includes(value) && holds(label))
      .slice(0, MOST_SHOWN)
      .map(([key, label, detail]): ComboboxOption => ({ key, label, ...(detail !== undefined && { detail }) }));
  }
}
