import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../../client/tracker/options.ts';

const page = { href: 'https://www.example.org/a?b', hostname: 'www.example.org' };
const source = 'https://count.example.net/count/s.js';

describe('the options of a snippet', () => {
  it('take the site from the page when none is named', () => {
    expect(readOptions({}, source, page).site).toBe('example.org');
    expect(readOptions({ site: 'demo' }, source, page).site).toBe('demo');
  });

  it.each([
    [undefined, 'cookie'],
    ['auto', 'auto'],
    ['manual', 'manual'],
    ['denied', 'denied'],
    ['some-tool', 'some-tool'],
  ])('with data-consent %s learn of consent by %s', (consent, mode) => {
    expect(readOptions(consent ? { consent } : {}, source, page).mode).toBe(mode);
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
    expect(readOptions(attributes, src, page)).toMatchObject({ eventUrl, forgetUrl });
  });
});
