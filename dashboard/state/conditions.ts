/** Filters of the view: conditions on one dimension each, and how they are written in the address. */
import type { ValueDimension } from '../../src/stats/dimensions.ts';

export const OPERATORS = ['is', 'is_not', 'contains', 'contains_not'] as const;
export type Operator = (typeof OPERATORS)[number];

/** The dimensions that the dashboard shows, so that it has a name for each. */
export const FILTER_DIMENSIONS = [
  'event:page',
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
  'visit:os',
  'visit:device',
  'event:language',
  'visit:consent',
] as const satisfies readonly ValueDimension[];
export type FilterDimension = (typeof FILTER_DIMENSIONS)[number];

export interface Condition {
  operator: Operator;
  dimension: FilterDimension;
  values: readonly string[];
}

const SEPARATOR = '~';

/** `is~visit:source~Google`; a value's own `~` and `%` are escaped. */
export function writeCondition({ operator, dimension, values }: Condition): string {
  const escaped = values.map((value) => value.replaceAll('%', '%25').replaceAll(SEPARATOR, '%7E'));
  return [operator, dimension, ...escaped].join(SEPARATOR);
}

/** @returns null when the text is no condition we know */
export function readCondition(text: string): Condition | null {
  const [first, second, ...rest] = text.split(SEPARATOR);
  const operator = OPERATORS.find((known) => known === first);
  const dimension = FILTER_DIMENSIONS.find((known) => known === second);
  const values = rest.map((value) => value.replaceAll('%7E', SEPARATOR).replaceAll('%25', '%'));
  if (operator === undefined || dimension === undefined || values.length === 0) return null;
  return { operator, dimension, values };
}

/** The conditions with this value asked for: added, in the place of another value, or taken away when it was there. */
export function toggleValue(
  conditions: readonly Condition[],
  dimension: FilterDimension,
  value: string,
): readonly Condition[] {
  const added: Condition = { operator: 'is', dimension, values: [value] };
  if (hasValue(conditions, dimension, value)) {
    return conditions.filter((each) => writeCondition(each) !== writeCondition(added));
  }
  const others = conditions.filter((each) => each.dimension !== dimension || each.operator !== 'is');
  return [...others, added];
}

export function hasValue(conditions: readonly Condition[], dimension: FilterDimension, value: string): boolean {
  return conditions.some(
    (each) =>
      each.operator === 'is' && each.dimension === dimension && each.values.length === 1 && each.values[0] === value,
  );
}

const OPPOSITES: Readonly<Record<Operator, Operator>> = {
  is: 'is_not',
  is_not: 'is',
  contains: 'contains_not',
  contains_not: 'contains',
};

export function negate(condition: Condition): Condition {
  return { ...condition, operator: OPPOSITES[condition.operator] };
}
