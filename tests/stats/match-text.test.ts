/** What a condition does with a text that it looks at. */
import { describe, expect, it, jest } from '@jest/globals';
import { saysText } from '../../src/stats/match-text.ts';

describe('a condition that ignores case', () => {
  it('folds a text once, however many values it holds', () => {
    const says = saysText({ operator: 'contains', values: ['A', 'B', 'C', 'S'], caseSensitive: false });
    const folded = jest.spyOn(String.prototype, 'toLowerCase');
    try {
      expect(says('/DOCS')).toBe(true);
      expect(folded).toHaveBeenCalledTimes(1);
    } finally {
      folded.mockRestore();
    }
  });
});
