/**
 * In the profile `exempt` reports of conversions, campaigns, channels, funnels and journeys look at visitors with consent only. What
 * the exemption excludes is dropped on arrival; this holds for what was counted before, and says so.
 */
import type { Profile } from '../domain/site.ts';
import type { Dimension } from './dimensions.ts';
import type { Metric } from './metrics.ts';
import type { Query } from './parse-query.ts';
import type { Condition, Filter } from './plan.ts';

export interface Restriction {
  to: 'granted';
  reason: string;
}

const RESTRICTION: Restriction = {
  to: 'granted',
  reason: 'In the profile exempt this report looks at visitors with consent only.',
};
const DIMENSION = /^(event:goal|visit:channel|visit:utm_\w+)$/;
const METRICS: readonly Metric[] = ['conversion_rate', 'group_conversion_rate'];
const WITH_CONSENT: Condition = {
  ...{ kind: 'compare', operator: 'is', dimension: 'visit:consent', values: ['granted'], caseSensitive: true },
};

/** A question as it may be asked of a site. */
export function restrictQuery(query: Query, profile: Profile): { query: Query; restriction: Restriction | null } {
  const isConcerned =
    query.dimensions.some((name: Dimension) => DIMENSION.test(name)) ||
    query.metrics.some((name) => METRICS.includes(name)) ||
    mentions(query.filter);
  if (profile !== 'exempt' || !isConcerned) return { query, restriction: null };
  return { query: { ...query, filter: withConsent(query.filter) }, restriction: RESTRICTION };
}

/** The filter of an exploration of a site. */
export function restrictExploration(
  filter: Filter | null,
  profile: Profile,
): { filter: Filter | null; restriction: Restriction | null } {
  if (profile !== 'exempt') return { filter, restriction: null };
  return { filter: withConsent(filter), restriction: RESTRICTION };
}

function withConsent(filter: Filter | null): Filter {
  return { kind: 'and', filters: filter === null ? [WITH_CONSENT] : [WITH_CONSENT, filter] };
}

/** Whether a filter names a goal, a campaign or a channel, wherever it does. */
function mentions(filter: Filter | null): boolean {
  switch (filter?.kind) {
    case 'and':
    case 'or':
      return filter.filters.some(mentions);
    case 'not':
    case 'done':
      return mentions(filter.filter);
    case 'compare':
      return DIMENSION.test(filter.dimension);
    default:
      return false;
  }
}
