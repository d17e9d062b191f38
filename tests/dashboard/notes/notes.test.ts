import { describe, expect, it } from '@jest/globals';
import { decodeNotes } from '../../../dashboard/api/annotations.ts';
import { numberNotes, placeNotes } from '../../../dashboard/notes/place-notes.ts';

describe('notes', () => {
  it('are read from what the server sent, whatever that is', () => {
    expect(decodeNotes({ results: [{ id: 1, day: '2026-03-01', text: 'a' }, { day: 'x' }, null] })).toEqual([
      { id: 1, day: '2026-03-01', text: 'a' },
    ]);
    expect(decodeNotes(null)).toEqual([]);
  });

  it('stand on the bucket of their day, and on no hour', () => {
    const days = ['2026-03-01', '2026-03-04', '2026-03-09', '2026-03-09'];
    const notes = numberNotes(days.map((day, index) => ({ id: index + 7, day, text: '' })));
    expect(placeNotes(notes, ['2026-03-01', '2026-03-02', '2026-03-09'], 'week')).toEqual([[1], [2], [3, 4]]);
    expect(placeNotes(notes, ['2026-03-01 00:00:00'], 'hour')).toEqual([[]]);
    expect(placeNotes(notes, ['2026-03-05'], 'day')).toEqual([[3, 4]]);
  });
});
