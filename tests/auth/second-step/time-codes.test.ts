/** Codes of the time: those of RFC 6238, of one step to either side and no further. */
import { describe, expect, it } from '@jest/globals';
import { createCodeSecret, describeSecret, findStep } from '../../../src/auth/second-step/time-codes.ts';

/** Base32 of the RFC's `12345678901234567890`. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
/** Appendix B of RFC 6238, SHA-1: seconds, and the last six of its eight digits. */
const VECTORS: readonly (readonly [number, string])[] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];

describe('a code', () => {
  it.each(VECTORS)('at %i seconds is the one of the standard', async (seconds, code) => {
    expect(await findStep(SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it.each([
    [-30_001, null],
    [-30_000, 41_152_263],
    [-1, 41_152_263],
    [0, 41_152_263],
    [29_999, 41_152_263],
    [59_999, 41_152_263],
    [60_000, null],
  ])('is taken one step early and one step late: %i ms from the begin of its own', async (offMs, step) => {
    // 1234567890 s is the begin of a step.
    expect(await findStep(SECRET, '005924', 1_234_567_890_000 + offMs)).toBe(step);
  });

  it.each([['005925'], ['5924'], ['0059240'], ['00592４'], ['']])('is not %j', async (code) => {
    expect(await findStep(SECRET, code, 1_234_567_890_000)).toBeNull();
  });
});

describe('a secret', () => {
  it('has 160 bits, another each time', async () => {
    const secrets = await Promise.all([createCodeSecret(), createCodeSecret()]);
    expect(new Set(secrets).size).toBe(2);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('is written as apps read it', async () => {
    const url = new URL(await describeSecret(SECRET, 'Passant count.example.org', 'ada@example.org'));
    expect([url.protocol, url.host, url.searchParams.get('secret')]).toEqual(['otpauth:', 'totp', SECRET]);
    expect(url.searchParams.get('issuer')).toBe('Passant count.example.org');
    expect(decodeURIComponent(url.pathname)).toBe('/Passant count.example.org:ada@example.org');
  });
});
