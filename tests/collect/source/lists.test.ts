/** The lists are whole, say where they come from, and are read as they were written. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { AI_ASSISTANTS } from '../../../src/collect/source/data/ai-assistants.ts';
import { SEARCH_ENGINES } from '../../../src/collect/source/data/search-engines.ts';
import { SOCIAL_NETWORKS } from '../../../src/collect/source/data/social-networks.ts';
import { SPAM_HOSTS } from '../../../src/collect/source/data/spam-hosts.ts';
import { KNOWN_SOURCES } from '../../../src/collect/source/known-sources.ts';
import { createNamedSources } from '../../../src/collect/source/named-sources.ts';
import { readList } from '../../../src/collect/source/read-list.ts';

const LISTS = { AI_ASSISTANTS, SEARCH_ENGINES, SOCIAL_NETWORKS, ...KNOWN_SOURCES };
const ENTRY = /^[\p{L}\p{N}{}-]+(?:\.[\p{L}\p{N}{}_-]+)+(?:\/[\w/]+)?$/u;

describe('the lists of sources', () => {
  it.each(Object.entries(LISTS))('%s names every source and gives it hosts', (_, text) => {
    for (const { name, hosts } of readList(text)) {
      expect(name).not.toBe('');
      expect(hosts.filter((host) => !ENTRY.test(host) || host.startsWith('www.'))).toEqual([]);
    }
  });

  it.each([
    ['search engines', SEARCH_ENGINES, 280],
    ['social networks', SOCIAL_NETWORKS, 85],
    ['AI assistants', AI_ASSISTANTS, 18],
  ])('hold most of the known %s', (_, text, least) => {
    expect(readList(text).length).toBeGreaterThanOrEqual(least);
  });

  it('holds the known senders of made-up referrers, in the form in which addresses arrive', () => {
    const hosts = SPAM_HOSTS.trim().split(/\s+/);
    expect(hosts.length).toBeGreaterThan(2300);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(hosts.filter((host) => new URL(`http://${host}/`).hostname !== host)).toEqual([]);
  });

  it.each([
    ['search-engines', 'matomo-org/searchengine-and-social-list 3b3a82d 2026-07-15, CC0-1.0'],
    ['social-networks', 'matomo-org/searchengine-and-social-list 3b3a82d 2026-07-15, CC0-1.0'],
    ['ai-assistants', 'matomo-org/searchengine-and-social-list 3b3a82d 2026-07-15, CC0-1.0'],
    ['spam-hosts', 'matomo-org/referrer-spam-list b1c66b3 2026-08-20, public domain'],
  ])('%s states its origin and licence', (file, origin) => {
    const text = readFileSync(new URL(`../../../src/collect/source/data/${file}.ts`, import.meta.url), 'utf8');
    expect(text.split('\n')[0]).toContain(origin);
  });
});

describe('createNamedSources', () => {
  const named = createNamedSources();

  it('finds every listed host under some name', () => {
    const entries = Object.values(LISTS).flatMap((text) => readList(text).flatMap(({ hosts }) => hosts));
    const lost = entries.filter((entry) => {
      const [host = '', ...path] = entry.replace('.{}', '.fr').replace('{}.', 'fr.').split('/');
      return named.byHost(host, path.length > 0 ? `/${path.join('/')}` : '') === null;
    });
    expect(lost).toEqual([]);
  });

  it.each([
    ['google', 'Google'],
    ['FACEBOOK', 'Facebook'],
    ['www.linkedin.com', 'LinkedIn'],
    ['t.co', 'Twitter'],
  ])('knows the campaign word %s as %s', (word, name) => {
    expect(named.byCampaign(word)?.name).toBe(name);
  });

  it.each([
    'free',
    'orange',
    'inbox',
    'tagged',
    'workplace',
    'newsletter',
    'constructor',
    '__proto__',
    '.',
    'a b.c',
    '',
  ])('leaves the campaign word %j alone', (word) => {
    expect(named.byCampaign(word)).toBeNull();
  });
});
