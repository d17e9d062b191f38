/** Texts under a key open for nobody else, for nothing else, and not when they were touched. */
import { describe, expect, it } from '@jest/globals';
import { openSealed, SEAL_KEY_BYTES, sealText } from '../../src/lib/seal-text.ts';

const KEY = Buffer.alloc(SEAL_KEY_BYTES, 1);
const TEXT = 'a secret, é';

describe('a sealed text', () => {
  const sealed = sealText(KEY, TEXT, 'user 1');

  it('opens under its key and about its matter, and looks different each time', () => {
    expect(openSealed(KEY, sealed, 'user 1')).toBe(TEXT);
    expect(sealed.includes(Buffer.from(TEXT))).toBe(false);
    expect(sealText(KEY, TEXT, 'user 1').equals(sealed)).toBe(false);
  });

  it('opens neither about another matter nor under another key, nor when any byte was turned or cut off', () => {
    expect(openSealed(KEY, sealed, 'user 2')).toBeNull();
    expect(openSealed(Buffer.alloc(SEAL_KEY_BYTES, 2), sealed, 'user 1')).toBeNull();
    for (let index = 0; index < sealed.length; index++) {
      const turned = Buffer.from(sealed);
      turned[index] = (turned[index] ?? 0) ^ 1;
      expect([index, openSealed(KEY, turned, 'user 1')]).toEqual([index, null]);
      expect([index, openSealed(KEY, sealed.subarray(0, index), 'user 1')]).toEqual([index, null]);
    }
  });
});
