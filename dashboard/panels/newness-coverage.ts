/** Of how many visits it is known whether they are of a new visitor. */
import type { Row } from '../api/query.ts';

/** @param rows by `visit:new`, with visits  @returns 1 for all; null where a row is hidden or there is no visit */
export function coverageOf(rows: readonly Pick<Row, 'values' | 'figure'>[]): number | null {
  let [known, all] = [0, 0];
  for (const { values, figure } of rows) {
    const visits = figure('visits');
    if (visits === null) return null;
    all += visits;
    if (values[0] === 'new' || values[0] === 'returning') known += visits;
  }
  return all === 0 ? null : known / all;
}
