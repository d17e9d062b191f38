/** What a condition of a filter accepts: texts, parts of texts, patterns in RE2 syntax, which are matched in linear time. */
import { RE2JS } from 're2js';
import { type Goal, patternOfPath } from '../domain/goal.ts';
import type { Condition } from './plan.ts';

export type TextTest = (text: string) => boolean;
type Words = Pick<Condition, 'operator' | 'values' | 'caseSensitive'>;

/** Whether a condition accepts what its values do not say. */
export function isNegative({ operator }: Pick<Condition, 'operator'>): boolean {
  return operator.endsWith('_not');
}

/** Whether one of the values says the text; a negative condition accepts the others (`isNegative`). */
export function saysText({ operator, values, caseSensitive }: Words): TextTest {
  if (operator.startsWith('matches')) {
    const patterns = values.map((pattern) => compilePattern(pattern, caseSensitive));
    return (text) => patterns.some((pattern) => pattern.test(text));
  }
  const fold: (text: string) => string = caseSensitive ? (text) => text : (text) => text.toLowerCase();
  const folded = values.map(fold);
  if (operator.startsWith('contains'))
    return (text) => {
      const whole = fold(text);
      return folded.some((value) => whole.includes(value));
    };
  const exact = new Set(folded);
  return (text) => exact.has(fold(text));
}

/** Whether a condition accepts a text. */
export function acceptsText(condition: Words): TextTest {
  const says = saysText(condition);
  return isNegative(condition) ? (text) => !says(text) : says;
}

/** Whether a page is one of a goal's: the whole of it, with its query parameters. */
export function isPageOf({ path }: Extract<Goal, { path: string }>): TextTest {
  const pattern = RE2JS.compile(patternOfPath(path), RE2JS.DOTALL);
  return (page) => pattern.test(page);
}

/** Unanchored. @throws RE2JSException when it does not compile */
export function compilePattern(pattern: string, caseSensitive: boolean): RE2JS {
  return RE2JS.compile(pattern, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
}
