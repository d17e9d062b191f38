/** Whether a list that begins with what lost most begins with a loss at all. */
import type { Answer, Question, Row } from '../api/query.ts';
import { comparePeople } from '../headline/compare-people.ts';

/** Nobody is told that nothing was lost while rows are hidden, or while what lost most is on another page. */
export function hasNoLoss(
  { order, offset = 0 }: Pick<Question, 'order' | 'offset'>,
  { rows, disclosure }: Pick<Answer, 'rows' | 'disclosure'>,
): boolean {
  const [by, direction] = order ?? [];
  if (by !== 'change:visitors' || direction !== 'asc' || offset > 0 || disclosure !== null) return false;
  const [first] = rows;
  return first !== undefined && !hasLost(first);
}

/** By more than the uncertainty. */
function hasLost(row: Row): boolean {
  const compared = row.before === null ? null : comparePeople(row, row.before);
  if (compared === null) return false;
  const { verdict, change } = compared;
  return verdict === 'fewer' || ((verdict === 'exact' || verdict === 'larger') && change !== null && change < 0);
}
