import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClient } from '../../client/build.mjs';

let folder: string;
/** Every file of the demo site by its path, pages among them. */
const files = new Map<string, string>();
const pages = () => [...files].filter(([name]) => name.endsWith('.html'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passant-demo-'));
  await buildClient(folder);
  const root = join(folder, 'demo');
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(relative(root, path), await readFile(path, 'utf8'));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Values of an attribute wherever it stands. */
const attributesOf = (html: string, name: string) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');

/** The file behind an address; whoever serves the site answers every address under an explorer with its page. */
function fileOf(address: string): string {
  const path = address.replace(/^\/demo\//, '').replace(/[?#].*$/, '');
  const explorer = /^(en|fr)\/explorer\//.exec(path)?.[0];
  if (explorer) return `${explorer}index.html`;
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

describe('the demo site', () => {
  it('has the same pages in both languages', () => {
    const count = (language: string) => pages().filter(([name]) => name.startsWith(`${language}/`)).length;
    expect(count('en')).toBe(13);
    expect(count('fr')).toBe(13);
  });

  it('leads nowhere that does not exist', () => {
    const dead = pages().flatMap(([name, html]) =>
      ['href', 'src', 'action', 'data-file']
        .flatMap((attribute) => attributesOf(html, attribute))
        .filter((address) => address.startsWith('/') && !address.startsWith('/{{prefix}}/'))
        .filter((address) => !address.startsWith('/demo/') || !files.has(fileOf(address)))
        .map((address) => `${name} -> ${address}`),
    );
    expect(dead).toEqual([]);
  });

  it('uses absolute addresses only, so that a view of the explorer can be loaded directly', () => {
    const others = pages().flatMap(([, html]) =>
      ['href', 'src', 'action']
        .flatMap((attribute) => attributesOf(html, attribute))
        .filter((address) => !/^(\/|#content$|https:\/\/data\.europa\.eu\/$|mailto:|\{\{dashboard\}\}$)/.test(address)),
    );
    expect(others).toEqual([]);
  });

  it('loads tracker and banner on every page and leads to the dashboard from there', () => {
    for (const [, html] of pages()) {
      expect(html).toContain('<script defer src="/{{prefix}}/s.js" data-site="demo"></script>');
      const language = /<html lang="(en|fr)">/.exec(html)?.[1];
      expect(html).toContain(`<script defer src="/{{prefix}}/choice.js?lang=${language}"></script>`);
      expect(html).toContain('<a href="{{dashboard}}">');
      if (html.includes('<footer>'))
        for (const page of ['charter', 'privacy'])
          expect(html).toContain(`<a href="/{{prefix}}/${page}/demo?lang=${language}">`);
      expect(new Set(html.match(/\{\{\w+\}\}/g))).toEqual(new Set(['{{prefix}}', '{{dashboard}}']));
    }
  });

  it('has no script, style or handler inside a page, for its policy allows none', () => {
    for (const [, html] of pages()) {
      expect(html).not.toMatch(/<script(?![^>]* src=)/);
      expect(html).not.toMatch(/<style| style=| on[a-z]+=/);
    }
  });

  it('names the language of every page and its twin in the other, and the twin names it', () => {
    for (const [name, html] of pages()) {
      if (name === 'index.html') continue;
      const language = name.slice(0, 2);
      expect(html).toContain(`<html lang="${language}">`);
      const twins = Object.fromEntries(
        [...html.matchAll(/rel="alternate" hreflang="(en|fr)" href="([^"]*)"/g)].map(([, lang, href = '']) => [
          lang,
          fileOf(href),
        ]),
      );
      expect(twins[language]).toBe(name);
      const twin = files.get(twins[language === 'en' ? 'fr' : 'en'] ?? '');
      expect(twin).toContain(`hreflang="${language}" href="/demo/${name.replace('index.html', '')}"`);
    }
  });

  it('has a title of its own on every page of a language', () => {
    const titles = pages().map(([name, html]) => `${name.slice(0, 3)} ${/<title>([^<]*)/.exec(html)?.[1]}`);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.join()).not.toMatch(/undefined/);
  });

  it('leaves no word out', () => {
    for (const [, html] of pages())
      expect(html.replace(/data-words="[^"]*"/, '')).not.toMatch(/undefined|NaN|\{\w+\}(?!\})/);
  });

  it('offers its data as lines of equal length, one for each day and counter', () => {
    const [head, ...lines] = files.get('data/velos-passages.csv')?.trim().split('\n') ?? [];
    expect(head).toBe('date,counter,bicycles');
    expect(lines).toHaveLength(4 * 365);
    for (const line of lines) expect(line).toMatch(/^2025-\d\d-\d\d,(passerelle|gare|halles|canal),[1-9]\d*$/);
  });
});
