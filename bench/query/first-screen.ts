/** Everything that the dashboard asks before somebody clicks (dashboard/pages/site-page.tsx and what it shows). */
import { dateOf } from '../../src/lib/calendar.ts';
import { DOMAIN, FIRST_DAY, LAST_DAY } from './shape.ts';

const PEOPLE = ['visitors', 'visitors_low', 'visitors_high'];
const TOTALS = [
  ...PEOPLE,
  ...['visitors_measured', 'visitors_daily_sum', 'visits', 'pageviews', 'views_per_visit', 'bounce_rate'],
  'visit_duration',
];
/** Rows that a table shows before it is opened; sources and devices of the bias check. */
const [FEW, ALL, WEEK_HOURS] = [9, 1000, 168];
const MONTH_DAYS = 30;

/** Over a year its tables show visits and pageviews, since people are known by their bounds only. */
export const YEAR_SCREEN: readonly object[] = screen([FIRST_DAY, LAST_DAY], 'time:month', {
  pages: ['pageviews'],
  others: ['visits'],
  goals: ['events', 'conversion_rate'],
});
/** Over thirty days they show people, each row with its estimate. */
export const MONTH_SCREEN: readonly object[] = screen([LAST_DAY - MONTH_DAYS + 1, LAST_DAY], 'time:day', {
  pages: PEOPLE,
  others: PEOPLE,
  goals: [...PEOPLE, 'conversion_rate'],
});

function screen(
  [first, last]: readonly [number, number],
  time: 'time:day' | 'time:month',
  columns: { pages: readonly string[]; others: readonly string[]; goals: readonly string[] },
): object[] {
  const base = { site_id: DOMAIN, date_range: [dateOf(first), dateOf(last)], filters: [] };
  const include = (more: object) => ({ total_rows: false, time_labels: false, ...more });
  const table = (dimension: string, metrics: readonly string[]) => ({
    ...{ ...base, metrics, dimensions: [dimension], order_by: [[metrics[0], 'desc']] },
    ...{ include: include({ total_rows: true }), pagination: { limit: FEW, offset: 0 } },
  });
  const byTime = (metrics: readonly string[], ...more: string[]) => ({
    ...{ ...base, metrics, dimensions: [time, ...more], order_by: [[time, 'asc']] },
    include: include({ time_labels: true }),
  });
  const bias = (dimension: string) => ({
    ...{ ...base, metrics: ['visits'], dimensions: [dimension, 'visit:consent'], order_by: [['visits', 'desc']] },
    ...{ include: include({ total_rows: true }), pagination: { limit: ALL, offset: 0 } },
  });
  return [
    {
      ...{ ...base, metrics: TOTALS, dimensions: [] },
      include: include({ comparisons: { mode: 'previous_period' } }),
    },
    // Asked by two parts of the page, and worked out once.
    {
      ...{ ...base, metrics: ['visitors', 'visitors_measured', 'visitors_daily_sum', 'visits', 'pageviews'] },
      ...{ dimensions: ['visit:consent'], order_by: [['visitors', 'desc']], include: include({}) },
    },
    byTime([...PEOPLE, 'visitors_measured']),
    // The chart of the period before.
    { ...byTime([...PEOPLE, 'visitors_measured']), date_range: [dateOf(2 * first - last - 1), dateOf(first - 1)] },
    // Whether pages are to be told with their host.
    { ...table('event:hostname', ['pageviews']), pagination: { limit: 1, offset: 0 } },
    table('event:page', columns.pages),
    ...['visit:channel', 'visit:country', 'visit:browser'].map((dimension) => table(dimension, columns.others)),
    table('event:goal', columns.goals),
    {
      ...{ ...base, metrics: ['visits'], dimensions: ['visit:weekday', 'visit:hour'], order_by: [['visits', 'desc']] },
      ...{ include: include({ total_rows: true }), pagination: { limit: WEEK_HOURS, offset: 0 } },
    },
    byTime(['visitors_daily_sum'], 'visit:consent'),
    bias('visit:source'),
    bias('visit:device'),
  ];
}

/** The estimate alone, which no other engine makes: of the whole and of the ten largest sources. */
export const ESTIMATES: readonly { name: string; body: object }[] = [
  { name: '30 d estimate of people', body: estimate([LAST_DAY - MONTH_DAYS + 1, LAST_DAY], []) },
  { name: '30 d estimate of people, sources', body: estimate([LAST_DAY - MONTH_DAYS + 1, LAST_DAY], ['visit:source']) },
  { name: '12 mo bounds of people', body: estimate([FIRST_DAY, LAST_DAY], []) },
  { name: '12 mo bounds of people, sources', body: estimate([FIRST_DAY, LAST_DAY], ['visit:source']) },
];

function estimate([first, last]: readonly [number, number], dimensions: readonly string[]): object {
  const base = { site_id: DOMAIN, date_range: [dateOf(first), dateOf(last)], metrics: PEOPLE, dimensions };
  return dimensions.length === 0 ? base : { ...base, pagination: { limit: 10, offset: 0 } };
}
