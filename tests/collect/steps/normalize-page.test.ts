/** What becomes of a page's address: which parts of a fragment are a route, and where. */
import { describe, expect, it } from '@jest/globals';
import type { Draft } from '../../../src/collect/draft.ts';
import { normalizePage } from '../../../src/collect/steps/normalize-page.ts';

function pathOf(address: string, features: readonly string[]): string {
  const site = { domain: 'example.org', hosts: [], queryParameters: ['q'], features };
  const draft = { beacon: { url: new URL(address), referrer: null }, site } as unknown as Draft;
  expect(normalizePage(draft)).toBeNull();
  return draft.path;
}

describe('the fragment of an address', () => {
  it.each([
    ['#/about', '/app#/about'],
    ['#!/about/us', '/app#!/about/us'],
    ['?q=a&secret=1#/about', '/app?q=a#/about'],
    ['#/about?token=secret', '/app#/about'],
    ['#access_token=secret', '/app'],
    ['#part', '/app'],
  ])('%s is kept as far as it is a route, where the site has routes there', (rest, path) => {
    expect(pathOf(`https://example.org/app${rest}`, ['hash'])).toBe(path);
  });

  it('is dropped everywhere else', () => {
    expect(pathOf('https://example.org/app#/about', ['engagement'])).toBe('/app');
  });
});
