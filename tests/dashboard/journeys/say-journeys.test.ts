/** Journeys in words. */
import { describe, expect, it } from '@jest/globals';
import { decodeJourneys } from '../../../dashboard/api/explorations.ts';
import { explore } from '../../../dashboard/i18n/en/explore.ts';
import { texts as first } from '../../../dashboard/i18n/en/texts.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { sayJourneys } from '../../../dashboard/journeys/say-journeys.ts';

const texts = { ...first, ...explore };
const base = { domain: 'a', dateRange: 'day', conditions: [] };

function say(direction: 'next' | 'previous', ...results: object[]): string {
  const answer = decodeJourneys({ results, meta: { total: 100, total_rows: results.length } });
  const said = sayJourneys({ question: { base, start: null, direction, depth: 2 }, answer }, texts, createFormat('en'));
  return said.replaceAll(/[\u2066-\u2069]/g, '');
}

describe('the most frequent journey', () => {
  it('is said to its end, which others through its first page do not have', () => {
    const rows = [
      { pages: ['/contact'], ends: true, count: 85 },
      { pages: ['/contact', '/'], ends: false, count: 15 },
    ];
    expect(say('next', ...rows)).toContain('Most frequent: /contact → Visit ended (85).');
    expect(say('previous', ...rows)).toContain('Most frequent: Visit began → /contact (85).');
  });

  it('that goes on is said as far as it was asked', () => {
    expect(say('next', { pages: ['/', '/a'], ends: false, count: 3 })).toContain('Most frequent: / → /a (3).');
  });

  it('is none where two are as frequent', () => {
    const rows = [
      { pages: ['/'], ends: true, count: 1 },
      { pages: ['/a'], ends: true, count: 1 },
    ];
    expect(say('next', ...rows)).not.toContain('Most frequent');
  });
});
