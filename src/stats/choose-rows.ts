/**
 * Finds which rows of a question are shown before what is costly is counted of them: people, and the other period. Only where neither of
 * them decides on the order, nor on what is hidden.
 */
import type { Disclosure } from '../domain/disclosure.ts';
import type { Goal } from '../domain/goal.ts';
import type { Site } from '../domain/site.ts';
import { askPeriod } from './ask-period.ts';
import { isTimeDimension } from './dimensions.ts';
import { protectRows } from './disclosure/protect-rows.ts';
import { isMetric, metricRule } from './metrics.ts';
import { orderRows } from './order-rows.ts';
import { changedMetric, type Query } from './parse-query.ts';
import { FIGURES, type Plan } from './plan.ts';
import { planQuery } from './plan-query.ts';
import type { StatsExecutor } from './ports.ts';

export interface ChosenRows {
  /** The values of each, in their order. */
  only: readonly (readonly string[])[];
  /** How many there are, shown or not. */
  total: number;
}

/** Whether the other period can be asked about the rows on show alone. */
export function isFreeOfOthers({ dimensions, orderBy }: Query, { smallest }: Disclosure): boolean {
  // Buckets of time have other names in another period.
  const hasNames = dimensions.length > 0 && !dimensions.some(isTimeDimension);
  return hasNames && smallest === null && orderBy.every(([by]) => changedMetric(by) === null);
}

/** @returns null when all rows have to be counted, or a store finds the first ones by itself (`Plan.cut`) */
export async function chooseRows(
  query: Query,
  { window, countsVisitors, cut }: Plan,
  {
    site,
    goals,
    executor,
    disclosure,
  }: { site: Site; goals: readonly Goal[]; executor: StatsExecutor; disclosure: Disclosure },
): Promise<ChosenRows | null> {
  const metrics = query.orderBy.flatMap(([by]) => (isMetric(by) ? [by] : []));
  const needsPeople = metrics.map(metricRule).some((rule) => rule.countsVisitors === true || rule.base !== undefined);
  if (!countsVisitors || cut !== null || needsPeople || !isFreeOfOthers(query, disclosure)) return null;
  const light: Query = { ...query, metrics };
  const plan = planQuery(light, window, site, goals);
  // A row can have visits and nothing else.
  const figures = FIGURES.filter((figure) => figure === 'visits' || plan.figures.includes(figure));
  const { rows, total } = await askPeriod(light, { ...plan, figures }, executor);
  const { offset, limit } = query.pagination;
  const ordered = orderRows(protectRows(rows, light, disclosure), light, null);
  return { only: ordered.slice(offset, offset + limit).map(({ values }) => values), total };
}
