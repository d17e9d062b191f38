/** A question that names a segment is the question with its filters. */
import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../src/domain/errors.ts';
import type { Segment } from '../../src/domain/segment.ts';
import { parseQuery } from '../../src/stats/parse-query.ts';

const FR = ['is', 'visit:country', ['FR']];
const MOBILE = ['is', 'visit:device', ['mobile']];
const DONE = ['has_done', ['is', 'event:goal', ['Sign up']]];
const SEGMENTS: Segment[] = [
  { id: 3, name: 'French phones', filters: [FR, MOBILE] },
  { id: 4, name: 'Done', filters: [DONE] },
  { id: 5, name: '3', filters: [MOBILE] },
  { id: 6, name: 'Broken', filters: [['matches', 'event:page', ['(']]] },
];

const parse = (...filters: unknown[]) =>
  parseQuery({ metrics: ['visits'], date_range: 'day', filters }, SEGMENTS).filter;

function mistakesOf(...filters: unknown[]): string[] {
  try {
    parse(...filters);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.details.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe('a segment in a question', () => {
  it.each<[string, unknown, unknown]>([
    ['by name', ['is', 'segment', ['French phones']], ['or', [['and', [FR, MOBILE]]]]],
    ['by number', ['is', 'segment', [3]], ['or', [['and', [FR, MOBILE]]]]],
    ['by a number in words', ['is', 'segment', ['4']], ['or', [['and', [DONE]]]]],
    ['by a name that is a number', ['is', 'segment', ['3']], ['or', [['and', [MOBILE]]]]],
    [
      'one of several',
      ['is', 'segment', ['French phones', 'Done']],
      [
        'or',
        [
          ['and', [FR, MOBILE]],
          ['and', [DONE]],
        ],
      ],
    ],
    ['excluded', ['is_not', 'segment', ['French phones']], ['not', ['or', [['and', [FR, MOBILE]]]]]],
    ['inside others', ['or', [['is', 'segment', [3]], DONE]], ['or', [['or', [['and', [FR, MOBILE]]]], DONE]]],
  ])('stands for its filters: %s', (_what, given, plain) => {
    expect(parse(given, FR)).toEqual(parse(plain, FR));
  });

  it.each<[string, unknown, RegExp]>([
    ['that is not there', ['is', 'segment', ['Nobody']], /^filters\[0\]\[2\]\[0\]: The site has no segment/],
    ['asked by another operator', ['contains', 'segment', ['French']], /^filters\[0\]\[0\]: /],
    ['without names', ['is', 'segment', []], /^filters\[0\]\[2\]: /],
    [
      'that is no longer understood',
      ['is', 'segment', ['Broken']],
      /^filters\[0\]\[2\]: The segment Broken: The pattern/,
    ],
    [
      'that asks what was done, inside has_done',
      ['has_done', ['is', 'segment', ['Done']]],
      /^filters\[0\]\[1\]\[2\]: The segment Done/,
    ],
  ])('%s is refused at its place', (_what, given, expected) => {
    expect(mistakesOf(given)).toEqual([expect.stringMatching(expected)]);
  });

  it('counts with the conditions of the question', () => {
    const many: Segment = { id: 9, name: 'Many', filters: Array.from({ length: 60 }, () => FR) };
    const body = { metrics: ['visits'], date_range: 'day', filters: [['is', 'segment', [9, 9]]] };
    expect(() => parseQuery(body, [many])).toThrow();
  });
});
