/** The product's estimators equal the slow reference on random windows, whole and filtered. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateIn, type MaybeEstimate } from '../../../src/count/estimate/estimate-window.ts';
import { estimateByVisits } from '../../../src/count/estimate/visit-ratio.ts';
import type { VisitorDays } from '../../../src/count/estimate/visitor-days.ts';
import { correctChurn, modelWindow, type WindowInput } from '../../../src/count/estimate/window-model.ts';
import {
  estimatePartSlowly,
  estimateSlowly,
  isAdmittedSlowly,
  isPartAdmittedSlowly,
  measuredWithoutChurnSlowly,
  type SlowDay,
  type SlowEstimate,
  type SlowWindow,
} from '../../support/reference/estimate-slowly.ts';
import { howOften } from '../../support/soak.ts';

const FIRST_DAY = 20_000;

/** One identified visitor's day; `after` days after the one before. */
const day = fc.record({
  after: fc.integer({ min: 1, max: 4 }),
  s: fc.integer({ min: 0, max: 7 }),
  h: fc.constantFrom(0, 1, 1, 1, 1, 2, 3),
  b: fc.boolean(),
  kept: fc.constantFrom(0, 0, 1, 1, 2, 5),
});
const visitor = fc.record({
  id: fc.integer({ min: 1, max: 5000 }),
  begins: fc.integer({ min: 0, max: 6 }),
  days: fc.oneof(
    { weight: 1, arbitrary: fc.array(day, { minLength: 1, maxLength: 1 }) },
    { weight: 3, arbitrary: fc.array(day, { minLength: 2, maxLength: 6 }) },
  ),
});
const counter = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 80 }));
const strata = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })), { minLength: 8, maxLength: 8 });
const anyWindow = fc.record({
  estimator: fc.constantFrom('E2' as const, 'E3' as const, 'E3' as const),
  /** Strata in use: 1, 2, 4 or 8. */
  strata: fc.constantFrom(1, 2, 4, 8),
  visitors: fc.uniqueArray(visitor, { selector: ({ id }) => id, minLength: 30, maxLength: 90, size: 'max' }),
  anonymous: strata,
  anonymousInside: strata,
  hasOverlap: fc.constantFrom(true, true, true, false),
  overlap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })),
  switchers: counter,
  fresh: counter,
  chanceMatches: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })),
  returned: counter,
  sameVisitor: counter,
  otherIdentifier: counter,
  low: fc.integer({ min: 0, max: 100 }),
  high: fc.integer({ min: 100, max: 9000 }),
});
type AnyWindow = typeof anyWindow extends fc.Arbitrary<infer Value> ? Value : never;

interface Prepared {
  slow: SlowWindow;
  slowPart: { anonymousByStratum: number[]; bounds: { low: number; high: number } };
  input: WindowInput;
  /** Rows inside the filter, one entry per visit. */
  visits: number[];
}

function prepare(window: AnyWindow): Prepared {
  const { estimator, anonymous, anonymousInside, overlap, low, high } = window;
  const { switchers, fresh, chanceMatches, sameVisitor, otherIdentifier } = window;
  const sorted = window.visitors.toSorted((a, b) => a.id - b.id);
  const rows = sorted.flatMap(({ id, begins, days }): SlowDay[] => {
    let at = FIRST_DAY + begins - 1;
    return days.map(({ after, s, h, b, kept }, index) => {
      at += index === 0 ? 1 : after;
      // What looks back from the first day says nothing about the window; a visitor without a hash cannot be seen again.
      const o = window.hasOverlap && b && h > 0 && at > FIRST_DAY ? 1 : 0;
      return { id, g: id % 20, day: at, n: days.length, s: s % window.strata, h, o, kept };
    });
  });
  const days: VisitorDays = {
    visitor: Uint32Array.from(rows, ({ id }) => id),
    day: Int32Array.from(rows, ({ day }) => day),
    s: Uint8Array.from(rows, ({ s }) => s),
    h: Uint8Array.from(rows, ({ h }) => h),
    // The product must clear the first day's itself.
    b: Uint8Array.from(rows, ({ o, day }) => (day === FIRST_DAY ? 1 : o)),
  };
  const counters = {
    overlap,
    switchers,
    fresh,
    chanceMatches,
    returned: window.returned,
    sameVisitor,
    otherIdentifier,
  };
  const bounds = { low, high };
  return {
    slow: { estimator, rows, anonymousByStratum: anonymous, bounds, ...counters },
    slowPart: { anonymousByStratum: anonymousInside, bounds },
    input: {
      ...{ estimator, firstDay: FIRST_DAY, lastDay: FIRST_DAY + 29, days, ...counters },
      anonymousByStratum: Float64Array.from(anonymous),
    },
    visits: rows.flatMap(({ kept }, row) => Array.from({ length: kept }, () => row)),
  };
}

