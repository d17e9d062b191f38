/** Steps that lie some time apart, of many visitors. */
import { describe, expect, it } from '@jest/globals';
import { Chains } from '../../../../src/store/segments/explorations/chains.ts';

describe('chains of steps', () => {
  it('are kept for each of many visitors, each with the time of its own first step', () => {
    const chains = new Chains(3, 100);
    const visitors = Array.from({ length: 5000 }, (_, index) => index + 1);
    const take = (step: number, at: (visitor: number) => number) => {
      for (const visitor of visitors) chains.advance(visitor, at(visitor), (each) => each === step);
    };
    take(0, (visitor) => visitor);
    take(1, (visitor) => visitor + 50 + (visitor % 100)); // too late for 49 of each hundred
    take(2, () => 300); // in time for whoever began at 200 or later, and took the step between
    const second = visitors.filter((visitor) => 50 + (visitor % 100) <= 100);
    expect(chains.reached()).toEqual([5000, second.length, second.filter((visitor) => visitor >= 200).length]);
  });

  it('go on from the latest first step that leads on', () => {
    const chains = new Chains(2, 100);
    for (const at of [0, 90, 95]) chains.advance(1, at, (step) => step === 0);
    chains.advance(1, 180, (step) => step === 1);
    expect(chains.reached()).toEqual([1, 1]);
  });

  it('take one event for one step', () => {
    const chains = new Chains(2, 100);
    chains.advance(1, 0, () => true);
    expect(chains.reached()).toEqual([1, 0]);
    chains.advance(1, 0, () => true);
    expect(chains.reached()).toEqual([1, 1]);
  });
});
