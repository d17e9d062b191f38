/** The catalogue of metrics: what may be asked, and how each is made of the sums that a scan returns. */
import { type Money, moneyOf } from './money.ts';
import type { Figure } from './plan.ts';
import type { GroupSums } from './ports.ts';

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Rounds to `digits` after the point; ratios are rounded once, here, so that page, API and command agree. */
function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}

function percent(part: number, whole: number, digits: number): number | null {
  const share = ratio(part, whole);
  return rounded(share === null ? null : share * 100, digits);
}

/** null: it cannot be known, or there is nothing to make it of. */
export type MetricValue = number | Money | null;

/**
 * The question whose visitors a share is of: the same one without its dimensions, that one without anything of goals either, or the
 * same one without anything of goals, row by row.
 */
export type Base = 'whole' | 'beforeGoals' | 'groupBeforeGoals';

export interface MetricRule {
  /** What is counted, in one sentence (docs/how-we-count.md repeats it). */
  definition: string;
  /** Sums that a scan gathers only for those who ask. */
  needs: readonly Figure[];
  /** It needs the people, counted or estimated. */
  countsVisitors?: true;
  /** Another question that it needs answered. */
  base?: Base;
  /** What the question must hold for it to make sense. */
  asks?: 'page' | 'goal' | 'goal filter';
  /** The figure of a group. @param base sums of the other question; null when it has no such row */
  of: (sums: GroupSums, base: GroupSums | null) => MetricValue;
}

/** Visitors of a group as a share of those of its base. */
function shareOfVisitors(sums: GroupSums, base: GroupSums | null, digits: number): number | null {
  if (sums.visitors === null || base === null || base.visitors === null) return null;
  return percent(sums.visitors, base.visitors, digits);
}

const PEOPLE = { needs: ['distinct'], countsVisitors: true } as const;

export const METRICS = {
  visitors: {
    definition:
      'How many different people came: counted where everybody can be told apart, else estimated; no number where neither can be done.',
    ...PEOPLE,
    of: ({ visitors }) => visitors,
  },
  visitors_low: {
    definition:
      'Lower end of the 95% interval of an estimate; without an estimate the fewest people that what was seen allows.',
    ...PEOPLE,
    of: ({ low }) => low,
  },
  visitors_high: {
    definition:
      'Upper end of the 95% interval of an estimate; without an estimate the most people that what was seen allows.',
    ...PEOPLE,
    of: ({ high }) => high,
  },
  visitors_measured: {
    definition: 'Distinct visitors with statistics consent, exact over any period.',
    needs: ['distinct'],
    of: ({ measured }) => measured,
  },
  visitors_daily_sum: {
    definition: 'The sum of the days’ unique visitors, as other tools print it; counts a person once per day.',
    needs: ['distinct'],
    of: ({ dailySum }) => dailySum,
  },
  visits: {
    definition: 'Visits that began in the period: events of one visitor with no gap over 30 minutes, 12 hours at most.',
    needs: ['visits'],
    of: ({ visits }) => visits,
  },
  pageviews: {
    definition: 'Pages shown.',
    needs: ['events'],
    of: ({ pageviews }) => pageviews,
  },
  views_per_visit: {
    definition: 'Pageviews divided by visits.',
    needs: ['visits', 'events'],
    of: ({ pageviews, visits }) => rounded(ratio(pageviews, visits), 2),
  },
  bounce_rate: {
    definition: 'Percentage of visits with one pageview and no custom event.',
    needs: ['visits', 'bounces'],
    of: ({ bounces, visits }) => percent(bounces, visits, 1),
  },
  visit_duration: {
    definition:
      'Mean time between the first and the last event of a visit, in seconds; visits of unknown length are left out.',
    needs: ['durations'],
    of: ({ durationMs, timedVisits }) => rounded(ratio(durationMs, timedVisits * 1000), 0),
  },
  events: {
    definition: 'Pageviews and custom events.',
    needs: ['events'],
    of: ({ events }) => events,
  },
  scroll_depth: {
    definition: 'How far a page was scrolled in a visit, in percent of it: the mean of the deepest points.',
    needs: ['engagement'],
    asks: 'page',
    of: ({ scrollPercent, scrollPairs }) => rounded(ratio(scrollPercent, scrollPairs), 0),
  },
  time_on_page: {
    definition: 'Mean time for which a page was visible in a visit, in seconds.',
    needs: ['engagement'],
    asks: 'page',
    of: ({ engagedMs, engagedPairs }) => rounded(ratio(engagedMs, engagedPairs * 1000), 0),
  },
  percentage: {
    definition: 'Visitors of the row as a percentage of the visitors of the same question without dimensions.',
    ...PEOPLE,
    base: 'whole',
    of: (sums, base) => shareOfVisitors(sums, base, 1),
  },
  conversion_rate: {
    definition:
      'Visitors of the row, who fulfil a goal, as a percentage of all visitors whom the other filters let through.',
    ...PEOPLE,
    base: 'beforeGoals',
    asks: 'goal',
    of: (sums, base) => shareOfVisitors(sums, base, 2),
  },
  group_conversion_rate: {
    definition: 'Visitors of the row, who fulfil a goal, as a percentage of the row’s visitors with or without it.',
    ...PEOPLE,
    base: 'groupBeforeGoals',
    asks: 'goal filter',
    of: (sums, base) => shareOfVisitors(sums, base, 2),
  },
  total_revenue: {
    definition: 'Revenue of custom events, added up; unknown when it is of several currencies.',
    needs: ['revenue'],
    of: ({ revenue: [first, ...others] }) =>
      first === undefined || others.length > 0 ? null : moneyOf(first.amount, first.currency),
  },
  average_revenue: {
    definition: 'Revenue of a custom event that has one, on average; unknown when it is of several currencies.',
    needs: ['revenue'],
    of: ({ revenue: [first, ...others] }) =>
      first === undefined || others.length > 0 ? null : moneyOf(first.amount / first.events, first.currency),
  },
} as const satisfies Record<string, MetricRule>;

export type Metric = keyof typeof METRICS;

/** What is known of a metric, whichever it is. */
export function metricRule(name: Metric): MetricRule {
  return METRICS[name];
}

export function isMetric(name: unknown): name is Metric {
  return typeof name === 'string' && Object.hasOwn(METRICS, name);
}
