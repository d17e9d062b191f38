/** The catalogue of metrics: what may be asked, and how each is made of the sums that a scan returns. */
import type { GroupSums } from './ports.ts';

/** Rounds to `digits` after the point; ratios are rounded once, here, so that page, API and command agree. */
function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function percent(part: number, whole: number, digits: number): number | null {
  const share = ratio(part, whole);
  return share === null ? null : round(share * 100, digits);
}

export interface MetricRule {
  /** What is counted, in one sentence (docs/how-we-count.md repeats it). */
  definition: string;
  /** The figure of a group; null when it cannot be known. */
  of: (sums: GroupSums) => number | null;
}

export const METRICS = {
  visitors: {
    definition:
      'People in the period: counted where everybody can be told apart, else the best estimate; null when there is neither.',
    of: ({ visitors }) => visitors,
  },
  visitors_low: {
    definition:
      'Lower end of the 95 % interval of an estimate; without an estimate the fewest people that what was seen allows.',
    of: ({ low }) => low,
  },
  visitors_high: {
    definition:
      'Upper end of the 95 % interval of an estimate; without an estimate the most people that what was seen allows.',
    of: ({ high }) => high,
  },
  visitors_measured: {
    definition: 'Distinct visitors with statistics consent, exact over any period.',
    of: ({ measured }) => measured,
  },
  visitors_daily_sum: {
    definition: 'The sum of the days’ unique visitors, as other tools print it; counts a person once per day.',
    of: ({ dailySum }) => dailySum,
  },
  visits: {
    definition: 'Visits that began in the period: events of one visitor with no gap over 30 minutes, 12 hours at most.',
    of: ({ visits }) => visits,
  },
  pageviews: {
    definition: 'Pages shown.',
    of: ({ pageviews }) => pageviews,
  },
  views_per_visit: {
    definition: 'Pageviews divided by visits.',
    of: ({ pageviews, visits }) => {
      const views = ratio(pageviews, visits);
      return views === null ? null : round(views, 2);
    },
  },
  bounce_rate: {
    definition: 'Percentage of visits with one pageview and no custom event.',
    of: ({ bounces, visits }) => percent(bounces, visits, 1),
  },
  visit_duration: {
    definition:
      'Mean time between the first and the last event of a visit, in seconds; visits of unknown length are left out.',
    of: ({ durationMs, timedVisits }) => {
      const mean = ratio(durationMs, timedVisits);
      return mean === null ? null : Math.round(mean / 1000);
    },
  },
  events: {
    definition: 'Pageviews and custom events.',
    of: ({ events }) => events,
  },
} as const satisfies Record<string, MetricRule>;

export type Metric = keyof typeof METRICS;

export function isMetric(name: unknown): name is Metric {
  return typeof name === 'string' && Object.hasOwn(METRICS, name);
}
