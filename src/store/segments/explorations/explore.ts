/** Every exploration and what runs it. */
import type { Exploration, Explorations } from '../../../stats/explorations/ports.ts';
import { exploreFunnel } from './explore-funnel.ts';
import { exploreJourneys } from './explore-journeys.ts';
import { exploreRealtime } from './explore-realtime.ts';
import { exploreRetention } from './explore-retention.ts';
import type { SiteDays } from './site-days.ts';

const EXPLORERS: { [K in Exploration]: (plan: Explorations[K]['plan'], site: SiteDays) => Explorations[K]['scan'] } = {
  funnel: exploreFunnel,
  retention: exploreRetention,
  journeys: exploreJourneys,
  realtime: exploreRealtime,
};

export function explore<K extends Exploration>(
  kind: K,
  plan: Explorations[K]['plan'],
  site: SiteDays,
): Explorations[K]['scan'] {
  return EXPLORERS[kind](plan, site);
}
