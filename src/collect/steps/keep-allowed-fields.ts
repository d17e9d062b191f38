/** Applies the table of allowed fields: what the site's profile excludes is dropped here, not merely hidden later. */
import { treatmentOf } from '../../consent/allowed-fields.ts';
import { CONSENT, ENGAGEMENT, PAGEVIEW } from '../../domain/event.ts';
import type { Draft, Step } from '../draft.ts';
import type { EventKinds } from '../ports.ts';
import type { Acquisition } from '../source/create-source-classifier.ts';

/** @param withoutCampaign classifies the draft again as if its address had carried no campaign */
export function createKeepAllowedFields(kinds: EventKinds, withoutCampaign: (draft: Draft) => Acquisition): Step {
  return (draft) => {
    const { site, beacon, dimensions } = draft;
    const population = draft.mode === 'identified' ? 'identified' : 'anonymous';
    const treatment = (field: Parameters<typeof treatmentOf>[0]) => treatmentOf(field, site.profile, population);

    const isCustom = beacon.name !== PAGEVIEW && beacon.name !== ENGAGEMENT && beacon.name !== CONSENT;
    // Every kind is told, also where all are kept: which three were first must not depend on who sent them.
    const isAmongFirst = !isCustom || kinds.admit(site.id, beacon.name);
    if (treatment('customEvents') === 'coarsen' && !isAmongFirst) return 'event-kind';

    const keepsCampaign = treatment('campaign') === 'keep';
    const acquisition = keepsCampaign ? draft.acquisition : withoutCampaign(draft);
    dimensions.source = acquisition.source;
    dimensions.referrer = treatment('referrer') === 'keep' ? acquisition.referrer : acquisition.referrerHost;
    if (keepsCampaign) {
      dimensions.channel = acquisition.channel;
      dimensions.utm_source = acquisition.utm_source;
      dimensions.utm_medium = acquisition.utm_medium;
      dimensions.utm_campaign = acquisition.utm_campaign;
      dimensions.utm_content = acquisition.utm_content;
      dimensions.utm_term = acquisition.utm_term;
    }
    draft.props = treatment('properties') === 'keep' ? beacon.props : null;
    draft.revenue = treatment('revenue') === 'keep' ? beacon.revenue : null;
    return null;
  };
}
