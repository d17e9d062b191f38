/** E1 on visits, for levels that tell no day-visitors apart: anonymous people have as many visits each as the identified have. */
import type { PartEstimate } from './estimate-part.ts';

/**
 * U_N = V_N x U_C / V_C; SE = U x CV(v) x sqrt((1 - p) / U_C), p = V_C / (V_C + V_N).
 * @param visits of each identified visitor
 * @param anonymousVisits V_N
 */
export function estimateByVisits(visits: Iterable<number>, anonymousVisits: number): PartEstimate {
  let [measured, sum, squares] = [0, 0, 0];
  for (const count of visits) {
    measured += 1;
    sum += count;
    squares += count * count;
  }
  const anonymous = sum === 0 ? 0 : (anonymousVisits * measured) / sum;
  const mean = sum / Math.max(1, measured);
  const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, measured) - mean * mean));
  const share = sum / Math.max(1, sum + anonymousVisits);
  const standardError =
    mean === 0 ? 0 : (measured + anonymous) * (deviation / mean) * Math.sqrt((1 - share) / measured);
  return {
    ...{ measured, anonymous, standardError, ratio: anonymous },
    ...{ stratified: null, calibrated: null, switched: 0 },
  };
}
