/** How visitors were counted, as finely as it may be told: its inputs are counts of people too. */
import type { Disclosure } from '../../domain/disclosure.ts';
import type { VisitorsMethod } from '../explain-visitors.ts';
import { isSmall } from './choose-hidden.ts';
import { roundCount } from './describe-disclosure.ts';

/** Inputs that count no people. */
const OTHERS = new Set(['days', 'brokenDays', 'gamma', 'churnRate', 'standardError']);

/** @param isHidden the figure of visitors is */
export function protectMethod(method: VisitorsMethod, disclosure: Disclosure, isHidden: boolean): VisitorsMethod {
  const { roundedTo, smallest } = disclosure;
  if (roundedTo === null && smallest === null) return method;
  const tell = (count: number | null) => {
    if (count === null || isHidden || (smallest !== null && isSmall(count, smallest))) return null;
    return roundCount(count, disclosure);
  };
  const [low, high] = method.bounds;
  const isSmallBound = smallest !== null && low < smallest;
  return {
    ...method,
    bounds: [isHidden || isSmallBound ? 0 : roundCount(low, disclosure, 'down'), roundCount(high, disclosure, 'up')],
    inputs: Object.fromEntries(
      Object.entries(method.inputs).map(([name, value]) => [name, OTHERS.has(name) ? value : tell(value)]),
    ) as VisitorsMethod['inputs'],
  };
}
