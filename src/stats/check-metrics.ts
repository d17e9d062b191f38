/** Whether each metric of a question can be told of what the question is about. */
import type { ErrorDetail } from '../domain/errors.ts';
import { conditionsOn } from './goal-conditions.ts';
import { type MetricRule, metricRule } from './metrics.ts';
import type { Query } from './parse-query.ts';

type Needs = NonNullable<MetricRule['asks']>;

const SENTENCES: Readonly<Record<Needs, string>> = {
  page: 'is told of pages: ask for the dimension event:page or filter on it',
  goal: 'is told of goals: ask for the dimension event:goal or filter on it',
  'goal filter': 'compares rows: filter on event:goal and ask for a dimension beside it',
};

/** @param given the list of metrics as it was sent, for the paths of mistakes */
export function checkMetrics(
  { metrics, dimensions, filter }: Query,
  given: readonly unknown[],
  mistakes: ErrorDetail[],
): void {
  const isFiltered = (name: 'event:page' | 'event:goal') => conditionsOn(name, filter).length > 0;
  const holds: Readonly<Record<Needs, boolean>> = {
    page: dimensions.includes('event:page') || isFiltered('event:page'),
    goal: dimensions.includes('event:goal') || isFiltered('event:goal'),
    'goal filter': isFiltered('event:goal') && dimensions.some((name) => name !== 'event:goal'),
  };
  for (const name of metrics) {
    const { asks } = metricRule(name);
    if (asks === undefined || holds[asks]) continue;
    mistakes.push({ path: `metrics[${given.indexOf(name)}]`, message: `The metric ${name} ${SENTENCES[asks]}.` });
  }
}
