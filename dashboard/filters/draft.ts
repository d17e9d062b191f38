/** A filter while it is being made: what the builder's fields hold, and the condition that they say. */
import {
  type Condition,
  type DoneWord,
  type FilterDimension,
  isProperty,
  type NamedDimension,
  OPERATORS,
  type Operator,
  propertyOf,
  SEGMENT,
  type Subject,
} from '../state/conditions.ts';

/** What is chosen from the list of dimensions: a property still wants its name. */
export const PROPERTY = 'property';
export type Choice = NamedDimension | typeof SEGMENT | typeof PROPERTY;

export interface Draft {
  choice: Choice;
  property: string;
  operator: Operator;
  values: readonly string[];
  /** What stands in the field of values, and was not added to them. */
  text: string;
  ignoresCase: boolean;
  done: DoneWord | null;
}

export type DraftMistake = 'missingProperty' | 'missingValue';

/** Dimensions of which a visit has several values: whole visits can be asked what they have. */
const OF_EVENTS: readonly Choice[] = [
  'event:page',
  'event:section',
  'event:hostname',
  'event:name',
  'event:goal',
  'event:search',
  'event:currency',
  PROPERTY,
];

/** What is filtered by most: a new filter begins with it, and asks for no choice before the value. */
const USUAL: Choice = 'event:page';

/** @param condition that is edited, or null for a new one */
export function startDraft(condition: Condition | null): Draft {
  if (condition === null)
    return { choice: USUAL, property: '', operator: 'is', values: [], text: '', ignoresCase: false, done: null };
  const { dimension, operator, values, ignoresCase, done } = condition;
  const [choice, property] = isProperty(dimension)
    ? ([PROPERTY, propertyOf(dimension)] as const)
    : ([dimension as Exclude<Choice, typeof PROPERTY>, ''] as const);
  return { choice, property, operator, values, text: '', ignoresCase: ignoresCase ?? false, done: done ?? null };
}

/** Another dimension begins without values: they were the other's. */
export function choose(draft: Draft, choice: Choice): Draft {
  if (draft.choice === choice) return draft;
  const operator = operatorsFor(choice).includes(draft.operator) ? draft.operator : 'is';
  return { ...startDraft(null), choice, operator };
}

export function operatorsFor(choice: Choice): readonly Operator[] {
  return choice === SEGMENT ? ['is', 'is_not'] : OPERATORS;
}

export function canAskVisits(choice: Choice): boolean {
  return OF_EVENTS.includes(choice);
}

export function isPattern({ operator }: Pick<Draft, 'operator'>): boolean {
  return operator === 'matches' || operator === 'matches_not';
}

/** The text in the field becomes a value, once. */
export function addText(draft: Draft): Draft {
  // Spaces may belong to a pattern; around a value nobody sees them.
  const text = isPattern(draft) ? draft.text : draft.text.trim();
  if (text === '') return { ...draft, text: '' };
  return { ...draft, text: '', values: [...new Set([...draft.values, text])] };
}

/** null while a property has no name. */
export function subjectOf({ choice, property }: Pick<Draft, 'choice' | 'property'>): Subject | null {
  if (choice !== PROPERTY) return choice;
  const name = property.trim();
  return name === '' ? null : (`event:props:${name}` satisfies FilterDimension);
}

export function mistakeIn(draft: Draft): DraftMistake | null {
  if (subjectOf(draft) === null) return 'missingProperty';
  return addText(draft).values.length === 0 ? 'missingValue' : null;
}

/** The condition, with what is still being typed. @returns null while something is missing */
export function toCondition(draft: Draft): Condition | null {
  const { values } = addText(draft);
  const dimension = subjectOf(draft);
  if (dimension === null || values.length === 0) return null;
  const { operator, ignoresCase, done, choice } = draft;
  return {
    ...{ operator, dimension, values },
    ...(ignoresCase && choice !== SEGMENT && { ignoresCase }),
    ...(done !== null && canAskVisits(choice) && { done }),
  };
}
