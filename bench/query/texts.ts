/** The dictionary of the simulated site: the texts of each kind of term; a term's id is its place in the list, from 1. */
import { COUNTRIES, PATHS, REFERRERS } from './shape.ts';

const FOLDERS = ['docs', 'data', 'news', 'blog', 'help', 'maps', 'jobs', 'legal', 'api', 'about'];
const SEARCH_ENGINES = ['Google', 'Bing', 'DuckDuckGo', 'Qwant', 'Ecosia'];
const SOCIAL = ['Facebook', 'LinkedIn', 'Reddit', 'Mastodon', 'X'];
const LANGUAGES = 'fr en de es it pt nl pl ro sv da fi cs hu el ar tr ru uk zh ja ko hi id vi th he fa bg hr'.split(
  ' ',
);
const BROWSERS = 'Chrome,Safari,Firefox,Edge,Samsung Internet,Opera,Brave,Vivaldi,UC Browser,Yandex,Silk,Konqueror';
const SYSTEMS = 'Windows,Android,iOS,macOS,Linux,ChromeOS,FreeBSD,KaiOS';

export const CHANNELS = ['Direct', 'Organic Search', 'Organic Social', 'AI Assistants', 'Referral', 'Email'] as const;
export type ChannelName = (typeof CHANNELS)[number];

const numbered = (count: number, text: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index + 1));

/** Sources of well-known kinds first: they are the most frequent ones. */
const SOURCES = [
  ...SEARCH_ENGINES,
  ...SOCIAL,
  ...['ChatGPT', 'Claude', 'Perplexity'],
  ...numbered(REFERRERS - 13, (number) => `site-${number}.example`),
];

/** The channel of the source with this id; 0 is direct. */
export function channelOf(source: number): ChannelName {
  if (source === 0) return 'Direct';
  if (source <= 5) return 'Organic Search';
  if (source <= 10) return 'Organic Social';
  return source <= 13 ? 'AI Assistants' : 'Referral';
}

export const TEXTS = {
  page: numbered(PATHS, (number) => `/${FOLDERS[number % FOLDERS.length]}/page-${number}`),
  host: ['example.org'],
  name: ['pageview', 'signup', 'purchase'],
  source: SOURCES,
  channel: CHANNELS,
  referrer: SOURCES.map((source) => `https://${source.toLowerCase().replaceAll(' ', '-')}/`),
  utm_source: ['newsletter', 'partner', 'poster'],
  utm_medium: ['email', 'banner'],
  utm_campaign: numbered(20, (number) => `campaign-${number}`),
  country: countryCodes(COUNTRIES),
  browser: BROWSERS.split(','),
  browser_version: numbered(60, (number) => String(90 + number)),
  os: SYSTEMS.split(','),
  os_version: numbered(25, String),
  device: ['Desktop', 'Mobile', 'Tablet'],
  language: LANGUAGES,
  prop_key: ['plan'],
  prop_value: ['free', 'team', 'enterprise'],
  currency: ['EUR'],
} as const satisfies Record<string, readonly string[]>;

export type TermKind = keyof typeof TEXTS;

/** The id of a text. @throws when the dictionary does not have it */
export function idOf(kind: TermKind, text: string): number {
  const index = (TEXTS[kind] as readonly string[]).indexOf(text);
  if (index < 0) throw new Error(`${kind} has no ${text}`);
  return index + 1;
}

/** Well-known ones first, then whatever two letters give. */
function countryCodes(count: number): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  const known = 'FR DE US BE CH GB ES IT CA NL MA DZ TN SN CI PL PT AT SE JP BR IN CN'.split(' ');
  return [...known, ...all.filter((code) => !known.includes(code))].slice(0, count);
}
