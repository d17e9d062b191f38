/** Goals with their figures: who fulfilled them, how often, and what it brought. */
import type { Metric } from '../../src/stats/metrics.ts';
import { asFields } from './decode.ts';
import { type Answer, decodeAnswer, type Question, type Row, toBody } from './query.ts';
import { postJson } from './request.ts';

export interface GoalsAnswer extends Pick<Answer, 'disclosure' | 'isRestricted' | 'before'> {
  /** By the goals' names. */
  figures: ReadonlyMap<string, Row>;
  /** Whether revenue of several currencies was not added up. */
  hasCurrencies: boolean;
}

export type GoalsQuestion = Pick<Question, 'domain' | 'dateRange' | 'conditions' | 'comparison'>;

export const GOAL_METRICS = [
  'visitors',
  'visitors_low',
  'visitors_high',
  'events',
  'conversion_rate',
  'total_revenue',
  'average_revenue',
] as const satisfies readonly Metric[];

/** @throws ApiError */
export async function askGoals(question: GoalsQuestion, signal: AbortSignal): Promise<GoalsAnswer> {
  const body = toBody({ ...question, metrics: GOAL_METRICS, dimensions: ['event:goal'] });
  return decodeGoals(await postJson('/app/api/v2/query', body, signal));
}

export function decodeGoals(value: unknown): GoalsAnswer {
  const { rows, disclosure, isRestricted, before } = decodeAnswer({ metrics: GOAL_METRICS }, value);
  const hasCurrencies = 'total_revenue' in asFields(asFields(asFields(value).meta).metric_warnings);
  const figures = new Map(rows.map((row) => [row.values[0] ?? '', row]));
  return { figures, disclosure, isRestricted, before, hasCurrencies };
}
