/** Journeys as a tree: what came after what, the most frequent first, for a narrow page and for those who hear it. */
import type { JourneyRow } from '../api/explorations.ts';

/** Branches of one page that are named. */
const MOST_BRANCHES = 5;

export interface Branch {
  /** null: the visit ended (began, looking back) here. */
  page: string | null;
  count: number;
  hasHidden: boolean;
  branches: readonly Branch[];
  /** Pages that are not named, and journeys by them. */
  others: { pages: number; count: number } | null;
}

type Seen = Pick<JourneyRow, 'pages' | 'ends' | 'count'>;

/** The branches of a tree, folded where there are too many. */
export function buildTree(rows: readonly Seen[]): Pick<Branch, 'branches' | 'others'> {
  const groups = new Map<string | null, Seen[]>();
  for (const row of rows) {
    const [first, ...pages] = row.pages;
    if (first === undefined && !row.ends) continue; // the depth ends here, not the visit
    const key = first ?? null;
    groups.set(key, [...(groups.get(key) ?? []), { ...row, pages }]);
  }
  const branches = [...groups].map(([page, inside]): Branch => {
    const known = inside.map(({ count }) => count);
    return {
      page,
      count: known.reduce<number>((sum, count) => sum + (count ?? 0), 0),
      hasHidden: known.includes(null),
      ...(page === null ? { branches: [], others: null } : buildTree(inside)),
    };
  });
  const ranked = branches.toSorted((one, other) => other.count - one.count);
  const named = ranked.length === MOST_BRANCHES + 1 ? ranked : ranked.slice(0, MOST_BRANCHES);
  const folded = ranked.slice(named.length);
  const count = folded.reduce((sum, branch) => sum + branch.count, 0);
  return { branches: named, others: folded.length === 0 ? null : { pages: folded.length, count } };
}
