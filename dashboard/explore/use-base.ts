/** What all explorations of a site are asked with: the period and the filters of the address. */
import type { Base } from '../api/explorations.ts';
import type { Site } from '../api/server-state.ts';
import { toDateRange } from '../state/period.ts';
import { useView } from '../state/use-view.ts';

/** @param today where the site is */
export function useBase(site: Site, today: string): Base {
  const { view } = useView();
  return { domain: site.domain, dateRange: toDateRange(view.period, today), conditions: view.conditions };
}
