import { describe, expect, it } from '@jest/globals';
import { clip } from '../../../dashboard/export/draw-table.ts';

describe('a text in a picture', () => {
  const widthOf = (text: string) => [...text].length;
  it.each([
    ['short', 10, 'short'],
    ['as long as it gets', 8, 'as long…'],
    ['two\nlines', 20, 'two lines'],
    ['👩‍💻👩‍💻👩‍💻', 7, '👩‍💻👩‍💻…'],
    ['x'.repeat(2000), 5, 'xxxx…'],
  ])('%j with room for %i', (text, room, expected) => {
    expect(clip(text, room, widthOf)).toBe(expected);
  });
});
