/** A condition in words. */
import { type Condition, SEGMENT } from '../state/conditions.ts';
import type { Texts } from './en/texts.ts';
import type { Format } from './format.ts';
import { sayDimension, sayValue } from './say-value.ts';

export function sayCondition(condition: Condition, texts: Texts, format: Format): string {
  const { operator, dimension, ignoresCase, done } = condition;
  const { filters } = texts;
  return [
    ...(done === undefined ? [] : [filters.done[done]]),
    sayDimension(dimension, texts),
    filters.operators[operator],
    sayValues(condition, texts, format),
    ...(ignoresCase ? [filters.anyCase] : []),
  ].join(' ');
}

export function sayValues({ operator, dimension, values }: Condition, texts: Texts, format: Format): string {
  // A part of a code is no code: only whole values have a name.
  const isWhole = (operator === 'is' || operator === 'is_not') && dimension !== SEGMENT;
  return values.map((value) => (isWhole ? sayValue(dimension, value, texts, format) : value)).join(texts.filters.or);
}
