/** Refuses beacons sent from pages of another site: one site, one key and namespace. */
import { ownsHost } from '../../domain/site.ts';
import type { Step } from '../draft.ts';

/** A request without an origin is a server's or an image's; an origin that cannot be read belongs to nobody. */
export const admitOrigin: Step = ({ facts, site }) => {
  if (facts.origin === null || facts.origin === '') return null;
  const host = URL.canParse(facts.origin) ? new URL(facts.origin).hostname : '';
  return ownsHost(site, host) ? null : 'foreign-origin';
};
