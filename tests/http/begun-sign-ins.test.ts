import { beforeEach, describe, expect, it } from '@jest/globals';
import { BEGUN_MS, type Begun, BegunSignIns } from '../../src/http/begun-sign-ins.ts';

const KEY = Buffer.alloc(32, 7);
const clock = { at: 1_800_000_000_000 };
let signIns: BegunSignIns;
beforeEach(() => {
  signIns = new BegunSignIns(KEY, () => clock.at);
});

const begun = (state = 'a-state'): Begun => ({
  expected: { state, nonce: 'a-nonce', verifier: 'a-verifier' },
  ...{ purpose: { kind: 'sign-in' }, returnTo: '/app/' },
});

describe('a sign-in that has begun', () => {
  it('is had back once, with its state', () => {
    const cookie = signIns.seal(begun());
    expect(signIns.take(cookie, 'another')).toBeNull();
    expect(signIns.take(cookie, null)).toBeNull();
    expect(signIns.take(cookie, 'a-state')).toEqual(begun());
    expect(signIns.take(cookie, 'a-state')).toBeNull();
  });

  it('is over after ten minutes', () => {
    const cookie = signIns.seal(begun());
    clock.at += BEGUN_MS - 1;
    expect(new BegunSignIns(KEY, () => clock.at).take(cookie, 'a-state')).not.toBeNull();
    clock.at += 1;
    expect(signIns.take(cookie, 'a-state')).toBeNull();
  });

  it('can neither be read, nor changed, nor taken elsewhere', () => {
    const cookie = signIns.seal(begun());
    const bytes = Buffer.from(cookie, 'base64url');
    expect(bytes.toString('latin1')).not.toMatch(/state|nonce|verifier|app/);
    for (let index = 0; index < bytes.length; index++) {
      const touched = Buffer.from(bytes);
      touched[index] = (touched[index] ?? 0) ^ 1;
      expect(signIns.take(touched.toString('base64url'), 'a-state')).toBeNull();
    }
    expect(new BegunSignIns(Buffer.alloc(32, 8), () => clock.at).take(cookie, 'a-state')).toBeNull();
    for (const nothing of [undefined, '', 'a', 'a'.repeat(60)]) expect(signIns.take(nothing, 'a-state')).toBeNull();
  });

  it('pushes no other out, however many begin', () => {
    const cookie = signIns.seal(begun());
    for (let index = 0; index < 20_000; index++) signIns.seal(begun(`state-${index}`));
    expect(signIns.take(cookie, 'a-state')).toEqual(begun());
  });
});
