/** Whether an answer may lack rows, names and all. The rule is the server's: `leavesOut` in src/stats/disclosure. */
import type { Answer } from '../api/query.ts';

/** Whether there are any is never told: the sentence is the same with and without. @param dimensions by which was asked */
export function mayLeaveOut(
  { disclosure }: Pick<Answer, 'disclosure'>,
  dimensions: number,
  isShared: boolean,
): boolean {
  return (disclosure?.smallest ?? null) !== null && (isShared || dimensions > 1);
}
