/** Access logs: every format, its oddities, and which lines are pages. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { detectFormat, LOG_FORMATS } from '../../src/transfer/log-formats.ts';
import { refusePage } from '../../src/transfer/page-rules.ts';

const COMBINED =
  '203.0.113.9 - frank [01/Mar/2026:13:55:36 +0100] "GET /a?b=1 HTTP/1.1" 200 2326 "https://example.org/x" "Mozilla/5.0 (\\"odd\\")"';
const COMMON = '203.0.113.9 - - [01/Mar/2026:13:55:36 -0230] "GET /a HTTP/1.0" 304 -';
const VHOST = `www.example.org:443 ${COMBINED}`;
const CADDY = JSON.stringify({
  ts: 1772369736.5,
  status: 200,
  request: {
    client_ip: '203.0.113.9',
    method: 'GET',
    host: 'example.org:8443',
    uri: '/a',
    headers: { 'User-Agent': ['Moz'], Referer: ['https://x.org/'] },
  },
});

describe('log formats', () => {
  it.each([
    ['combined', COMBINED],
    ['common', COMMON],
    ['vhost', VHOST],
    ['caddy', CADDY],
  ])('%s is found out from its line', (name, line) => {
    expect(detectFormat(line)).toBe(name);
  });

  it('combined gives every field, time in UTC, quotes unescaped', () => {
    expect(LOG_FORMATS.combined.read(COMBINED)).toEqual({
      ...{
        at: Date.UTC(2026, 2, 1, 12, 55, 36),
        ip: '203.0.113.9',
        method: 'GET',
        target: '/a?b=1',
        status: 200,
        host: '',
      },
      ...{ referrer: 'https://example.org/x', userAgent: 'Mozilla/5.0 ("odd")' },
    });
  });

  it('common, vhost and caddy give what they have', () => {
    expect(LOG_FORMATS.common.read(COMMON)).toMatchObject({
      at: Date.UTC(2026, 2, 1, 16, 25, 36),
      status: 304,
      userAgent: '',
      referrer: '',
    });
    expect(LOG_FORMATS.vhost.read(VHOST)).toMatchObject({ host: 'www.example.org', target: '/a?b=1' });
    expect(LOG_FORMATS.caddy.read(CADDY)).toMatchObject({
      at: 1772369736500,
      host: 'example.org',
      userAgent: 'Moz',
      referrer: 'https://x.org/',
    });
  });

  it('a line in no format is none, and nothing is thrown', () => {
    for (const line of [
      '',
      '{',
      '{"ts":1}',
      'x',
      COMBINED.slice(0, 40),
      COMBINED.replace('Mar', 'Mir'),
      COMBINED.replace('Mar', 'arM'),
    ]) {
      expect(detectFormat(line)).toBeNull();
    }
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (line) => void detectFormat(line)));
  });
});

describe('pages', () => {
  const line = (more: object) =>
    refusePage({
      at: 0,
      ip: '',
      method: 'GET',
      target: '/',
      status: 200,
      host: '',
      referrer: '',
      userAgent: '',
      ...more,
    });

  it.each([
    ['/', null],
    ['/blog/a-title', null],
    ['/v1.2/guide/', null],
    ['/index.html', null],
    ['/page.php?id=1', null],
    ['/style.css?v=2', 'not-a-page'],
    ['/images/a.PNG', 'not-a-page'],
    ['/robots.txt', 'not-a-page'],
    ['/report.pdf', 'not-a-page'],
    ['/feed/', 'not-a-page'],
    ['/blog/tags/x?flav=rss20', 'not-a-page'],
    ['/?format=json', 'not-a-page'],
    ['/?format=wide', null],
  ])('%s', (target, expected) => {
    expect(line({ target })).toBe(expected);
  });

  it.each([
    ['POST', 200, 'not-a-visit'],
    ['HEAD', 200, 'not-a-visit'],
    ['GET', 301, 'not-a-visit'],
    ['GET', 404, 'not-a-visit'],
    ['GET', 500, 'not-a-visit'],
    ['GET', 206, 'not-a-visit'],
    ['GET', 304, null],
  ])('%s with status %d', (method, status, expected) => {
    expect(line({ method, status })).toBe(expected);
  });
});
