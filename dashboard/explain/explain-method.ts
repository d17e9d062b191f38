/** What "How was this counted?" says beside the method: which inputs, and how far other tools would be off. */
import type { Method } from '../api/method.ts';
import type { Texts } from '../i18n/en/texts.ts';
import type { People } from '../people/people.ts';

export type Input = keyof Texts['method']['inputs'];

const COUNTS = [
  'days',
  'measured',
  'anonymousDays',
  'overlap',
  'switchers',
  'unseenVisits',
  'uncountedPageviews',
  'brokenDays',
  'repeaters',
  'flaggedDevices',
] as const satisfies readonly Input[];
const MODEL = [
  'ratio',
  'stratified',
  'calibrated',
  'gamma',
  'standardError',
  'switched',
  'churnRate',
  'measuredAfterChurn',
] as const satisfies readonly Input[];
/** Said even when there were none. */
const ALWAYS: readonly Input[] = ['days', 'measured'];

export interface NamedInput {
  name: Input;
  value: number;
}

/** The facts worth naming, in their order: what was counted, then what the estimate made of it. */
export function inputsOf({ inputs }: Pick<Method, 'inputs'>): NamedInput[] {
  const named = (name: Input): NamedInput[] => {
    const value = inputs[name];
    if (value === undefined || (value === 0 && !ALWAYS.includes(name))) return [];
    // Where no identifier was lost, there is nothing to correct.
    return name === 'measuredAfterChurn' && value === inputs.measured ? [] : [{ name, value }];
  };
  return [...COUNTS, ...MODEL].flatMap(named);
}

/** By how much the sum of days is too many, as a ratio of what is known: for bounds at least so much. Null when it is not. */
export function excessOf(dailySum: number, { best, high }: People): number | null {
  const known = best ?? high;
  return known > 0 && dailySum > known ? dailySum / known - 1 : null;
}
