/** The way of a beacon, as a visible list of steps: cheapest refusals first, the mode known before the sender is looked at. */

import type { DayKeys } from '../count/day-keys.ts';
import type { DropReason } from '../domain/drop-reason.ts';
import { type AcceptedEvent, ENGAGEMENT, PAGEVIEW, type VisitDimensions, type Who } from '../domain/event.ts';
import type { Calendar } from '../lib/calendar.ts';
import type { Beacon } from './beacon.ts';
import type { BotSignals } from './bots/create-bot-detector.ts';
import type { Device } from './device/create-device-detector.ts';
import type { Draft, Step } from './draft.ts';
import type { GeoLocator } from './geo/open-geo-locator.ts';
import type { CollectedSite, EventKinds } from './ports.ts';
import type { RequestFacts } from './request-facts.ts';
import { admitOrigin } from './steps/admit-origin.ts';
import { chooseMode } from './steps/choose-mode.ts';
import { createClassifySource, createClassifyWithoutCampaign, type SourceClassifier } from './steps/classify-source.ts';
import { createDetectDevice } from './steps/detect-device.ts';
import { createDropBots } from './steps/drop-bots.ts';
import { dropExcludedAddress, dropExcludedCountry, dropExcludedPage } from './steps/drop-excluded.ts';
import { heedObjection } from './steps/heed-objection.ts';
import { createIdentifyVisitor } from './steps/identify-visitor.ts';
import { createKeepAllowedFields } from './steps/keep-allowed-fields.ts';
import { createLocate } from './steps/locate.ts';
import { normalizePage } from './steps/normalize-page.ts';
import { takeToldFacts } from './steps/take-told-facts.ts';
import type { ToldFacts } from './told-facts.ts';

/** What the collector knows about the world. */
export interface Knowledge {
  detectBot: (signals: BotSignals) => DropReason | null;
  detectDevice: (userAgent: string) => Device;
  classifySource: SourceClassifier;
  geo: GeoLocator;
}

/**
 * Turns a beacon of a known site into an accepted event, or into the reason why it is not kept.
 * @param told what an export tells in place of address and User-Agent; the facts then say nothing but the time
 */
export type Pipeline = (
  site: CollectedSite,
  beacon: Beacon,
  facts: RequestFacts,
  told?: ToldFacts | null,
) => AcceptedEvent | { drop: DropReason };

export interface PipelineOptions {
  knowledge: Knowledge;
  keys: DayKeys;
  calendar: Calendar;
  kinds: EventKinds;
}

export function createPipeline({ knowledge, keys, calendar, kinds }: PipelineOptions): Pipeline {
  const keepAllowedFields = createKeepAllowedFields(kinds, createClassifyWithoutCampaign(knowledge.classifySource));
  const identifyVisitor = createIdentifyVisitor(keys, calendar);
  const steps: readonly Step[] = [
    heedObjection,
    admitOrigin,
    dropExcludedAddress,
    chooseMode,
    normalizePage,
    dropExcludedPage,
    createDropBots(knowledge.detectBot),
    createLocate(knowledge.geo),
    dropExcludedCountry,
    createClassifySource(knowledge.classifySource),
    createDetectDevice(knowledge.detectDevice),
    keepAllowedFields,
    identifyVisitor,
  ];
  // What the other steps would ask of the sender was asked when the event came in first; the site's own rules hold for it as for all.
  const stepsOfTold: readonly Step[] = [chooseMode, normalizePage, takeToldFacts, keepAllowedFields, identifyVisitor];
  return (site, beacon, facts, told = null) => {
    const draft = newDraft(site, beacon, facts, told);
    for (const step of told === null ? steps : stepsOfTold) {
      const drop = step(draft);
      if (drop !== null) return { drop };
    }
    return eventOf(draft);
  };
}

// Written out plainly, since every beacon passes here: spreading objects into one another is several times slower.
function newDraft(site: CollectedSite, beacon: Beacon, facts: RequestFacts, told: ToldFacts | null): Draft {
  return {
    site,
    beacon,
    facts,
    told,
    mode: 'uncounted',
    host: '',
    path: '',
    isInternal: false,
    acquisition: NO_ACQUISITION,
    dimensions: noDimensions(),
    stratum: 0,
    props: null,
    revenue: null,
    day: 0,
    who: UNCOUNTED,
  };
}

function eventOf(draft: Draft): AcceptedEvent {
  const { beacon } = draft;
  return {
    siteId: draft.site.id,
    at: draft.facts.at,
    day: draft.day,
    name: beacon.name,
    host: draft.host,
    path: draft.path,
    consent: beacon.consent,
    who: draft.who,
    dimensions: draft.dimensions,
    stratum: draft.stratum,
    engagedMs: beacon.engagedMs,
    scrollDepth: beacon.scrollDepth,
    beganVisit: beacon.beganVisit,
    leftByLink: draft.told === null ? beacon.leftByLink && beacon.name === ENGAGEMENT : draft.told.leftByLink,
    props: draft.props,
    revenue: draft.revenue,
    firstOf: draft.site.dateFlag && beacon.name === PAGEVIEW ? beacon.firstOf : null,
    consentAction: beacon.consentAction,
    proof: beacon.proof,
    messageId: beacon.messageId,
  };
}

function noDimensions(): VisitDimensions {
  return {
    source: '',
    channel: '',
    referrer: '',
    utm_source: '',
    utm_medium: '',
    utm_campaign: '',
    utm_content: '',
    utm_term: '',
    country: '',
    region: '',
    city: '',
    browser: '',
    browser_version: '',
    os: '',
    os_version: '',
    device: '',
    language: '',
  };
}

const UNCOUNTED: Who = { mode: 'uncounted' };
const NO_ACQUISITION = {
  ...{ source: '', channel: '', referrer: '', referrerHost: '', spam: false },
  ...{ utm_source: '', utm_medium: '', utm_campaign: '', utm_content: '', utm_term: '' },
};
