/** What may be a note on a day, and how many of them a site has. */
import { describe, expect, it } from '@jest/globals';
import { Annotations } from '../../src/admin/annotations.ts';
import { parseAnnotation, parseDayRange } from '../../src/admin/parse-annotation.ts';
import { AppError } from '../../src/domain/errors.ts';

function mistakesOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return error.details.map(({ path }) => path);
  }
}

describe('a note', () => {
  it.each([
    [' A  release\n of ours ', 'A release of ours'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['turned \u202Eround', 'turned round'],
    ['é'.repeat(200), 'é'.repeat(200)],
    ['\u{1F469}'.repeat(200), '\u{1F469}'.repeat(200)],
  ])('of %j is %j', (text, expected) => {
    expect(parseAnnotation({ day: '2026-02-28', text })).toEqual({ day: '2026-02-28', text: expected });
  });

  it.each<[unknown, string[]]>([
    [{ day: '2026-02-30', text: 'a' }, ['day']],
    [{ day: '2026-2-3', text: 'a' }, ['day']],
    [{ day: 20260201, text: 'a' }, ['day']],
    [{ day: '2026-02-01', text: ' \u200b ' }, ['text']],
    [{ day: '2026-02-01', text: 'a'.repeat(201) }, ['text']],
    [{ day: '2026-02-01', text: 7 }, ['text']],
    [{}, ['day', 'text']],
    [null, ['day', 'text']],
    ['a text', ['day', 'text']],
  ])('given as %j is refused', (given, paths) => {
    expect(mistakesOf(() => parseAnnotation(given))).toEqual(paths);
  });

  it('is asked for by days that exist, or by none', () => {
    expect(parseDayRange({})).toEqual({});
    expect(parseDayRange({ from: '2026-02-01' })).toEqual({ from: '2026-02-01' });
    expect(mistakesOf(() => parseDayRange({ from: 'then', to: ['a', 'b'] }))).toEqual(['from', 'to']);
  });

  it('is refused where there are too many', () => {
    const store = { list: () => [], count: () => 2000, insert: () => 1, update: () => false, remove: () => false };
    expect(() => new Annotations(store, () => 0).add(1, { day: '2026-02-01', text: 'a' })).toThrow(/at most 2000/);
  });
});
