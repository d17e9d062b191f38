/** Makes a filter fast: each condition is decided once per dictionary entry, so that a row costs one array look-up. */
import { CONSENT_VALUES, type DimensionRule, dimensionRule, type ValueDimension } from '../../stats/dimensions.ts';
import { acceptsText } from '../../stats/match-text.ts';
import type { Condition, Filter } from '../../stats/plan.ts';
import type { DayColumns, EventColumn, VisitColumn } from './day-columns.ts';

/** The texts of one kind by id; index 0 is unused. */
export type Terms = (kind: string) => readonly string[];

/** A row under test: an event with its visit, or either alone (-1 for none). */
export interface Cursor {
  columns: DayColumns;
  /** `visit:consent` of each visit of the day. */
  consent: Uint8Array;
  visit: number;
  event: number;
}

export type Test = (cursor: Cursor) => boolean;

/** The text of a value as answers show it. */
export function labelOf(dimension: ValueDimension, id: number, terms: Terms): string {
  const rule = ruleOf(dimension);
  if (rule.kind === 'consent') return CONSENT_VALUES[id] ?? rule.absent;
  return id === 0 ? rule.absent : (terms(rule.terms)[id] ?? rule.absent);
}

/** The id of a dimension's value on a row; 0 when the row has none. */
export function valueReader(dimension: ValueDimension): (cursor: Cursor) => number {
  const rule = ruleOf(dimension);
  if (rule.kind === 'consent') {
    // Only consent makes an identified visitor, so what belongs to no visit is anonymous.
    return ({ consent, visit }) => (visit < 0 ? 2 : (consent[visit] ?? 0));
  }
  const { scope, column } = rule;
  if (scope === 'event') {
    return ({ columns, event }) => (event < 0 ? 0 : (columns.events[column as EventColumn][event] ?? 0));
  }
  return ({ columns, visit }) => (visit < 0 ? 0 : (columns.visits[column as VisitColumn][visit] ?? 0));
}

/** @returns the test, and whether it looks at events rather than at visits alone */
export function compileFilter(filter: Filter | null, terms: Terms): { test: Test; needsEvents: boolean } {
  if (filter === null) return { test: () => true, needsEvents: false };
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const parts = filter.filters.map((each) => compileFilter(each, terms));
      const tests = parts.map((part) => part.test);
      const test: Test =
        filter.kind === 'and'
          ? (cursor) => tests.every((each) => each(cursor))
          : (cursor) => tests.some((each) => each(cursor));
      return { test, needsEvents: parts.some((part) => part.needsEvents) };
    }
    case 'not': {
      const { test, needsEvents } = compileFilter(filter.filter, terms);
      return { test: (cursor) => !test(cursor), needsEvents };
    }
    case 'compare': {
      const allowed = decideValues(filter, terms);
      const read = valueReader(filter.dimension);
      return {
        test: (cursor) => allowed[read(cursor)] === 1,
        needsEvents: dimensionRule(filter.dimension).scope === 'event',
      };
    }
    case 'done':
      throw new Error('not yet');
  }
}

/** One byte per value of the dimension: 1 where the condition holds. */
function decideValues(filter: Condition, terms: Terms): Uint8Array {
  const rule = ruleOf(filter.dimension);
  const size = rule.kind === 'consent' ? CONSENT_VALUES.length : Math.max(1, terms(rule.terms).length);
  const accepts = acceptsText(filter);
  const allowed = new Uint8Array(size);
  for (let id = 0; id < size; id++) allowed[id] = Number(accepts(labelOf(filter.dimension, id, terms)));
  return allowed;
}

function ruleOf(dimension: ValueDimension): Extract<DimensionRule, { kind: 'column' | 'consent' }> {
  const rule = dimensionRule(dimension);
  if (rule.kind === 'column' || rule.kind === 'consent') return rule;
  throw new Error('not yet');
}
