/** Filters of the view: conditions on one dimension each, and how they are written in the address. */
import type { PropertyDimension, ValueDimension } from '../../src/stats/dimensions.ts';
import { escapePart, SEPARATOR, unescapePart } from './address-parts.ts';

export const OPERATORS = ['is', 'is_not', 'contains', 'contains_not', 'matches', 'matches_not'] as const;
export type Operator = (typeof OPERATORS)[number];

/** What a condition may ask of whole visits: that they have an event which passes it, or none. */
export const DONE_WORDS = ['has_done', 'has_not_done'] as const;
export type DoneWord = (typeof DONE_WORDS)[number];

/** The dimensions that the dashboard has a name for; properties of events have their own. */
export const FILTER_DIMENSIONS = [
  'event:page',
  'event:section',
  'event:hostname',
  'event:name',
  'event:goal',
  'event:search',
  'event:currency',
  'visit:entry_page',
  'visit:exit_page',
  'visit:channel',
  'visit:source',
  'visit:referrer',
  'visit:utm_source',
  'visit:utm_medium',
  'visit:utm_campaign',
  'visit:utm_content',
  'visit:utm_term',
  'visit:country',
  'visit:region',
  'visit:city',
  'visit:browser',
  'visit:browser_version',
  'visit:os',
  'visit:os_version',
  'visit:device',
  'event:language',
  'visit:consent',
  'visit:new',
  'visit:weekday',
  'visit:hour',
] as const satisfies readonly ValueDimension[];
export type NamedDimension = (typeof FILTER_DIMENSIONS)[number];
export type FilterDimension = NamedDimension | PropertyDimension;

const PROPERTY = 'event:props:';

export function isProperty(dimension: string): dimension is PropertyDimension {
  return dimension.startsWith(PROPERTY) && dimension.length > PROPERTY.length;
}

/** The name of the property that a dimension is about. */
export function propertyOf(dimension: PropertyDimension): string {
  return dimension.slice(PROPERTY.length);
}

/** @returns null when the text names no dimension that can be filtered by */
export function readDimension(text: string | undefined): FilterDimension | null {
  if (text !== undefined && isProperty(text)) return text;
  return FILTER_DIMENSIONS.find((known) => known === text) ?? null;
}

/** Filters that the site keeps under a name are asked for as if they were a dimension. */
export const SEGMENT = 'segment';
export type Subject = FilterDimension | typeof SEGMENT;

export interface Condition {
  operator: Operator;
  dimension: Subject;
  values: readonly string[];
  /** Capital and small letters are the same. */
  ignoresCase?: true;
  /** It is asked of the whole visit; absent: of events, or of what a visit has one value of. */
  done?: DoneWord;
}

/** Behind an operator, as behind a regular expression. */
const ANY_CASE = '/i';

/** `is~visit:source~Google`, `has_done~contains/i~event:page~/docs`; a value's own `~` and `%` are escaped. */
export function writeCondition({ operator, dimension, values, ignoresCase, done }: Condition): string {
  const escaped = values.map(escapePart);
  const word = ignoresCase ? `${operator}${ANY_CASE}` : operator;
  return [...(done === undefined ? [] : [done]), word, dimension, ...escaped].join(SEPARATOR);
}

/** @returns null when the text is no condition we know */
export function readCondition(text: string): Condition | null {
  const words = text.split(SEPARATOR);
  const done = DONE_WORDS.find((known) => known === words[0]);
  const [first = '', second, ...rest] = done === undefined ? words : words.slice(1);
  const ignoresCase = first.endsWith(ANY_CASE);
  const operator = OPERATORS.find((known) => known === (ignoresCase ? first.slice(0, -ANY_CASE.length) : first));
  const dimension = second === SEGMENT ? SEGMENT : readDimension(second);
  const values = rest.map(unescapePart);
  if (operator === undefined || dimension === null || values.length === 0) return null;
  return { operator, dimension, values, ...(ignoresCase && { ignoresCase }), ...(done !== undefined && { done }) };
}

/** A condition in the form of the query API. */
export function toFilter({ operator, dimension, values, ignoresCase, done }: Condition): readonly unknown[] {
  const filter = [operator, dimension, values, ...(ignoresCase ? [{ case_sensitive: false }] : [])];
  return done === undefined ? filter : [done, filter];
}

/** @returns null for a filter that no single condition says, such as one of several alternatives */
export function fromFilter(given: unknown): Condition | null {
  if (!Array.isArray(given)) return null;
  const done = DONE_WORDS.find((known) => known === given[0]);
  if (done !== undefined) {
    const inner = fromFilter(given[1]);
    return inner === null || inner.done !== undefined ? null : { ...inner, done };
  }
  const [first, second, values, more] = given as unknown[];
  const operator = OPERATORS.find((known) => known === first);
  const dimension = typeof second === 'string' ? readDimension(second) : null;
  if (operator === undefined || dimension === null || !Array.isArray(values) || values.length === 0) return null;
  const ignoresCase = (more as { case_sensitive?: unknown } | null | undefined)?.case_sensitive === false;
  return { operator, dimension, values: values.map(String), ...(ignoresCase && { ignoresCase }) };
}

/** The conditions with this value asked for: added, in the place of another value, or taken away when it was there. */
export function toggleValue(conditions: readonly Condition[], dimension: Subject, value: string): readonly Condition[] {
  const added: Condition = { operator: 'is', dimension, values: [value] };
  if (hasValue(conditions, dimension, value)) return conditions.filter((each) => !isOnly(each, dimension, value));
  const others = conditions.filter((each) => each.dimension !== dimension || !isPlain(each, 'is'));
  return [...others, added];
}

/** The conditions without this value: beside what is left out of the dimension already, and no longer asked for. */
export function excludeValue(
  conditions: readonly Condition[],
  dimension: Subject,
  value: string,
): readonly Condition[] {
  const others = conditions.filter((each) => !isOnly(each, dimension, value));
  const index = others.findIndex((each) => each.dimension === dimension && isPlain(each, 'is_not'));
  const known = others[index]?.values ?? [];
  const excluded: Condition = { operator: 'is_not', dimension, values: [...new Set([...known, value])] };
  return index < 0 ? [...others, excluded] : others.toSpliced(index, 1, excluded);
}

export function hasValue(conditions: readonly Condition[], dimension: Subject, value: string): boolean {
  return conditions.some((each) => isOnly(each, dimension, value));
}

function isOnly(condition: Condition, dimension: Subject, value: string): boolean {
  const { values } = condition;
  return condition.dimension === dimension && isPlain(condition, 'is') && values.length === 1 && values[0] === value;
}

/** Whether a row of the dimension can say so: the operator, and nothing else. */
function isPlain({ operator, ignoresCase, done }: Condition, wanted: Operator): boolean {
  return operator === wanted && ignoresCase === undefined && done === undefined;
}

const OPPOSITES: Readonly<Record<Operator, Operator>> = {
  is: 'is_not',
  is_not: 'is',
  contains: 'contains_not',
  contains_not: 'contains',
  matches: 'matches_not',
  matches_not: 'matches',
};

/** What is asked of whole visits is turned there: a visit without an event of one page may have others. */
export function negate(condition: Condition): Condition {
  const { operator, done } = condition;
  if (done !== undefined) return { ...condition, done: done === 'has_done' ? 'has_not_done' : 'has_done' };
  return { ...condition, operator: OPPOSITES[operator] };
}
