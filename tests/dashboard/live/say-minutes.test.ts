/** Current visitors, read from the network and said in words. */
import { describe, expect, it } from '@jest/globals';
import { decodeCurrent } from '../../../dashboard/api/realtime.ts';
import { explore } from '../../../dashboard/i18n/en/explore.ts';
import { texts as first } from '../../../dashboard/i18n/en/texts.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { busiest, sayMinutes } from '../../../dashboard/live/say-minutes.ts';

const texts = { ...first, ...explore };

const span = { visitors: 3, identified: 1, anonymous: 2, pageviews: 7, uncounted_pageviews: 1 };

describe('current visitors', () => {
  it('are read field by field; what is hidden stays unknown', () => {
    const current = decodeCurrent({
      results: {
        last_5_minutes: { ...span, visitors: null },
        last_30_minutes: span,
        pageviews_by_minute: [0, null, 4],
        pages: [{ page: '/a', pageviews: 4 }],
        sources: [{ source: 'Google', visitors: 2 }],
      },
      meta: { disclosure: { rounded_to: 10, smallest: 5 } },
    });
    expect(current).toMatchObject({ last5: { visitors: null }, last30: { uncounted: 1 }, minutes: [0, null, 4] });
    expect([current.pages, current.sources]).toEqual([[{ name: '/a', count: 4 }], [{ name: 'Google', count: 2 }]]);
    expect(sayMinutes(current, texts, createFormat('en'))).toBe(
      'Visitors in the last 5 minutes: < 5; in the last 30: 3, with 7 pageviews. Most in one minute: 4 (now). Most viewed: /a.',
    );
    expect(decodeCurrent(null)).toMatchObject({ last5: { visitors: null }, minutes: [], disclosure: null });
  });

  it('have a busiest minute, the latest of equal ones', () => {
    expect(busiest([3, 1, 3, null])).toEqual({ count: 3, ago: 1 });
    expect(busiest([0, null])).toBe(null);
  });
});
