/** Where the visit came from: named source, channel, referrer and campaign. */
import type { Draft, Step } from '../draft.ts';
import type { Acquisition } from '../source/create-source-classifier.ts';
import { withoutToldCampaign } from './take-told-facts.ts';

export type SourceClassifier = (facts: {
  referrer: URL | null;
  query: URLSearchParams;
  internal: boolean;
}) => Acquisition;

export function createClassifySource(classify: SourceClassifier): Step {
  return (draft: Draft) => {
    const { referrer, url } = draft.beacon;
    draft.acquisition = classify({ referrer, query: url.searchParams, internal: draft.isInternal });
    return draft.acquisition.spam ? 'spam-referrer' : null;
  };
}

/** The same visit without what its campaign said: for rows on which campaigns must not be kept. */
export function createClassifyWithoutCampaign(classify: SourceClassifier): (draft: Draft) => Acquisition {
  const nothing = new URLSearchParams();
  return (draft) =>
    draft.told === null
      ? classify({ referrer: draft.beacon.referrer, query: nothing, internal: draft.isInternal })
      : withoutToldCampaign(draft, classify);
}
