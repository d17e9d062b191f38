/** How many visits pass the filters with the one in hand, asked when it has stopped changing. */
import type { ApiError } from '../api/api-error.ts';
import type { Question } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import type { Condition } from '../state/conditions.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useSettled } from '../state/use-settled.ts';
import { type Draft, isPattern, subjectOf, toCondition } from './draft.ts';

const SETTLE_MS = 300;

export interface Preview {
  visits: number | null;
  said: string | null;
  error: ApiError | null;
}

/** What is half typed is tried where it is a part of a value or a pattern. */
export function usePreview(draft: Draft, questionOf: (condition: Condition) => Question): Preview {
  const { texts, format } = useApp();
  const isTried = isPattern(draft) || draft.operator.startsWith('contains');
  const condition = subjectOf(draft) === null ? null : toCondition(isTried ? draft : { ...draft, text: '' });
  const settled = useSettled(condition, SETTLE_MS);
  const { known, isStale, error } = useAnswer(settled === null ? null : questionOf(settled), 0);
  const visits =
    settled === null || isStale || error !== null ? null : (known?.answer.rows[0]?.figure('visits') ?? null);
  const said = visits === null ? null : texts.value.filters.builder.preview(format.value.count(visits));
  return { visits, said, error: condition === null ? null : error };
}
