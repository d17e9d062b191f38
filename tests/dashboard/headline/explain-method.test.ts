import { describe, expect, it } from '@jest/globals';
import { caseOf, inputsOf } from '../../../dashboard/headline/explain-method.ts';
import { explainVisitors } from '../../../src/stats/explain-visitors.ts';
import type { WindowFacts } from '../../../src/stats/ports.ts';

const NOTHING: WindowFacts = {
  days: 1,
  anonymousDays: 0,
  overlap: 0,
  switchers: 0,
  unseenVisits: 0,
  uncountedPageviews: 0,
  brokenDays: 0,
  measured: 0,
};

function explain(facts: Partial<WindowFacts>) {
  const { kind, reason, inputs } = explainVisitors({ anonymous: 'two-day' }, { ...NOTHING, ...facts }, false);
  return { kind, reason, inputs: { ...inputs } };
}

describe('the explanation of a number of visitors', () => {
  it.each([
    [{ anonymousDays: 40 }, 'day', 'exact'],
    [{ anonymousDays: 40, brokenDays: 1 }, 'restarted', 'bounds'],
    [{ days: 7, anonymousDays: 40 }, 'days', 'bounds'],
    [{ days: 7, measured: 5 }, 'consented', 'exact'],
    [{ unseenVisits: 3 }, 'untold', 'bounds'],
    [{ days: 7, uncountedPageviews: 3 }, 'untold', 'bounds'],
  ] as const)('follows the server’s own reason for %j', (facts, expected, kind) => {
    const method = explain(facts);
    expect(method.kind).toBe(kind);
    expect(caseOf(method, kind === 'exact')).toBe(expected);
  });

  it('speaks of no range where its ends meet', () => {
    expect(caseOf(explain({ days: 7, anonymousDays: 40 }), true)).toBe('met');
  });

  it('names the facts that matter', () => {
    expect(inputsOf(explain({ days: 7, anonymousDays: 40, overlap: 6 }))).toEqual([
      { name: 'days', value: 7 },
      { name: 'measured', value: 0 },
      { name: 'anonymousDays', value: 40 },
      { name: 'overlap', value: 6 },
    ]);
  });
});
