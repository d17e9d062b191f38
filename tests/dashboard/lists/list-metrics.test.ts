import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import { askedOf, columnsOf, withoutEmpty } from '../../../dashboard/lists/list-metrics.ts';
import { PANELS } from '../../../dashboard/panels/panels.ts';
import { subjectOf } from '../../../dashboard/panels/subject.ts';
import type { Condition } from '../../../dashboard/state/conditions.ts';
import { parseQuery } from '../../../src/stats/parse-query.ts';

const GOAL: Condition = { operator: 'is', dimension: 'event:goal', values: ['Sign up'] };

describe('the columns of a list', () => {
  it.each(PANELS.flatMap(({ tabs }) => tabs).map((tab) => [tab.key, tab] as const))(
    'of %s can be asked, with a filter on a goal and without',
    (_key, tab) => {
      const choice = tab.choices === 'properties' ? 'event:props:plan' : null;
      for (const conditions of [[], [GOAL]]) {
        const subject = subjectOf({ tab, choice }, conditions);
        for (const main of ['visitors', 'visits', 'pageviews', 'events'] as const) {
          const metrics = askedOf(columnsOf(subject, main, conditions));
          const filters = conditions.map(({ operator, dimension, values }) => [operator, dimension, values]);
          const { dimensions } = subject;
          const body = { metrics, date_range: 'day', dimensions, filters: [...filters, ...subject.filters] };
          expect(() => parseQuery(body)).not.toThrow();
        }
      }
    },
  );

  it('begin with what the panel shows, and ask for the interval of people', () => {
    const [tab] = PANELS[0]?.tabs ?? [];
    if (tab === undefined) throw new Error('no tab');
    const columns = columnsOf(subjectOf({ tab, choice: null }, []), 'pageviews', []);
    expect(columns).toEqual(['pageviews', 'visits', 'bounce_rate', 'time_on_page', 'scroll_depth']);
    expect(askedOf(['visitors', 'visits'])).toEqual(['visitors', 'visits', 'visitors_low', 'visitors_high']);
  });

  it('are left out where no row has a figure, but for the first and the one that orders them; hidden figures and amounts are some', () => {
    const metrics = ['visitors', 'visits', 'bounce_rate', 'time_on_page', 'scroll_depth', 'total_revenue'] as const;
    const results = [
      { dimensions: ['/a'], metrics: [null, 0, null, null, null, { value: 9, currency: 'EUR' }] },
      { dimensions: ['/b'], metrics: [null, 0, null, null, null, null], hidden: ['bounce_rate'] },
    ];
    const answer = decodeAnswer({ metrics }, { results });
    expect(withoutEmpty(metrics, answer, 'visitors')).toEqual(['visitors', 'visits', 'bounce_rate', 'total_revenue']);
    expect(withoutEmpty(metrics, answer, 'scroll_depth')).toContain('scroll_depth');
    expect(withoutEmpty(metrics, answer, 'scroll_depth')).not.toContain('time_on_page');
  });
});
