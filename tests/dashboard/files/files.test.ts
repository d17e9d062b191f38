import { describe, expect, it } from '@jest/globals';
import { fileName, spanOf } from '../../../dashboard/files/save-file.ts';

describe('the name of a file', () => {
  it.each([
    [['shop.example', 'pages', '2026-03-01'], 'passant-shop.example-pages-2026-03-01.csv'],
    [['été.example', 'a b'], 'passant-ete.example-a-b.csv'],
    [['../../etc/passwd'], 'passant-etc-passwd.csv'],
    [['\u202Egnp', 'CON:'], 'passant-gnp-con.csv'],
    [['x'.repeat(300)], `passant-${'x'.repeat(60)}.csv`],
    [['日本'], 'passant.csv'],
  ])('of %j is %s', (parts, expected) => {
    expect(fileName(parts, 'csv')).toBe(expected);
  });
});

it('names a day once, and a span by both its ends', () => {
  expect(spanOf(null)).toEqual([]);
  expect(spanOf({ first: '2026-03-01', last: '2026-03-01' })).toEqual(['2026-03-01']);
  expect(spanOf({ first: '2026-03-01', last: '2026-03-28' })).toEqual(['2026-03-01', '2026-03-28']);
});
