/** Where the service stands, as a visitor's browser sees it. */
import { describe, expect, it } from '@jest/globals';
import { findSetUp } from '../../src/privacy/set-up.ts';

const SITE = { domain: 'example.co.uk', hosts: ['beispiel.de'] };

describe('the set-up', () => {
  it.each([
    ['example.co.uk', 'own-host'],
    ['WWW.example.co.uk', 'own-host'],
    ['beispiel.de', 'own-host'],
    ['count.example.co.uk', 'same-domain'],
    ['count.beispiel.de', 'same-domain'],
    ['other.co.uk', 'foreign'],
    ['127.0.0.1', 'foreign'],
    ['localhost', 'foreign'],
  ])('under %s is %s', (host, expected) => {
    expect(findSetUp(SITE, host)).toBe(expected);
  });

  it('takes an address without a name for the site’s own when it is listed', () => {
    expect(findSetUp({ domain: 'demo', hosts: ['127.0.0.1'] }, '127.0.0.1')).toBe('own-host');
  });
});
