/** The account of shared blocks: which go when there are too many bytes. */
import { describe, expect, it } from '@jest/globals';
import { BlockLedger } from '../../../src/store/sqlite/reader/cache/block-ledger.ts';

const uses = new Map<number, number>();
const ledgerOf = (limit: number) => new BlockLedger(limit, (block) => uses.get(block) ?? 0);
const entry = (id: number, more: { name?: string; siteId?: number; removals?: number } = {}) => ({
  ...{ id, name: `7:visits.page:${id}`, siteId: 7, removals: 1, bytes: 100 },
  ...more,
});

describe('the account of blocks', () => {
  it('lets go what was not used for longest, down to its bytes', () => {
    const ledger = ledgerOf(300);
    for (const id of [1, 2, 3]) {
      uses.set(id, 10 - id);
      expect(ledger.add(entry(id))).toEqual([]);
    }
    uses.set(4, 20);
    expect(ledger.add(entry(4))).toEqual([3, 2]); // a little more than needed, so that the next one need not look
    expect(ledger.bytes).toBe(200);
  });

  it('lets go the youngest of what one question has used, so that it finds the others the next time', () => {
    const ledger = ledgerOf(250);
    for (const id of [1, 2, 3]) uses.set(id, 5);
    ledger.add(entry(1));
    ledger.add(entry(2));
    expect(ledger.add(entry(3))).toEqual([3]);
  });

  it('lets go a block whose place another takes, and one that is larger than all there may be', () => {
    const ledger = ledgerOf(150);
    ledger.add(entry(1, { name: 'same' }));
    expect(ledger.add(entry(2, { name: 'same' }))).toEqual([1]);
    expect(ledger.bytes).toBe(100);
    expect(ledgerOf(1).add(entry(3))).toEqual([3]);
  });

  it('keeps nothing that was made before something of the site was removed, whenever it hears of it', () => {
    const ledger = ledgerOf(1000);
    ledger.add(entry(1));
    ledger.add(entry(2, { siteId: 8 }));
    expect(ledger.forgetOlder(7, 2)).toEqual([1]);
    expect(ledger.add(entry(3))).toEqual([3]);
    expect(ledger.add(entry(4, { removals: 3 }))).toEqual([]);
    expect(ledger.add(entry(5, { removals: 2 }))).toEqual([5]);
    expect(ledger.forget(7)).toEqual([4]);
    expect(ledger.bytes).toBe(100);
  });
});
