/** Knows search engines, networks, assistants, shops and mail by the host of a referrer or by the word in a campaign. */
import { parse } from 'tldts';
import { AI_ASSISTANTS } from './data/ai-assistants.ts';
import { SEARCH_ENGINES } from './data/search-engines.ts';
import { SOCIAL_NETWORKS } from './data/social-networks.ts';
import { CAMPAIGN_NAMES, KNOWN_SOURCES, OTHER_NAMES, type SourceKind } from './known-sources.ts';
import { readList } from './read-list.ts';

export interface NamedSource {
  readonly name: string;
  readonly kind: SourceKind;
}

export interface NamedSources {
  /** @param host lower case, without `www.` @param path begins with a slash or is '' */
  byHost(host: string, path: string): NamedSource | null;
  /** @param word what a campaign calls its source */
  byCampaign(word: string): NamedSource | null;
}

/** Ours first; then an assistant's page on a network, then a network's page that also searches. The first to claim a host keeps it. */
const LISTS: readonly (readonly [SourceKind, string])[] = [
  ...(['email', 'ai', 'video', 'shopping', 'social', 'search'] as const).map(
    (kind) => [kind, KNOWN_SOURCES[kind]] as const,
  ),
  ['ai', AI_ASSISTANTS],
  ['social', SOCIAL_NETWORKS],
  ['search', SEARCH_ENGINES],
];

/** Of these every subdomain is the same source; a subdomain of a search engine or a shop may be something else, such as documents. */
const WITH_SUBDOMAINS: ReadonlySet<SourceKind> = new Set(['social', 'video', 'ai']);

export function createNamedSources(): NamedSources {
  const { byHost, byPath, byName } = indexLists();
  const byWord = indexCampaignNames(byName);

  const find = (host: string, path: string): NamedSource | undefined =>
    byPath.get(host)?.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))?.source ??
    byHost.get(host);

  const findParent = (host: string): NamedSource | null => {
    for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
      const parent = byHost.get(host.slice(dot + 1));
      if (parent !== undefined && WITH_SUBDOMAINS.has(parent.kind)) return parent;
    }
    return null;
  };

  const findByHost = (host: string, path: string): NamedSource | null => {
    const exact = find(host, path);
    if (exact !== undefined) return exact;
    const plain = host.startsWith('m.') ? host.slice(2) : host;
    const { publicSuffix } = parse(plain);
    const anySuffix =
      publicSuffix === null || publicSuffix === plain ? plain : `${plain.slice(0, -publicSuffix.length)}{}`;
    const anyCountry = plain.charAt(2) === '.' ? `{}${plain.slice(2)}` : plain;
    return find(plain, path) ?? find(anySuffix, path) ?? find(anyCountry, path) ?? findParent(host);
  };

  return {
    byHost: findByHost,
    byCampaign(word) {
      const lower = word.toLowerCase();
      const named = byWord.get(lower);
      if (named !== undefined) return named;
      return HOST.test(lower) ? findByHost(lower.replace(/^www\./, ''), '') : null;
    },
  };
}

/** Campaigns name hosts too: ChatGPT adds `utm_source=chatgpt.com`. */
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

interface Index {
  byHost: Map<string, NamedSource>;
  byPath: Map<string, { prefix: string; source: NamedSource }[]>;
  byName: Map<string, NamedSource>;
}

function indexLists(): Index {
  const index: Index = { byHost: new Map(), byPath: new Map(), byName: new Map() };
  for (const [kind, text] of LISTS) {
    for (const listed of readList(text)) {
      const name = OTHER_NAMES.get(listed.name) ?? listed.name;
      const source = index.byName.get(name) ?? { name, kind };
      index.byName.set(name, source);
      for (const entry of listed.hosts) addEntry(index, entry, source);
    }
  }
  return index;
}

function addEntry({ byHost, byPath }: Index, entry: string, source: NamedSource): void {
  const slash = entry.indexOf('/');
  if (slash === -1) {
    if (!byHost.has(entry)) byHost.set(entry, source);
    return;
  }
  const host = entry.slice(0, slash);
  byPath.set(host, [...(byPath.get(host) ?? []), { prefix: entry.slice(slash), source }]);
}

function indexCampaignNames(byName: ReadonlyMap<string, NamedSource>): Map<string, NamedSource> {
  const byWord = new Map<string, NamedSource>();
  for (const line of CAMPAIGN_NAMES.trim().split('\n')) {
    const [name = '', words = ''] = line.split(': ');
    const source = byName.get(name);
    if (source === undefined) throw new Error(`No list knows the campaign name ${name}.`);
    for (const word of words.split(',')) byWord.set(word, source);
  }
  return byWord;
}