function expectNear(value: number, expected: number, share: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(share * Math.max(1, Math.abs(expected)));
}

function expectSame(found: MaybeEstimate, slow: SlowEstimate): void {
  if (found.kind === 'none') throw new Error('an estimate was expected');
  const { measured, ratio, stratified, calibrated, anonymous, switched, standardError, visitors, low, high } = found;
  expectNear(measured + ratio, slow.e1, 1e-6);
  expectNear(measured + (stratified ?? Number.NaN), slow.e2, 1e-6);
  expectNear(measured + (calibrated ?? stratified ?? Number.NaN), slow.e3, 1e-6);
  expectNear(measured + anonymous, slow.visitors, 1e-6);
  expectNear(switched, slow.switched, 1e-6);
  expectNear(standardError, slow.se, 1e-4);
  const isWhole = [visitors, low, high].every(Number.isInteger);
  expect(isWhole && low <= visitors && visitors <= high).toBe(true);
  expect(Math.abs(low - slow.low)).toBeLessThanOrEqual(1 + 1e-3 * slow.low);
  expect(Math.abs(high - slow.high)).toBeLessThanOrEqual(1 + 1e-3 * slow.high);
}

describe('the estimators', () => {
  const numRuns = howOften(70, 3000);

  it('estimate a whole window as the formulas do, or are silent where the gate says so', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const { slow, input } = prepare(window);
        const part = { rows: null, anonymousByStratum: input.anonymousByStratum };
        const found = estimateIn(modelWindow(input), part, slow.bounds);
        expect(found.kind === 'estimate').toBe(isAdmittedSlowly(slow.rows));
        if (found.kind === 'estimate') expectSame(found, estimateSlowly(slow));
      }),
      { numRuns, endOnFailure: true },
    );
  });

  it('estimate a filter as the formulas do, after another filter of the same window too', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const { slow, slowPart, input, visits } = prepare(window);
        const model = modelWindow(input);
        estimateIn(model, { rows: visits.slice(0, 7), anonymousByStratum: new Float64Array(8) }, slow.bounds);
        const part = { rows: visits, anonymousByStratum: Float64Array.from(slowPart.anonymousByStratum) };
        const found = estimateIn(model, part, slowPart.bounds);
        expect(found.kind === 'estimate').toBe(isPartAdmittedSlowly(slow.rows));
        if (found.kind === 'estimate') expectSame(found, estimatePartSlowly(slow, slowPart));
      }),
      { numRuns, endOnFailure: true },
    );
  });

  it('estimate by visits as E1 does', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const { slow } = prepare(window);
        fc.pre(slow.rows.some(({ h }) => h > 0));
        const visits = new Map<number, number>();
        for (const { id, h } of slow.rows) visits.set(id, (visits.get(id) ?? 0) + h);
        const anonymousVisits = slow.anonymousByStratum.reduce((sum, count) => sum + count, 0);
        const found = estimateByVisits(visits.values(), anonymousVisits);
        const expected = estimateSlowly({ ...slow, estimator: 'E1' });
        expectNear(found.measured + found.anonymous, expected.visitors, 1e-6);
        expectNear(found.standardError, expected.se, 1e-4);
      }),
      { numRuns: 4 * numRuns },
    );
  });

  it('correct the identified for lost identifiers as the formula does', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const { slow, input } = prepare(window);
        fc.pre(slow.sameVisitor > 0);
        const expected = measuredWithoutChurnSlowly(slow.rows, slow.sameVisitor, slow.otherIdentifier);
        expectNear(correctChurn(modelWindow(input)).visitors, Math.max(0, expected), 1e-6);
      }),
      { numRuns: 4 * numRuns },
    );
  });
});
