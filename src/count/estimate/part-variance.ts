/** The parts of an estimate's variance that are worked out visitor by visitor, and the switchers of a part. */
import type { StratumSums } from './cells.ts';
import { hashesOf, type Part } from './part-rows.ts';
import type { WindowModel } from './window-model.ts';

/** Marks of a visitor inside a part: there on the first day; on a later one too. */
const ON_FIRST = 1;
const ON_LATER = 2;

/** V_N: the people who were not seen may differ from those who were, by as much as these differ among themselves. */
export function residualVariance(
  model: WindowModel,
  part: Part,
  rows: Uint32Array,
  plain: StratumSums,
  ratios: Float64Array,
  overlapSlope: number,
): number {
  const { days, weights, overlap, scratch } = model;
  const { residual, weight } = scratch;
  for (const row of rows) {
    const who = days.who[row] ?? 0;
    const s = days.s[row] ?? 0;
    residual[who] = (residual[who] ?? 0) + hashesOf(model, part, row) * (ratios[s] ?? 0);
    const spreadOver = (plain.h[s] ?? 0) > 0 ? (part.anonymousByStratum[s] ?? 0) / (plain.h[s] ?? 1) : 0;
    weight[who] = (weight[who] ?? 0) + spreadOver / (scratch.days[who] ?? 1);
  }
  let variance = overlap === null ? 0 : overlapSlope ** 2 * overlap.surplusVariance;
  for (const row of rows) {
    const who = days.who[row] ?? 0;
    const share = residual[who] ?? 0;
    if (Number.isNaN(share)) continue; // this visitor is done
    residual[who] = Number.NaN;
    const correction = overlapSlope * (overlap?.surplus[who] ?? 0);
    variance += (weight[who] ?? 0) * (1 - share - correction) ** 2 - (weights[who] ?? 0) * correction ** 2;
  }
  return Math.max(0, variance);
}

/** Of the window's switchers, those of the part: like the visitors with two days who were in it on the first and a later one. */
export function switchersIn(model: WindowModel, part: Part, rows: Uint32Array) {
  const { days, switched, switchedVariance } = model;
  if (part.rows === null || switched === 0) return { switched, variance: switchedVariance };
  const share = days.repeaters === 0 ? 0 : countOnFirstAndLater(model, rows) / days.repeaters;
  return { switched: switched * share, variance: switchedVariance * share ** 2 };
}

function countOnFirstAndLater({ days, scratch }: WindowModel, rows: Uint32Array): number {
  const { seen } = scratch;
  for (const row of rows) if (days.isFirst[row] === 1) seen[days.who[row] ?? 0] = ON_FIRST;
  let count = 0;
  for (const row of rows) {
    const who = days.who[row] ?? 0;
    if (days.isFirst[row] === 1 || seen[who] !== ON_FIRST) continue;
    seen[who] = ON_LATER;
    count += 1;
  }
  return count;
}
