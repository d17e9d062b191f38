/** Of whom a figure of people can be, by what was asked: some questions pass over everybody without consent. */
import type { Condition } from '../state/conditions.ts';

/** What only visitors with consent are: the others are not recognised when they return, and have the value `(not set)`. */
const OF_CONSENT: Readonly<Record<string, readonly string[]>> = {
  'visit:new': ['new', 'returning'],
  'visit:consent': ['granted'],
};
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'visit:new': ['(not set)'],
  'visit:consent': ['anonymous', '(not set)'],
};

/** Whether one of the conditions leaves out all visitors without consent. What a saved segment says is not known here. */
export function isOfConsentAlone(conditions: readonly Condition[]): boolean {
  return conditions.some(({ operator, dimension, values, done }) => {
    if (done === 'has_not_done') return false;
    if (operator === 'is') return values.every((value) => OF_CONSENT[dimension]?.includes(value));
    return operator === 'is_not' && OTHERS[dimension]?.every((value) => values.includes(value)) === true;
  });
}
