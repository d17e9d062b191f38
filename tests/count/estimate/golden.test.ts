/** The slow reference meets the golden vectors, so that it may judge the product; the product meets them too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { estimateIn } from '../../../src/count/estimate/estimate-window.ts';
import { modelWindow } from '../../../src/count/estimate/window-model.ts';
import {
  estimateSlowly,
  isAdmittedSlowly,
  type SlowDay,
  type SlowWindow,
} from '../../support/reference/estimate-slowly.ts';

interface GoldenCase {
  inp: { days: Omit<SlowDay, 'day' | 'kept'>[]; DN: number[]; ON: number; dayMaxN: number; W: number };
  exp: {
    scenario: string;
    ratio: number;
    stratified: number;
    estimate: number;
    se: number;
    low: number;
    high: number;
    gamma: number;
    bounds: [number, number];
  };
}

const FILE = join(import.meta.dirname, '../../fixtures/uniques-golden.json');
const CASES = JSON.parse(readFileSync(FILE, 'utf8')) as GoldenCase[];

/** The vectors name no days; the order of a visitor's rows is all that the formulas of E1, E2 and E3 could need. */
function windowOf({ inp, exp }: GoldenCase): SlowWindow {
  const rows = inp.days.map((row, index) => ({ ...row, day: index, kept: row.h }));
  const [low, high] = exp.bounds;
  return {
    ...{ estimator: 'E3', rows, anonymousByStratum: inp.DN, overlap: inp.ON, bounds: { low, high } },
    ...{ switchers: 0, fresh: 0, chanceMatches: 0, returned: 0, sameVisitor: 0, otherIdentifier: 0 },
  };
}

/** The same window in the product's form. Its groups are the visitor's number mod 20; what looks forward counts as looking back. */
function estimateByProduct({ inp, exp }: GoldenCase) {
  const sorted = inp.days.toSorted((a, b) => a.id * 20 + a.g - (b.id * 20 + b.g));
  const anonymousByStratum = Float64Array.from({ length: 8 }, (_, s) => inp.DN[s] ?? 0);
  const model = modelWindow({
    ...{ estimator: 'E3', firstDay: 0, lastDay: sorted.length },
    days: {
      visitor: Uint32Array.from(sorted, ({ id, g }) => 20 + id * 20 + g),
      day: Int32Array.from(sorted, (_, index) => index + 1),
      s: Uint8Array.from(sorted, ({ s }) => s),
      h: Uint8Array.from(sorted, ({ h }) => h),
      b: Uint8Array.from(sorted, ({ o }) => o),
    },
    ...{ anonymousByStratum, overlap: inp.ON, switchers: 0, sameVisitor: 0, otherIdentifier: 0 },
    ...{ fresh: 0, chanceMatches: 0, returned: 0 },
  });
  const [low, high] = exp.bounds;
  const found = estimateIn(model, { rows: null, anonymousByStratum }, { low, high });
  if (found.kind === 'none') throw new Error(found.why);
  return { ...found, gamma: model.overlap?.gamma ?? Number.NaN };
}

describe.each(CASES.map((each) => ({ name: each.exp.scenario, each })))('golden vector $name', ({ each }) => {
  const window = windowOf(each);
  const estimate = estimateSlowly(window);
  const within = (value: number, expected: number, share: number) =>
    expect(Math.abs(value / expected - 1)).toBeLessThan(share);

  it('passes the gate', () => expect(isAdmittedSlowly(window.rows)).toBe(true));

  it('gives E1, E2 and E3 to 0.01 %', () => {
    within(estimate.e1, each.exp.ratio, 1e-4);
    within(estimate.e2, each.exp.stratified, 1e-4);
    within(estimate.e3, each.exp.estimate, 1e-4);
  });

  it('gives gamma to 1e-4', () => expect(Math.abs(estimate.gamma - each.exp.gamma)).toBeLessThan(1e-4));

  it('gives the standard error and the ends of the interval to 1 %', () => {
    within(estimate.se, each.exp.se, 0.01);
    within(estimate.low, each.exp.low, 0.01);
    within(estimate.high, each.exp.high, 0.01);
  });

  it('is met by the product in the same measure', () => {
    const found = estimateByProduct(each);
    within(found.measured + found.ratio, each.exp.ratio, 1e-4);
    within(found.measured + (found.stratified ?? 0), each.exp.stratified, 1e-4);
    within(found.measured + (found.calibrated ?? 0), each.exp.estimate, 1e-4);
    within(found.standardError, each.exp.se, 0.01);
    within(found.low, each.exp.low, 0.01);
    within(found.high, each.exp.high, 0.01);
    expect(Math.abs(found.gamma - each.exp.gamma)).toBeLessThan(1e-4);
  });

  it('was made with the lower bound U_C + the most anonymous of a day, and the upper bound U_C + D - O', () => {
    const measured = new Set(each.inp.days.map(({ id }) => id)).size;
    const anonymous = each.inp.DN.reduce((total, days) => total + days, 0);
    expect(each.exp.bounds[0]).toBeCloseTo(measured + each.inp.dayMaxN, 6);
    expect(each.exp.bounds[1]).toBeCloseTo(measured + anonymous - each.inp.ON, 6);
  });
});
