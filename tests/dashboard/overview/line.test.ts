/** The line of a site in the overview: bucket by bucket, and nothing of what is still to come where the site is. */
import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import { lineOf } from '../../../dashboard/overview/ask-figures.ts';

const pad = (hour: number) => String(hour).padStart(2, '0');
const HOURS = Array.from({ length: 24 }, (_, hour) => `2026-11-29 ${pad(hour)}:00:00`);
const DAYS = ['2026-11-28', '2026-11-29', '2026-11-30'];
/** A quarter past eight in London, past nine in Paris, past midnight of the next day in Auckland. */
const NOW = new Date('2026-11-29T08:15:00Z');

function answered(labels: readonly string[], figures: Readonly<Record<string, number | null>>) {
  const results = Object.entries(figures).map(([label, figure]) => ({ dimensions: [label], metrics: [figure] }));
  return decodeAnswer({ metrics: ['pageviews'] }, { results, meta: { time_labels: labels } });
}

describe('the line of today', () => {
  it.each([
    ['Europe/London', [0, 5, 0, 0, 0, 0, 0, 0, 2]],
    ['Europe/Paris', [0, 5, 0, 0, 0, 0, 0, 0, 2, 0]],
    ['America/New_York', [0, 5, 0, 0]],
  ])('ends at the present hour in %s', (timezone, line) => {
    const answer = answered(HOURS, { '2026-11-29 01:00:00': 5, '2026-11-29 08:00:00': 2 });
    expect(lineOf(answer, timezone, NOW)).toEqual(line);
  });

  it('is whole when the day is over', () => {
    expect(lineOf(answered(HOURS, {}), 'Pacific/Kiritimati', new Date('2026-11-29T11:00:00Z'))).toHaveLength(24);
  });
});

describe('a line of days', () => {
  it('ends today, which is another day elsewhere, and breaks off where a figure is hidden', () => {
    const answer = answered(DAYS, { '2026-11-28': null, '2026-11-29': 3, '2026-11-30': 1 });
    expect(lineOf(answer, 'UTC', NOW)).toEqual([null, 3]);
    expect(lineOf(answer, 'Pacific/Kiritimati', new Date('2026-11-29T11:00:00Z'))).toEqual([null, 3, 1]);
  });
});
