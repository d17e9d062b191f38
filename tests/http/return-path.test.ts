import { expect, it } from '@jest/globals';
import { toReturnPath } from '../../src/http/return-path.ts';

it.each([
  ['/app/shop.example?period=7d', '/app/shop.example?period=7d'],
  ['/app/-/account', '/app/-/account'],
  ['/app/a#b', '/app/a'],
  ['', '/app/'],
  ['/', '/app/'],
  ['/demo/', '/app/'],
  ['/application', '/app/'],
  ['/app/api/sign-out', '/app/'],
  ['/app/./api/state', '/app/'],
  ['/app/%2e%2e/evil', '/app/'],
  ['/app/..\\..\\evil', '/app/'],
  ['//evil.example/app/', '/app/'],
  ['/\\evil.example/app/', '/app/'],
  ['\t//evil.example/app/', '/app/'],
  ['https:evil.example/app/', '/app/'],
  ['http://here.invalid:81/app/', '/app/'],
  ['javascript:alert(1)', '/app/'],
  ['data:text/html,/app/', '/app/'],
  ['/app/a\r\nset-cookie: a=b', '/app/aset-cookie:%20a=b'],
  [`/app/${'a'.repeat(1024)}`, '/app/'],
  [undefined, '/app/'],
  [['/app/a', '/app/b'], '/app/'],
])('from %j one returns to %s', (asked, expected) => expect(toReturnPath(asked)).toBe(expected));
