/** Between the filters of a segment, as the API has them, and the conditions of a view. */
import type { Segment } from '../api/segments.ts';
import { type Condition, fromFilter, SEGMENT, toFilter } from '../state/conditions.ts';

/** @returns null when only the API can write such filters */
export function toConditions({ filters }: Pick<Segment, 'filters'>): readonly Condition[] | null {
  const conditions = filters.map(fromFilter);
  return conditions.every((each) => each !== null) ? conditions : null;
}

/**
 * The filters in force as they can be saved: a segment does not rest on another, so one that is among them is written out.
 * @returns null when there are none, or when one cannot be written out
 */
export function toSavable(
  conditions: readonly Condition[],
  segments: readonly Segment[],
): readonly (readonly unknown[])[] | null {
  const filters = conditions.map((condition) => {
    if (condition.dimension !== SEGMENT) return [toFilter(condition)];
    const [name, ...others] = condition.values;
    const segment = segments.find((each) => each.name === name);
    if (segment === undefined || others.length > 0) return null;
    if (condition.operator === 'is') return segment.filters as readonly (readonly unknown[])[];
    return [['not', ['and', segment.filters]]];
  });
  if (filters.length === 0 || filters.some((each) => each === null)) return null;
  return filters.flatMap((each) => each ?? []);
}

/** The conditions with one segment under its new name, or (null) without it. */
export function renameSegment(
  conditions: readonly Condition[],
  name: string,
  newName: string | null,
): readonly Condition[] {
  return conditions.flatMap((condition) => {
    if (condition.dimension !== SEGMENT) return [condition];
    const values = condition.values.flatMap((value) => (value !== name ? [value] : newName === null ? [] : [newName]));
    return values.length === 0 ? [] : [{ ...condition, values }];
  });
}
