/** Which figure is to be explained, and how the address says so: `open=explain:visits&of=visit:source&is=Google`. */
import type { Dimension } from '../../src/stats/dimensions.ts';
import type { Metric } from '../../src/stats/metrics.ts';
import type { Question } from '../api/query.ts';
import { PEOPLE_METRICS } from '../people/people.ts';
import { type Condition, readCondition, writeCondition } from '../state/conditions.ts';
import { toDateRange } from '../state/period.ts';
import { ownOf, ownOfPage, type Pair, type View } from '../state/view.ts';

const OPEN = 'explain:';

/** What is to be known of a question to explain its figures: site and period are the view's own. */
export type ExplainedQuestion = Pick<Question, 'dimensions' | 'conditions'>;

export interface Explained {
  /** The question that was answered by the figure. */
  question: ExplainedQuestion;
  metric: Metric;
  /** Values of the dimensions in the row that the figure stands in; without it the figure is that of the whole. */
  row?: readonly string[] | undefined;
}

/** The changes of a view that open the explanation. */
export function openExplanation(view: View, { question, metric, row }: Explained): Partial<View> {
  const known = view.conditions.map(writeCondition);
  const own = [
    ...ownOfPage(view),
    ...question.dimensions.map((name): Pair => ['of', name]),
    ...(row ?? []).map((value): Pair => ['is', value]),
    // A panel may ask more than the view does.
    ...question.conditions
      .map(writeCondition)
      .filter((text) => !known.includes(text))
      .map((text): Pair => ['and', text]),
  ];
  return { open: `${OPEN}${metric}`, own };
}

/** What the address asks to explain; null when it is no figure. @param today where the site is @param isMetric knows the catalogue */
export function readExplanation(
  view: View,
  today: string,
  isMetric: (name: string) => name is Metric,
): (Explained & { question: Question }) | null {
  const metric = view.open?.startsWith(OPEN) === true ? view.open.slice(OPEN.length) : '';
  if (!isMetric(metric)) return null;
  const more = ownOf(view, 'and')
    .map(readCondition)
    .filter((each): each is Condition => each !== null);
  const row = ownOf(view, 'is');
  return {
    metric,
    row: row.length > 0 ? row : undefined,
    question: {
      domain: view.domain ?? '',
      dateRange: toDateRange(view.period, today),
      metrics: [metric, ...partsOf(metric).filter((part) => part !== metric)],
      // The server says which it knows.
      dimensions: ownOf(view, 'of') as Dimension[],
      conditions: [...view.conditions, ...more],
    },
  };
}

export type Nature = 'people' | 'measured' | 'count' | 'ratio' | 'peopleRatio';

const NATURES: Readonly<Record<Metric, Nature>> = {
  visitors: 'people',
  visitors_low: 'people',
  visitors_high: 'people',
  visitors_measured: 'measured',
  visitors_daily_sum: 'people',
  visits: 'count',
  pageviews: 'count',
  views_per_visit: 'ratio',
  bounce_rate: 'ratio',
  visit_duration: 'ratio',
  events: 'count',
  scroll_depth: 'ratio',
  time_on_page: 'ratio',
  percentage: 'peopleRatio',
  conversion_rate: 'peopleRatio',
  group_conversion_rate: 'peopleRatio',
  total_revenue: 'count',
  average_revenue: 'ratio',
};

/** What kind of number the metric is. */
export function natureOf(metric: Metric): Nature {
  return NATURES[metric];
}

const PARTS: Readonly<Partial<Record<Metric, readonly Metric[]>>> = {
  views_per_visit: ['pageviews', 'visits'],
  bounce_rate: ['visits'],
  visit_duration: ['visits'],
};

const SUBJECTS = [
  ['event:goal', 'goal'],
  ['event:page', 'page'],
] as const;
/** Figures of whoever did something. */
const OF_DOERS: readonly Nature[] = ['people', 'measured', 'peopleRatio'];

/** What is to be known of whatever the figure is of: pages and goals count by different rules, see docs/how-we-count.md. */
export function hintOf(
  metric: Metric,
  { dimensions, conditions }: ExplainedQuestion,
): 'page' | 'goal' | 'notFound' | null {
  if (conditions.some(isOfNotFound)) return 'notFound';
  if (metric !== 'visits' && !OF_DOERS.includes(natureOf(metric))) return null;
  const isAbout = (name: Dimension) => dimensions.includes(name) || conditions.some((each) => each.dimension === name);
  return SUBJECTS.find(([name]) => isAbout(name))?.[1] ?? null;
}

/** As the panel of pages asks: `NOT_FOUND` in panels/panels.ts. */
function isOfNotFound({ operator, dimension, values }: Condition): boolean {
  return operator === 'is' && dimension === 'event:name' && values.length === 1 && values[0] === '404';
}

/** What is asked beside the figure, because it rests on it. */
export function partsOf(metric: Metric): readonly Metric[] {
  const nature = natureOf(metric);
  if (nature === 'people') return [...PEOPLE_METRICS, 'visitors_measured', 'visitors_daily_sum'];
  return PARTS[metric] ?? (nature === 'peopleRatio' ? PEOPLE_METRICS : []);
}
