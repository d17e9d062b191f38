/** Journeys as columns of nodes joined by bands: pages that few went to are folded, so that it stays readable with many. */
import type { JourneyRow } from '../api/explorations.ts';

/** Pages of a column that are named. */
const MOST_PAGES = 7;
/** Heights in pixels: of all journeys together, of the smallest node, and between nodes. */
const WHOLE = 300;
const LEAST_HEIGHT = 34;
const GAP = 8;

export type NodeKind = 'page' | 'others' | 'end';

export interface FlowNode {
  key: string;
  column: number;
  kind: NodeKind;
  /** Of a page; empty for the others. */
  page: string;
  /** Journeys through it, of which the count is told. */
  count: number;
  /** Further ones are hidden. */
  hasHidden: boolean;
  /** How many pages it stands for. */
  pages: number;
  y: number;
  height: number;
  /** How high its journeys are; a node with few is higher, to hold its name. */
  size: number;
}

export interface FlowLink {
  key: string;
  from: FlowNode;
  to: FlowNode;
  count: number;
  /** Middle of the band at either end, and how wide it is. */
  fromY: number;
  toY: number;
  width: number;
}

export interface Flow {
  columns: readonly (readonly FlowNode[])[];
  links: readonly FlowLink[];
  height: number;
  /** All journeys that are drawn. */
  total: number;
}

type Seen = Pick<JourneyRow, 'pages' | 'ends' | 'count'>;
interface Sum {
  count: number;
  hasHidden: boolean;
}

interface Stop {
  kind: 'page' | 'end';
  page: string;
}

/** @param start the page where all of them begin; null: at the first of their own pages */
export function buildFlow(rows: readonly Seen[], start: string | null): Flow {
  const paths = rows.map(({ pages, ends, count }) => ({
    stops: [
      ...(start === null ? pages : [start, ...pages]).map((page): Stop => ({ kind: 'page', page })),
      ...(ends ? [{ kind: 'end', page: '' } as const] : []),
    ],
    count,
  }));
  const total = paths.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const scale = total === 0 ? 0 : WHOLE / total;
  const depth = Math.max(0, ...paths.map(({ stops }) => stops.length));
  const places = Array.from({ length: depth }, (_, column) => placeColumn(column, paths, scale));
  const nodeOf = (stop: Stop, column: number) => places[column]?.of(stop);

  const counts = new Map<string, { from: FlowNode; to: FlowNode; count: number }>();
  for (const { stops, count } of paths) {
    for (const [column, stop] of stops.entries()) {
      const next = stops[column + 1];
      const [from, to] = [nodeOf(stop, column), next && nodeOf(next, column + 1)];
      if (from === undefined || to === undefined) continue;
      const key = `${from.key} ${to.key}`;
      counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + (count ?? 0) });
    }
  }
  const columns = places.map(({ nodes }) => nodes);
  const height = Math.max(0, ...columns.map((nodes) => Math.max(0, ...nodes.map((node) => node.y + node.height))));
  return { columns, links: placeLinks([...counts.values()], scale), height, total };
}

interface Column {
  nodes: readonly FlowNode[];
  of: (stop: Stop) => FlowNode | undefined;
}

function placeColumn(
  column: number,
  paths: readonly { stops: readonly Stop[]; count: number | null }[],
  scale: number,
): Column {
  const tally = new Map<string, Sum>();
  let end: Sum | null = null;
  for (const { stops, count } of paths) {
    const stop = stops[column];
    if (stop === undefined) continue;
    const before: Sum = (stop.kind === 'end' ? end : tally.get(stop.page)) ?? { count: 0, hasHidden: false };
    const sum: Sum = { count: before.count + (count ?? 0), hasHidden: before.hasHidden || count === null };
    if (stop.kind === 'end') end = sum;
    else tally.set(stop.page, sum);
  }
  const ranked = [...tally].toSorted(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1));
  // Folding a single page would hide its name and save nothing.
  const named = ranked.length === MOST_PAGES + 1 ? ranked : ranked.slice(0, MOST_PAGES);
  const folded = ranked.slice(named.length).map(([, sum]) => sum);
  const bare = [
    ...named.map(([page, sum], rank) => ({ kind: 'page' as const, page, pages: 1, key: `${column}-${rank}`, ...sum })),
    ...(folded.length === 0
      ? []
      : [{ ...addUp(folded), kind: 'others' as const, page: '', pages: folded.length, key: `${column}-others` }]),
    ...(end === null ? [] : [{ ...end, kind: 'end' as const, page: '', pages: 0, key: `${column}-end` }]),
  ];
  let y = 0;
  const nodes = bare.map((node): FlowNode => {
    const size = node.count * scale;
    const placed = { ...node, column, y, size, height: Math.max(LEAST_HEIGHT, size) };
    y += placed.height + GAP;
    return placed;
  });
  const byPage = new Map(nodes.filter(({ kind }) => kind === 'page').map((node) => [node.page, node]));
  const [others, ending] = [nodes.find(({ kind }) => kind === 'others'), nodes.find(({ kind }) => kind === 'end')];
  return { nodes, of: ({ kind, page }) => (kind === 'end' ? ending : (byPage.get(page) ?? others)) };
}

function addUp(sums: readonly Sum[]): Sum {
  return {
    count: sums.reduce((sum, { count }) => sum + count, 0),
    hasHidden: sums.some(({ hasHidden }) => hasHidden),
  };
}

/** Bands leave and reach a node one below the other, in the order of the nodes at their other end. */
function placeLinks(bare: readonly { from: FlowNode; to: FlowNode; count: number }[], scale: number): FlowLink[] {
  const used = new Map<string, number>();
  const take = (side: string, node: FlowNode, width: number): number => {
    const key = `${side} ${node.key}`;
    const taken = used.get(key) ?? 0;
    used.set(key, taken + width);
    return node.y + taken + width / 2;
  };
  return bare
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => one.from.y - other.from.y || one.to.y - other.to.y)
    .map(({ from, to, count }) => {
      const width = count * scale;
      const [fromY, toY] = [take('from', from, width), take('to', to, width)];
      return { key: `${from.key} ${to.key}`, from, to, count, fromY, toY, width };
    });
}
