/** What the address says of an open list: what is searched for, the page, the order. */
import type { Metric } from '../../src/stats/metrics.ts';
import { ownOf, type View, withOwn } from '../state/view.ts';

export const PAGE_ROWS = 50;
/** Beyond this nobody pages, and the server refuses. */
const LAST_PAGE = 100_000;

export interface ListState {
  /** '' for all rows. */
  search: string;
  /** From 1. */
  page: number;
  /** `name` for the rows' own names, `change` for the difference of the first column from the period that it is compared with. */
  orderBy: Metric | 'name' | 'change';
  direction: 'asc' | 'desc';
}

/** @param columns that may be ordered by; the first is the usual one  @param isCompared whether there is a change to order by */
export function readListState(
  view: Pick<View, 'own'>,
  columns: readonly [Metric, ...Metric[]],
  isCompared: boolean,
): ListState {
  const [search = ''] = ownOf(view, 'q');
  const page = Number(ownOf(view, 'page')[0]);
  const [by, direction] = (ownOf(view, 'order')[0] ?? '').split(':');
  const others = isCompared ? (['name', 'change'] as const) : (['name'] as const);
  const known = [...columns, ...others].find((each) => each === by);
  return {
    search,
    page: Number.isInteger(page) && page > 1 && page <= LAST_PAGE ? page : 1,
    orderBy: known ?? columns[0],
    direction: known !== undefined && direction === 'asc' ? 'asc' : 'desc',
  };
}

/** The parameters of another page, which keeps search and order. */
export function toPage(view: Pick<View, 'own'>, page: number): View['own'] {
  return withOwn(view, 'page', page === 1 ? [] : [String(page)]);
}

/** Another order begins on the first page: downwards for figures, from A to Z for names, and the other way at the second time. */
export function toOrder(view: Pick<View, 'own'>, now: ListState, orderBy: ListState['orderBy']): View['own'] {
  const usual = orderBy === 'name' ? 'asc' : 'desc';
  const other = usual === 'asc' ? 'desc' : 'asc';
  const direction = now.orderBy === orderBy && now.direction === usual ? other : usual;
  return withOwn({ own: toPage(view, 1) }, 'order', [`${orderBy}:${direction}`]);
}

/** Another search begins on the first page. */
export function toSearch(view: Pick<View, 'own'>, search: string): View['own'] {
  return withOwn({ own: toPage(view, 1) }, 'q', search === '' ? [] : [search]);
}
