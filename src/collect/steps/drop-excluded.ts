/**
 * Drops what the site has chosen not to count, each as soon as it is known and before anything of the message is kept: no visit, no
 * kind of event, no use of a day key, no receipt. A withdrawal erases all the same: the collector sees to it, whatever the steps say.
 */
import type { Step } from '../draft.ts';

export const dropExcludedAddress: Step = ({ facts }) => (facts.isExcludedAddress ? 'excluded-address' : null);

/** After the page is normalized. */
export const dropExcludedPage: Step = ({ site: { exclusions }, host, path }) => {
  if (exclusions.hasHost(host)) return 'excluded-host';
  return exclusions.hasPath(path) ? 'excluded-path' : null;
};

/** After the place is found. */
export const dropExcludedCountry: Step = ({ site, dimensions }) =>
  site.exclusions.hasCountry(dimensions.country) ? 'excluded-country' : null;
