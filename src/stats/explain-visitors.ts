/** Says in words and figures how the number of visitors came about, or why there is none. */
import { METHOD_CASES } from '../count/estimate/choose-method.ts';
import type { VisitorsInputs, WindowFacts } from './ports.ts';

export interface VisitorsMethod extends Omit<WindowFacts, 'inputs'> {
  /** null also for a count that is too small to be told. */
  inputs: { [Name in keyof VisitorsInputs]: number | null };
  /** One sentence. */
  reason: string;
  /** The site's anonymous level. */
  level: string;
  /** Whether the interval holds also where those who accept come more or less often than the others. */
  covers_consent_bias: boolean;
}

/** @param isFiltered overlaps are known for the whole site only, so bounds inside a filter are wider */
export function explainVisitors(level: string, facts: WindowFacts, isFiltered: boolean): VisitorsMethod {
  const wider =
    isFiltered && facts.kind === 'bounds'
      ? ' Inside a filter the overlap of days is known less well, so the range is wider.'
      : '';
  return {
    ...facts,
    reason: `${METHOD_CASES[facts.case]}${wider}`,
    level,
    // Without gamma nothing was learnt of how consent goes with returning.
    covers_consent_bias: facts.kind !== 'estimate' || facts.inputs.gamma !== null,
  };
}
