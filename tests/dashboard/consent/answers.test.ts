import { describe, expect, it } from '@jest/globals';
import { decodeConsent } from '../../../dashboard/api/consent.ts';
import { acceptanceOf, answerShareOf, isNothing, partsOf, toAcceptance } from '../../../dashboard/consent/answers.ts';

const NONE = { asked: 0, accepted: 0, refused: 0, ignored: 0, withdrawn: 0 };

describe('answers to the question for consent', () => {
  it('are shares of those who answered, and of the questions where all were reported', () => {
    const counts = { ...NONE, asked: 100, accepted: 30, refused: 10, ignored: 40 };
    expect(acceptanceOf(counts)).toEqual({ granted: 30, all: 40 });
    expect(answerShareOf(counts)).toBe(0.4);
    // A consent tool that tells its answers only: of what they are a part is not known.
    expect(answerShareOf({ ...NONE, asked: 3, accepted: 4 })).toBeNull();
    expect(answerShareOf(NONE)).toBeNull();
  });

  it.each([
    [{ asked: 100, accepted: 30, refused: 10, ignored: 40 }, [30, 10, 40, 20], [0.3, 0.1, 0.4, 0.2]],
    [{ accepted: 3, refused: 1 }, [3, 1, 0, 0], [0.75, 0.25, 0, 0]],
    [{ withdrawn: 1 }, [0, 0, 0, 0], [0, 0, 0, 0]],
  ])('%j are drawn whole', (given, counts, shares) => {
    const parts = partsOf({ ...NONE, ...given });
    expect(parts.map(({ count }) => count)).toEqual(counts);
    expect(parts.map(({ share }) => share)).toEqual(shares);
  });

  it('have a point for every bucket, also for those without an answer', () => {
    const answer = decodeConsent({
      results: [{ dimensions: ['2026-03-02'], asked: 9, accepted: 2, refused: 1, ignored: 'x', answered: 3 }],
      meta: { time_labels: ['2026-03-01', '2026-03-02'], total_rows: 1 },
    });
    expect(answer.rows).toEqual([{ ...NONE, value: '2026-03-02', asked: 9, accepted: 2, refused: 1 }]);
    expect(toAcceptance(answer)).toEqual([
      { label: '2026-03-01', granted: 0, all: 0 },
      { label: '2026-03-02', granted: 2, all: 3 },
    ]);
  });

  it('are nothing only where nothing at all was reported', () => {
    expect(isNothing(NONE)).toBe(true);
    expect(isNothing({ ...NONE, withdrawn: 1 })).toBe(false);
    expect(decodeConsent(null)).toEqual({ rows: [], timeLabels: [], totalRows: 0 });
  });
});
