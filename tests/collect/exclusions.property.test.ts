/** What is compiled of exclusions says what slow and obvious ways say. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileExclusions } from '../../src/collect/exclusions.ts';
import { NOTHING_EXCLUDED } from '../../src/domain/exclusions.ts';
import { formatAddressRange, readAddressRange } from '../../src/lib/address-range.ts';
import { howOften } from '../support/soak.ts';

const runs = { numRuns: howOften(500, 20_000) };

/** Few different bytes, so that ranges are hit. */
const byte = fc.constantFrom(0, 1, 127, 128, 192, 255);
const bytesOf = (length: number) => fc.array(byte, { minLength: length, maxLength: length });
const address = fc.oneof(bytesOf(4), bytesOf(16));
const range = fc.oneof(
  fc.record({ bytes: bytesOf(4), bits: fc.integer({ min: 1, max: 32 }) }),
  fc.record({ bytes: bytesOf(16), bits: fc.integer({ min: 1, max: 128 }) }),
);

const bitsOf = (bytes: readonly number[]) => bytes.map((each) => each.toString(2).padStart(8, '0')).join('');
const isMapped = (bytes: readonly number[]) => bytes.length === 16 && /^0{80}1{16}/.test(bitsOf(bytes));
/** Written out in full, which is as good a text as any. */
function textOf(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.');
  const hex = bytes.map((each) => each.toString(16).padStart(2, '0')).join('');
  return (hex.match(/..../g) ?? []).join(':');
}

/** A star at a time, every way of reading it tried. */
function matchesSlowly(pattern: string, path: string): boolean {
  if (pattern === '') return path === '';
  const isAny = pattern.startsWith('**');
  if (isAny || pattern.startsWith('*')) {
    const rest = pattern.slice(isAny ? 2 : 1);
    if (matchesSlowly(rest, path)) return true;
    return path !== '' && (isAny || path[0] !== '/') && matchesSlowly(pattern, path.slice(1));
  }
  return path[0] === pattern[0] && matchesSlowly(pattern.slice(1), path.slice(1));
}

describe('compiled exclusions', () => {
  it('know the addresses that share the leading bits of a range', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), address, (ranges, bytes) => {
        fc.pre(!isMapped(bytes) && ranges.every((each) => !isMapped(each.bytes)));
        const excludedAddresses = ranges.map(({ bytes: first, bits }) => `${textOf(first)}/${bits}`);
        const expected = ranges.some(
          ({ bytes: first, bits }) =>
            first.length === bytes.length && bitsOf(first).slice(0, bits) === bitsOf(bytes).slice(0, bits),
        );
        expect(compileExclusions({ ...NOTHING_EXCLUDED, excludedAddresses }).hasAddress(textOf(bytes))).toBe(expected);
        for (const text of excludedAddresses) {
          const read = readAddressRange(text);
          const written = read && formatAddressRange(read);
          expect(written && formatAddressRange(readAddressRange(written) ?? read)).toBe(written);
          expect(readAddressRange(written ?? '')).toEqual(read);
        }
      }),
      runs,
    );
  });

  it('know the paths that a pattern reads in some way', () => {
    const part = fc.constantFrom('a', 'b', '/', '.', '*', '**', '+', '(', '|');
    const pattern = fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join('')}`);
    const path = fc
      .array(fc.constantFrom('a', 'b', '/', '.', '+', '('), { maxLength: 8 })
      .map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 4 }), path, (excludedPaths, page) => {
        const { hasPath } = compileExclusions({ ...NOTHING_EXCLUDED, excludedPaths });
        expect(hasPath(page)).toBe(excludedPaths.some((each) => matchesSlowly(each, page)));
      }),
      runs,
    );
  });

  it.each([
    ['::ffff:192.0.2.9', true],
    ['192.0.2.9', true],
    ['fe80::1%eth0', true],
    ['192.0.3.9', false],
    ['2001:db8::1', false],
    ['192.0.2', false],
    ['', false],
  ])('take %s as %s', (text, isExcluded) => {
    const { hasAddress } = compileExclusions({ ...NOTHING_EXCLUDED, excludedAddresses: ['192.0.2.0/24', 'fe80::/10'] });
    expect(hasAddress(text)).toBe(isExcluded);
  });

  it.each([
    [['/admin'], '/admin?q=1', true],
    [['/admin?q=1'], '/admin?q=1', true],
    [['/admin?q=1'], '/admin?q=2', false],
    [['/'], '/#/about', false],
    [['/#/about'], '/?q=1#/about', true],
    [['/été/**'], '/%C3%A9t%C3%A9/plage', true],
    [['/admin/**'], '/admin', false],
  ])('%j with the page %s: %s', (excludedPaths, page, isExcluded) => {
    expect(compileExclusions({ ...NOTHING_EXCLUDED, excludedPaths }).hasPath(page)).toBe(isExcluded);
  });

  it('take a star of a host for its subdomains alone', () => {
    const { hasHost } = compileExclusions({ ...NOTHING_EXCLUDED, excludedHosts: ['*.test.org', 'stage.org'] });
    const hosts = ['a.test.org', 'b.a.test.org', 'stage.org', 'test.org', 'atest.org', 'a.stage.org'];
    expect(hosts.filter(hasHost)).toEqual(['a.test.org', 'b.a.test.org', 'stage.org']);
  });
});
