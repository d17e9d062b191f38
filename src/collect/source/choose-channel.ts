/** Sorts a visit's source and campaign into one of the kinds of traffic that Google Analytics 4 and Plausible name. */
import type { SourceKind } from './known-sources.ts';

export const CHANNELS = [
  'Direct',
  'Organic Search',
  'Paid Search',
  'Organic Social',
  'Paid Social',
  'Organic Video',
  'Paid Video',
  'Organic Shopping',
  'Paid Shopping',
  'AI Assistants',
  'Email',
  'Display',
  'Affiliates',
  'Audio',
  'SMS',
  'Mobile Push Notifications',
  'Cross-network',
  'Paid Other',
  'Referral',
] as const;
export type Channel = (typeof CHANNELS)[number];

export interface ChannelFacts {
  /** '' when direct. */
  source: string;
  /** What the source is known to be. */
  kind: SourceKind | null;
  medium: string;
  campaign: string;
  query: URLSearchParams;
}

/**
 * Identifiers that advertising systems add to the clicks they sell, and the kind of source that each belongs to. Only their
 * presence is read, never the value. `fbclid` is not proof of an advertisement: Facebook adds it to every outgoing link.
 */
const PAID_CLICKS: ReadonlyMap<string, SourceKind | 'display'> = new Map([
  ['gclid', 'search'],
  ['gbraid', 'search'],
  ['wbraid', 'search'],
  ['msclkid', 'search'],
  ['ttclid', 'social'],
  ['twclid', 'social'],
  ['li_fat_id', 'social'],
  ['dclid', 'display'],
]);

const PAID_MEDIUM = /^(?:.*cp.*|ppc|retargeting|paid.*)$/;
const DISPLAY_MEDIUMS = new Set(['display', 'banner', 'expandable', 'interstitial', 'cpm']);
const SOCIAL_MEDIUMS = new Set([
  'social',
  'social-network',
  'social-media',
  'social_network',
  'social_media',
  'sm',
  'social network',
  'social media',
]);
const REFERRAL_MEDIUMS = new Set(['referral', 'app', 'link']);
const NO_SOURCE = new Set(['', 'direct', '(direct)']);
const EMAIL = /^(?:e[-_ ]?mail|newsletter)$/;
const SHOP_CAMPAIGN = /(?:^|[^a-df-z])shop|shopping/;

const PAID: Readonly<Record<string, Channel>> = {
  shopping: 'Paid Shopping',
  search: 'Paid Search',
  social: 'Paid Social',
  video: 'Paid Video',
  display: 'Display',
};

/**
 * The order of the rules is that of Google's default channel group, but what a message was sent by goes before what its campaign is
 * called: a newsletter about the shop is a newsletter.
 */
export function chooseChannel(facts: ChannelFacts): Channel {
  const medium = facts.medium.toLowerCase();
  const source = facts.source.toLowerCase();
  const campaign = facts.campaign.toLowerCase();
  if (campaign.includes('cross-network')) return 'Cross-network';
  const kind = SHOP_CAMPAIGN.test(campaign) ? 'shopping' : facts.kind;
  return (
    paidChannel(kind, medium, facts.query) ??
    namedChannel(medium, source) ??
    freeChannel(kind, medium, source, facts.query)
  );
}

function paidChannel(kind: SourceKind | null, medium: string, query: URLSearchParams): Channel | null {
  const click = paidClick(query);
  if (!PAID_MEDIUM.test(medium) && click === null) return DISPLAY_MEDIUMS.has(medium) ? 'Display' : null;
  const known = PAID[kind ?? ''];
  if (known !== undefined) return known;
  if (DISPLAY_MEDIUMS.has(medium)) return 'Display';
  return PAID[click ?? ''] ?? 'Paid Other';
}

function paidClick(query: URLSearchParams): SourceKind | 'display' | null {
  for (const [name, kind] of PAID_CLICKS) if (query.has(name)) return kind;
  return null;
}

/** What the campaign itself says it was sent by. */
function namedChannel(medium: string, source: string): Channel | null {
  if (EMAIL.test(medium) || EMAIL.test(source)) return 'Email';
  if (medium === 'affiliate' || medium === 'affiliates') return 'Affiliates';
  if (medium === 'audio' || medium === 'podcast') return 'Audio';
  if (medium === 'sms' || source === 'sms') return 'SMS';
  if (medium.endsWith('push') || /mobile|notification/.test(medium) || source === 'firebase')
    return 'Mobile Push Notifications';
  return null;
}

function freeChannel(kind: SourceKind | null, medium: string, source: string, query: URLSearchParams): Channel {
  if (kind === 'ai') return 'AI Assistants';
  if (kind === 'shopping') return 'Organic Shopping';
  if (kind === 'social' || SOCIAL_MEDIUMS.has(medium)) return 'Organic Social';
  if (kind === 'video' || medium.includes('video')) return 'Organic Video';
  if (kind === 'search' || medium === 'organic') return 'Organic Search';
  if (kind === 'email') return 'Email';
  if (source === '' && query.has('fbclid')) return 'Organic Social';
  const isReferred = REFERRAL_MEDIUMS.has(medium) || !NO_SOURCE.has(source);
  return isReferred ? 'Referral' : 'Direct';
}
