/** Writes the lists in data/ from a folder with copies of the public ones: `npm run lists -- <folder>`. Run by hand, never in service. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';

const SOURCES_ORIGIN = 'matomo-org/searchengine-and-social-list 3b3a82d 2026-07-15, CC0-1.0';
const SPAM_ORIGIN = 'matomo-org/referrer-spam-list b1c66b3 2026-08-20, public domain';

/**
 * Portals, shops and providers whose page with results the list tells from the rest by the words searched for. Browsers no longer send
 * those, so that every link from such a host would look like a search. Named here, they stay referring sites.
 */
const NOT_ONLY_SEARCH = new Set(
  `alexa.com arcor.de charter.net cgi2.nintendo.co.jp cnn.com digg.com dizionario.it.msn.com dmoz.org enciclopedia.it.msn.com facebook.com
  fastweb.it friendfeed.com highbeam.com icq.com inbox.com it.luna.tv kataweb.it login.live.com meinestadt.de mister-wong.com mister-wong.de
  msnbc.msn.com news.baidu.com online.no optuszoo.com.au rpmfind.net skynet.be so-net.ne.jp start.lenovo.com talktalk.co.uk technorati.com
  tieba.baidu.com weborama.fr wow.com {}.wow.com`.split(/\s+/),
);

/** A name's hosts, whatever the shape of the list. */
type Named = Map<string, Set<string>>;

function build(folder: string): void {
  // Required rather than imported: the package brings no types and is not there in service.
  const { load } = createRequire(import.meta.url)('js-yaml') as { load: (text: string) => unknown };
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const lists = [
    ['search-engines', 'SEARCH_ENGINES', 'Search engines and their hosts', 'SearchEngines.yml'],
    ['social-networks', 'SOCIAL_NETWORKS', 'Social networks and their hosts', 'Socials.yml'],
    ['ai-assistants', 'AI_ASSISTANTS', 'AI assistants and their hosts', 'AIAssistants.yml'],
  ] as const;
  for (const [file, constant, what, original] of lists) {
    const lines = [...namedHosts(load(read(original)))].map(([name, hosts]) => `${name}: ${[...hosts].join(' ')}`);
    write(file, constant, `${what}, one source per line`, SOURCES_ORIGIN, lines);
  }
  const spam = read('spammers.txt')
    .split('\n')
    .map((line) => domainToASCII(line.trim()));
  write(
    'spam-hosts',
    'SPAM_HOSTS',
    'Hosts that send made-up referrers',
    SPAM_ORIGIN,
    wrap([...new Set(spam)].filter((host) => host !== '')),
  );
}

/** Reads `{ Name: [host] }` and `{ Name: [{ urls: [host] }] }`. */
function namedHosts(list: unknown): Named {
  const named: Named = new Map();
  for (const [rawName, entries] of Object.entries(
    list as Record<string, readonly (string | { urls: readonly string[] })[]>,
  )) {
    const urls = entries.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.urls));
    const hosts = new Set(urls.map(withoutWww).filter(isUsable));
    if (hosts.size > 0) named.set(decodeURIComponent(rawName), hosts);
  }
  return named;
}

/** A wildcard amid a name is not looked up, and an app's address says nothing that its package does not. */
function isUsable(host: string): boolean {
  return !NOT_ONLY_SEARCH.has(host) && !host.includes('.{}.') && !host.startsWith('android-app//');
}

function withoutWww(url: string): string {
  return url
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

/** Lines short enough for a reader and for a difference between two versions. */
function wrap(words: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line.length + word.length > 140) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

function write(file: string, constant: string, what: string, origin: string, lines: readonly string[]): void {
  const text = lines.join('\n');
  if (/[`\\$]/.test(text)) throw new Error(`${file} holds a character that a template string does not keep.`);
  const head = `/** ${what}. Origin: ${origin}. Written by build-lists.ts: do not edit. */`;
  writeFileSync(new URL(`data/${file}.ts`, import.meta.url), `${head}\nexport const ${constant} = \`\n${text}\n\`;\n`);
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write(
    'Name the folder that holds SearchEngines.yml, Socials.yml, AIAssistants.yml and spammers.txt.\n',
  );
  process.exitCode = 2;
} else {
  build(folder);
}
