/** What a form of a goal holds, what is missing in it, and what the server found wrong. */
import type { ErrorDetail } from '../api/api-error.ts';
import type { GoalForm } from '../api/site-lists.ts';

export const GOAL_KINDS = ['event', 'page', 'scroll'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

export interface GoalDraft {
  kind: GoalKind;
  event: string;
  /** One `name=value` a line. */
  props: string;
  page: string;
  scroll: string;
  name: string;
}

export const EMPTY_GOAL: GoalDraft = { kind: 'event', event: '', props: '', page: '', scroll: '75', name: '' };

export type GoalField = 'event' | 'prop' | 'page' | 'scroll' | 'name';
const FIELDS: readonly GoalField[] = ['event', 'prop', 'page', 'scroll', 'name'];

/** What is sent: only the fields of its kind. */
export function toGoalForm({ kind, event, props, page, scroll, name }: GoalDraft): GoalForm {
  const prop = props
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (kind === 'event') return { event: event.trim(), name: name.trim(), ...(prop.length > 0 && { prop }) };
  return { page: page.trim(), name: name.trim(), ...(kind === 'scroll' && { scroll: scroll.trim() }) };
}

/** The fields that the server would refuse, as far as that is plain. */
export function findMistakes(draft: GoalDraft): readonly GoalField[] {
  const { kind, event, page, scroll } = draft;
  const depth = Number(scroll);
  if (kind === 'event') return event.trim() === '' ? ['event'] : [];
  return [
    ...(/^[/*]/.test(page.trim()) ? [] : (['page'] as const)),
    ...(kind === 'scroll' && !(Number.isInteger(depth) && depth >= 1 && depth <= 100) ? (['scroll'] as const) : []),
  ];
}

/** The fields that the server has named; our own sentences say what to do about them. */
export function readDetails(details: readonly ErrorDetail[]): readonly GoalField[] {
  return FIELDS.filter((field) => details.some(({ path }) => path === field));
}
