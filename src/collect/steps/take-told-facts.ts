/** Takes what an export tells of place, technology and acquisition, where the steps that derive them have nothing to derive from. */
import type { Draft, Step } from '../draft.ts';
import type { Acquisition } from '../source/create-source-classifier.ts';
import type { SourceClassifier } from './classify-source.ts';
import { stratumOf } from './detect-device.ts';

export const takeToldFacts: Step = (draft) => {
  if (draft.told === null) return null;
  const told = draft.told.dimensions;
  const { source, channel, referrer, utm_source, utm_medium, utm_campaign, utm_content, utm_term } = told;
  const { country, region, city, browser, browser_version, os, os_version, device, language } = told;
  draft.acquisition = {
    ...{ source, channel, referrer, referrerHost: referrer.split('/', 1)[0] ?? '', spam: false },
    ...{ utm_source, utm_medium, utm_campaign, utm_content, utm_term },
  };
  Object.assign(draft.dimensions, {
    country,
    region,
    city,
    browser,
    browser_version,
    os,
    os_version,
    device,
    language,
  });
  draft.stratum = stratumOf(device, source);
  return null;
};

/** The source as if there had been no campaign: it may have been the campaign's word. */
export function withoutToldCampaign({ acquisition }: Draft, classify: SourceClassifier): Acquisition {
  if (acquisition.utm_source === '') return acquisition;
  const address = `https://${acquisition.referrer}`;
  const referrer = URL.canParse(address) ? new URL(address) : null;
  return classify({ referrer, query: new URLSearchParams(), internal: false });
}
