/** Which of our sentences explains how visitors were counted; it follows the same facts as the server's own reason. */
import type { Method } from '../api/query.ts';
import type { Texts } from '../i18n/en.ts';

export type MethodCase = keyof Texts['method']['cases'];

/** @param isExact whether there is one number, be it that the ends of a range meet */
export function caseOf({ kind, inputs }: Method, isExact: boolean): MethodCase {
  const of = (name: string): number => inputs[name] ?? 0;
  if (isExact && kind === 'bounds') return 'met';
  if (of('unseenVisits') > 0 || of('uncountedPageviews') > 0) return 'untold';
  if (of('anonymousDays') === 0) return 'consented';
  if (of('days') > 1) return 'days';
  return kind === 'bounds' ? 'restarted' : 'day';
}

const INPUTS = [
  'days',
  'measured',
  'anonymousDays',
  'overlap',
  'switchers',
  'unseenVisits',
  'uncountedPageviews',
  'brokenDays',
] as const satisfies readonly (keyof Texts['method']['inputs'])[];
/** Said even when there were none. */
const ALWAYS: readonly string[] = ['days', 'measured'];

/** The facts worth naming, in their order. */
export function inputsOf({ inputs }: Method): { name: (typeof INPUTS)[number]; value: number }[] {
  return INPUTS.map((name) => ({ name, value: inputs[name] ?? 0 })).filter(
    ({ name, value }) => value > 0 || (ALWAYS.includes(name) && name in inputs),
  );
}
