/** What is asked: the dashboard's whole set over twelve months and over thirty days, then with filters; each for four figures. */
import { dateOf } from '../../src/lib/calendar.ts';
import type { AskedDimension, AskedTime } from './dimensions.ts';
import { FIRST_DAY, LAST_DAY } from './shape.ts';
import { TEXTS } from './texts.ts';

export const FIGURES = ['pageviews', 'visits', 'visitors_measured', 'visitors_daily_sum'] as const;
export type AskedFigure = (typeof FIGURES)[number];
const MOST_ROWS = 10;

export interface Condition {
  operator: 'is' | 'contains';
  dimension: AskedDimension;
  value: string;
}

export interface Question {
  name: string;
  /** Which line of the acceptance it has to keep. */
  kind: 'panel' | 'pages' | 'filtered' | 'short';
  firstDay: number;
  lastDay: number;
  dimension: AskedDimension | AskedTime | null;
  /** The figure by which rows are ordered, largest first. */
  order: AskedFigure;
  conditions: readonly Condition[];
}

const YEAR = { firstDay: FIRST_DAY, lastDay: LAST_DAY };
/** Ends before the year does, so that visits reach over both of its ends. */
const MONTH = { firstDay: LAST_DAY - 44, lastDay: LAST_DAY - 15 };

type Panel = readonly [name: string, dimension: Question['dimension'], order?: AskedFigure];

/** As on the dashboard: over a year its tables show visits, that of pages pageviews. */
const PANELS: readonly Panel[] = [
  ['totals', null],
  ['by day', 'time:day'],
  ['by month', 'time:month'],
  ['consent', 'visit:consent'],
  ['channels', 'visit:channel'],
  ['sources', 'visit:source'],
  ['referrers', 'visit:referrer'],
  ['campaigns', 'visit:utm_campaign'],
  ['entry pages', 'visit:entry_page'],
  ['exit pages', 'visit:exit_page'],
  ['countries', 'visit:country'],
  ['browsers', 'visit:browser'],
  ['systems', 'visit:os'],
  ['devices', 'visit:device'],
  ['languages', 'event:language'],
];
const PAGES: Panel = ['pages', 'event:page', 'pageviews'];
const PAGES_BY_VISITORS: Panel = ['pages by visitors', 'event:page', 'visitors_measured'];

const is = (dimension: AskedDimension, value: string | undefined): Condition => ({
  ...{ operator: 'is', dimension },
  value: value ?? '',
});
/** Of middling frequency: neither the largest value nor a rare one. */
const COUNTRY = is('visit:country', 'DE');
const PAGE = is('event:page', TEXTS.page[19]);
const SOURCE = is('visit:source', 'DuckDuckGo');
const BROWSER = is('visit:browser', 'Firefox');
const FOLDER: Condition = { operator: 'contains', dimension: 'event:page', value: '/news/' };

const FILTERED: readonly (readonly [name: string, conditions: readonly Condition[]])[] = [
  ['one country', [COUNTRY]],
  ['one page', [PAGE]],
  ['one source', [SOURCE]],
  ['one browser', [BROWSER]],
  ['country and browser', [COUNTRY, BROWSER]],
  ['page and country', [PAGE, COUNTRY]],
  ['page contains', [FOLDER]],
];
const UNDER_FILTER: readonly Panel[] = [
  ['totals', null],
  ['by month', 'time:month'],
  PAGES,
  ['sources', 'visit:source'],
];
const SHORT: readonly Panel[] = [
  ['totals', null],
  ['by day', 'time:day'],
  PAGES,
  PAGES_BY_VISITORS,
  ['sources', 'visit:source'],
  ['countries', 'visit:country'],
  ['browsers', 'visit:browser'],
];
const SHORT_UNDER_FILTER: readonly Panel[] = [
  ['totals', null],
  ['by day', 'time:day'],
  PAGES,
  ['sources', 'visit:source'],
];

const question = (
  kind: Question['kind'],
  [name, dimension, order = 'visits']: Panel,
  conditions: Question['conditions'] = [],
): Omit<Question, 'firstDay' | 'lastDay'> => ({ kind, name, dimension, order, conditions });

export const QUESTIONS: readonly Question[] = [
  ...PANELS.map((panel) => ({ ...question('panel', panel), ...YEAR })),
  ...[PAGES, PAGES_BY_VISITORS].map((panel) => ({ ...question('pages', panel), ...YEAR })),
  ...FILTERED.flatMap(([filter, conditions]) =>
    UNDER_FILTER.map((panel) => ({
      ...question('filtered', panel, conditions),
      ...YEAR,
      name: `${panel[0]}, ${filter}`,
    })),
  ),
  ...SHORT.map((panel) => ({ ...question('short', panel), ...MONTH })),
  ...SHORT_UNDER_FILTER.map((panel) => ({
    ...question('short', panel, [COUNTRY]),
    ...MONTH,
    name: `${panel[0]}, one country`,
  })),
  { ...question('short', ['totals', null], [PAGE]), ...MONTH, name: 'totals, one page' },
].map((each) => ({ ...each, name: `${each.firstDay === FIRST_DAY ? '12 mo' : '30 d'} ${each.name}` }));

/** The figures in the order of the question: the one that orders first. */
export function figuresOf({ order }: Pick<Question, 'order'>): readonly AskedFigure[] {
  return [order, ...FIGURES.filter((name) => name !== order)];
}

export function isTime(dimension: Question['dimension']): dimension is AskedTime {
  return dimension === 'time:day' || dimension === 'time:month';
}

/** The question in the words of the Stats API v2. */
export function toBody(question: Question, domain: string): object {
  const { firstDay, lastDay, dimension, order, conditions } = question;
  return {
    site_id: domain,
    metrics: figuresOf(question),
    date_range: [dateOf(firstDay), dateOf(lastDay)],
    dimensions: dimension === null ? [] : [dimension],
    filters: conditions.map(({ operator, dimension: on, value }) => [operator, on, [value]]),
    ...(dimension !== null && { order_by: [isTime(dimension) ? [dimension, 'asc'] : [order, 'desc']] }),
    ...(dimension !== null && !isTime(dimension) && { pagination: { limit: MOST_ROWS, offset: 0 } }),
  };
}
