/** What an exploration reads: a site's days as columns, its texts and goals, and the first day of its visitors. */
import type { FilterContext } from '../compile-filter.ts';
import type { Day } from '../day-columns.ts';

export interface SiteDays extends FilterContext {
  /** In order; days without rows may be missing. */
  days: (first: number, last: number) => Iterable<Day>;
}
