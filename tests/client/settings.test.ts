/** What the tag of the script says about site, consent and the way of beacons. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as settings from '../../client/tracker/settings.ts';
import { type FakePage, fakePage } from './support/fake-page.ts';

const source = 'https://count.example.net/count/s.js';
let page: FakePage;
beforeEach(() => {
  page = fakePage();
});
afterEach(() => page.restore());

describe('the settings of a snippet', () => {
  it('take the site from the page when none is named', () => {
    settings.configure({}, source);
    expect(settings.site).toBe('example.org');
    settings.configure({ site: 'demo' }, source);
    expect(settings.site).toBe('demo');
  });

  it.each([
    [undefined, 'cookie', true],
    ['auto', 'auto', true],
    ['manual', 'manual', false],
    ['denied', 'denied', false],
    ['some-tool', 'some-tool', false],
  ])('with data-consent %s learn of consent by %s', (consent, mode, isRemembered) => {
    settings.configure({ consent }, source);
    expect([settings.mode, settings.isRemembered]).toEqual([mode, isRemembered]);
  });

  it.each([
    ['the folder of the script', {}, source, 'https://count.example.net/count/e', 'https://count.example.net/count/f'],
    [
      'a proxy with a prefix of its own',
      {},
      'https://a.org/x/y/s.js?v=3',
      'https://a.org/x/y/e',
      'https://a.org/x/y/f',
    ],
    [
      'the folder of the script with the date flag',
      {},
      'https://a.org/x/sd.js',
      'https://a.org/x/e',
      'https://a.org/x/f',
    ],
    ['the alias', {}, 'https://a.org/passant.js', 'https://a.org/api/event', 'https://a.org/api/forget'],
    ['data-api', { api: 'https://b.org' }, source, 'https://b.org/api/event', 'https://b.org/api/forget'],
    [
      'data-api with a path',
      { api: 'https://b.org/p/' },
      source,
      'https://b.org/p/api/event',
      'https://b.org/p/api/forget',
    ],
    [
      'data-api of the own host',
      { api: '/p' },
      source,
      'https://www.example.org/p/api/event',
      'https://www.example.org/p/api/forget',
    ],
  ])('send beacons to %s', (_, attributes, src, eventUrl, forgetUrl) => {
    settings.configure(attributes, src);
    // Relative addresses are the browser's to resolve, as those of any attribute.
    const resolve = (url: string | URL) => new URL(url, 'https://www.example.org/a?b').href;
    expect(resolve(settings.addressOf('e', 'event'))).toBe(eventUrl);
    expect(resolve(settings.addressOf('f', 'forget'))).toBe(forgetUrl);
  });
});
