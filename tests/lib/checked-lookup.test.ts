/** The look-up of names whose addresses are looked at before anything is connected to. */
import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from '@jest/globals';
import { createCheckedLookup } from '../../src/lib/checked-lookup.ts';

const FOUND: LookupAddress[] = [
  { address: '192.0.2.1', family: 4 },
  { address: '2001:db8::1', family: 6 },
];

/** @returns what a connection is told, and what was looked at */
async function lookUp(found: readonly LookupAddress[] | Error, all: boolean, refused?: string) {
  const looked: string[] = [];
  const check = (addresses: readonly string[]) => {
    looked.push(...addresses);
    if (refused !== undefined && addresses.includes(refused)) throw new Error('refused');
  };
  const asked: object[] = [];
  const lookup = createCheckedLookup(check, async (name, options) => {
    asked.push({ name, ...options });
    if (found instanceof Error) throw found;
    return found;
  });
  const told = await new Promise((resolve) =>
    lookup('a.example', { all, family: 4 }, (error, address, family) => resolve(error?.message ?? [address, family])),
  );
  return { told, looked, asked };
}

describe('a checked look-up', () => {
  it('gives all addresses, or the first, as it is asked, after all were looked at', async () => {
    const both = ['192.0.2.1', '2001:db8::1'];
    expect(await lookUp(FOUND, true)).toEqual({
      ...{ told: [FOUND, undefined], looked: both },
      asked: [{ name: 'a.example', all: true, family: 4 }],
    });
    expect(await lookUp(FOUND, false)).toMatchObject({
      ...{ told: ['192.0.2.1', 4], looked: both },
      asked: [{ name: 'a.example', all: true, family: 4 }],
    });
  });

  it.each([true, false])('gives none when one of them is refused', async (all) => {
    for (const refused of ['192.0.2.1', '2001:db8::1'])
      expect((await lookUp(FOUND, all, refused)).told).toBe('refused');
  });

  it.each([true, false])('fails where there is none, and where the name cannot be looked up', async (all) => {
    expect((await lookUp([], all)).told).toBe('the name has no address');
    expect((await lookUp(new Error('no such name'), all)).told).toBe('no such name');
  });
});
