/** Says in words and figures how the number of visitors came about, or why there is none. */
import type { Site } from '../domain/site.ts';
import type { WindowFacts } from './ports.ts';

export interface VisitorsMethod {
  /** `exact`: every visitor was told apart. `bounds`: between `visitors_low` and `visitors_high`, guaranteed by counting alone. */
  kind: 'exact' | 'bounds';
  reason: string;
  /** The site's anonymous level. */
  level: string;
  inputs: WindowFacts;
}

/** @param isFiltered overlaps are known for the whole site only, so bounds inside a filter are wider */
export function explainVisitors(
  site: Pick<Site, 'anonymous'>,
  facts: WindowFacts,
  isFiltered: boolean,
): VisitorsMethod {
  return { ...methodOf(facts, isFiltered), level: site.anonymous, inputs: facts };
}

function methodOf(facts: WindowFacts, isFiltered: boolean): Pick<VisitorsMethod, 'kind' | 'reason'> {
  if (facts.unseenVisits > 0 || facts.uncountedPageviews > 0) {
    return {
      kind: 'bounds',
      reason:
        'Anonymous visitors were not told apart at this level: each of their visits may be one person or the same one again.',
    };
  }
  if (facts.anonymousDays === 0)
    return { kind: 'exact', reason: 'Every visitor had given consent, so each is counted once over the whole period.' };
  if (facts.days === 1 && facts.brokenDays > 0) {
    return {
      kind: 'bounds',
      reason:
        'The service was restarted during the day, so that an anonymous visitor may have been counted before and after.',
    };
  }
  if (facts.days === 1)
    return {
      kind: 'exact',
      reason: 'A single day: anonymous visitors are told apart within it, visitors with consent by their identifier.',
    };
  const filtered = isFiltered ? ' Inside a filter the overlap of days is known less well, so the range is wider.' : '';
  return {
    kind: 'bounds',
    reason: `Anonymous visitors cannot be recognised on another day, so over several days only a range is certain.${filtered}`,
  };
}
