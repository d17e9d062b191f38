/** Says where a visit came from: named source, channel, referrer and campaign, from the referrer and the page's own address. */
import { cleanText } from '../../lib/clean-text.ts';
import { chooseChannel } from './choose-channel.ts';
import { SPAM_HOSTS } from './data/spam-hosts.ts';
import { createNamedSources } from './named-sources.ts';

/** '' is nothing known; a source of '' is a direct visit. */
export interface Acquisition {
  source: string;
  channel: string;
  /** Host and path: no scheme, `www.`, query, fragment or user. */
  referrer: string;
  referrerHost: string;
  utm_source: string;
  utm_medium: string;
  utm_campaign: string;
  utm_content: string;
  utm_term: string;
  spam: boolean;
}

const LONGEST_REFERRER = 500;
const LONGEST_UTM = 200;
/** Of a name in the DNS; the package of an app could be longer. */
const LONGEST_HOST = 253;
const HALF_CHARACTER_AT_END = /[\ud800-\udbff]$/;
const REFERRING_SCHEMES = new Set(['http:', 'https:', 'android-app:']);

export function createSourceClassifier(): (facts: {
  referrer: URL | null;
  query: URLSearchParams;
  internal: boolean;
}) => Acquisition {
  const named = createNamedSources();
  const spamHosts = new Set(SPAM_HOSTS.trim().split(/\s+/));
  return ({ referrer, query, internal }) => {
    const { host, path } = internal ? NO_REFERRER : reduceReferrer(referrer);
    const campaign = readCampaign(query);
    const byReferrer = () => (host === '' ? null : named.byHost(host, path));
    const known = campaign.utm_source === '' ? byReferrer() : named.byCampaign(campaign.utm_source);
    const source = known?.name ?? (campaign.utm_source || host);
    const facts = {
      source,
      kind: known?.kind ?? null,
      medium: campaign.utm_medium,
      campaign: campaign.utm_campaign,
      query,
    };
    return {
      source,
      channel: chooseChannel(facts),
      referrer: cleanText(`${host}${path}`),
      referrerHost: host,
      ...campaign,
      spam: isListed(spamHosts, host),
    };
  };
}

const NO_REFERRER = { host: '', path: '' };

function reduceReferrer(referrer: URL | null): { host: string; path: string } {
  if (referrer === null || !REFERRING_SCHEMES.has(referrer.protocol)) return NO_REFERRER;
  const name = cleanText(referrer.hostname.slice(0, LONGEST_HOST)).toLowerCase();
  const host = name.replace(/^www\./, '').replace(/\.$/, '');
  if (host === '') return NO_REFERRER;
  // Cut before the slashes are looked for: the expression takes quadratic time on a path made of them.
  return { host, path: referrer.pathname.slice(0, LONGEST_REFERRER - host.length).replace(/\/+$/, '') };
}

type Campaign = Pick<Acquisition, 'utm_source' | 'utm_medium' | 'utm_campaign' | 'utm_content' | 'utm_term'>;

function readCampaign(query: URLSearchParams): Campaign {
  const read = (name: string): string => {
    const value = query.get(name);
    return value === null
      ? ''
      : cleanText(value).trim().slice(0, LONGEST_UTM).replace(HALF_CHARACTER_AT_END, '').trimEnd();
  };
  return {
    utm_source: read('utm_source'),
    utm_medium: read('utm_medium'),
    utm_campaign: read('utm_campaign'),
    utm_content: read('utm_content'),
    utm_term: read('utm_term'),
  };
}

/** The host itself or a domain above it. */
function isListed(hosts: ReadonlySet<string>, host: string): boolean {
  for (let rest = host; rest !== ''; ) {
    if (hosts.has(rest)) return true;
    const dot = rest.indexOf('.');
    rest = dot === -1 ? '' : rest.slice(dot + 1);
  }
  return false;
}
