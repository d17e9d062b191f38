/** Journeys as a picture and as a tree: nothing is lost by folding, and bands are as wide as what goes through them. */
import { describe, expect, it } from '@jest/globals';
import { buildFlow } from '../../../dashboard/journeys/flow.ts';
import { buildTree } from '../../../dashboard/journeys/tree.ts';

const row = (pages: string[], count: number | null, ends = false) => ({ pages, ends, count });
const ROWS = [row(['/b', '/c'], 50), row(['/b'], 30, true), row(['/c', '/b'], 15), row([], 5, true)];
const MANY = Array.from({ length: 12 }, (_, index) => row([`/${index}`], 12 - index));

describe('the picture', () => {
  it('begins at the page that was asked for, and adds up by column', () => {
    const { columns, links, total } = buildFlow(ROWS, '/a');
    const said = columns.map((nodes) => nodes.map(({ kind, page, count }) => `${kind} ${page} ${count}`));
    expect(said).toEqual([
      ['page /a 100'],
      ['page /b 80', 'page /c 15', 'end  5'],
      ['page /c 50', 'page /b 15', 'end  30'],
    ]);
    expect(total).toBe(100);
    const bands = links.map(({ from, to, count }) => `${from.page || from.kind} ${to.page || to.kind} ${count}`);
    expect(bands.toSorted()).toEqual(['/a /b 80', '/a /c 15', '/a end 5', '/b /c 50', '/b end 30', '/c /b 15']);
  });

  it('begins at the entry pages where none was asked for', () => {
    const { columns } = buildFlow([row(['/a', '/b'], 2), row(['/b'], 1, true)], null);
    expect(columns.map((nodes) => nodes.map(({ page }) => page))).toEqual([
      ['/a', '/b'],
      ['/b', ''],
    ]);
  });

  it('folds what few went to, and keeps the sum', () => {
    const [, nodes = []] = buildFlow(MANY, '/a').columns;
    expect(nodes.map(({ kind }) => kind)).toEqual([...Array.from({ length: 7 }, () => 'page'), 'others']);
    expect(nodes.at(-1)).toMatchObject({ pages: 5, count: 1 + 2 + 3 + 4 + 5 });
    expect(nodes.reduce((sum, { count }) => sum + count, 0)).toBe(78);
    // A single one is not folded.
    expect(buildFlow(MANY.slice(0, 8), '/a').columns[1]).toHaveLength(8);
  });

  it('lays nodes below each other and bands within their nodes', () => {
    const { columns, links, height } = buildFlow([...ROWS, ...MANY], '/a');
    for (const nodes of columns) {
      for (const [index, node] of nodes.entries()) {
        const before = nodes[index - 1];
        if (before) expect(node.y).toBeGreaterThanOrEqual(before.y + before.height);
        expect(node.y + node.height).toBeLessThanOrEqual(height);
      }
    }
    for (const { from, to, fromY, toY, width } of links) {
      expect(fromY - width / 2).toBeGreaterThanOrEqual(from.y - 0.001);
      expect(fromY + width / 2).toBeLessThanOrEqual(from.y + Math.max(from.height, from.size) + 0.001);
      expect(toY + width / 2).toBeLessThanOrEqual(to.y + Math.max(to.height, to.size) + 0.001);
    }
  });

  it('knows which counts are hidden, and draws nothing of nothing', () => {
    const { columns, links } = buildFlow([row(['/b'], 10), row(['/c'], null)], '/a');
    expect(columns[1]?.map(({ count, hasHidden }) => [count, hasHidden])).toEqual([
      [10, false],
      [0, true],
    ]);
    expect(links).toHaveLength(1);
    expect(buildFlow([], '/a')).toEqual({ columns: [], links: [], height: 0, total: 0 });
  });
});

describe('the tree', () => {
  it('has the most frequent first, with what came after each', () => {
    const { branches } = buildTree(ROWS);
    expect(branches.map(({ page, count }) => [page, count])).toEqual([
      ['/b', 80],
      ['/c', 15],
      [null, 5],
    ]);
    expect(branches[0]?.branches.map(({ page, count }) => [page, count])).toEqual([
      ['/c', 50],
      [null, 30],
    ]);
  });

  it('folds what is too much to read', () => {
    const { branches, others } = buildTree(MANY);
    expect([branches.length, others]).toEqual([5, { pages: 7, count: 28 }]);
  });
});
