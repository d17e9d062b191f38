/** Country, region and city of the truncated network. */
import type { Draft, Step } from '../draft.ts';
import type { GeoLocator } from '../geo/open-geo-locator.ts';

export function createLocate(geo: GeoLocator): Step {
  return (draft: Draft) => {
    const { network } = draft.facts;
    if (network === '') return null;
    const { country, region, city } = geo.locate(network);
    Object.assign(draft.dimensions, { country, region, city });
    return null;
  };
}
