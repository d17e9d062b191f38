/** Asks a question about one period: one scan, the scans that its shares are of, and the figures of each row. */
import { type Base, METRICS, type MetricValue, metricRule } from './metrics.ts';
import type { Query } from './parse-query.ts';
import type { Plan } from './plan.ts';
import { planBase } from './plan-query.ts';
import type { GroupSums, ScannedGroup, StatsExecutor, WindowFacts } from './ports.ts';

export interface Row {
  values: string[];
  bucket: number;
  sums: GroupSums;
  /** In the order of the question's metrics. */
  figures: MetricValue[];
}

export interface AnsweredPeriod {
  /** All that are shown, and perhaps more. */
  rows: Row[];
  /** How many there are. */
  total: number;
  facts: WindowFacts | null;
  /** The row that answers for these values where the scan has found nothing. */
  emptyRow: (values: string[], bucket: number) => Row;
}

const NOTHING: GroupSums = {
  ...{ visits: 0, bounces: 0, timedVisits: 0, durationMs: 0, pageviews: 0, events: 0 },
  ...{ measured: 0, visitors: 0, low: 0, high: 0, dailySum: 0 },
  ...{ engagedPairs: 0, engagedMs: 0, scrollPairs: 0, scrollPercent: 0, revenue: [] },
};

export async function askPeriod({ metrics }: Query, plan: Plan, executor: StatsExecutor): Promise<AnsweredPeriod> {
  const names = new Set(metrics.map((name) => metricRule(name).base));
  const scan = await executor.scan(plan);
  const bases = new Map<Base, BaseSums>();
  for (const base of names) if (base !== undefined) bases.set(base, await askBase(base, plan, executor));
  const figuresOf = (group: ScannedGroup): MetricValue[] =>
    metrics.map((name) => {
      const { base } = metricRule(name);
      return METRICS[name].of(group.sums, (base && bases.get(base)?.(group)) ?? null);
    });
  const toRow = (group: ScannedGroup): Row => ({ ...group, figures: figuresOf(group) });
  return {
    rows: scan.groups.map(toRow),
    total: scan.rows,
    facts: scan.window,
    emptyRow: (values, bucket) => toRow({ values, bucket, sums: NOTHING }),
  };
}

/** Of a row, the sums that its visitors are a share of. */
type BaseSums = (group: ScannedGroup) => GroupSums | null;

async function askBase(base: Base, plan: Plan, executor: StatsExecutor): Promise<BaseSums> {
  const { groups } = await executor.scan(planBase(plan, base));
  if (base !== 'groupBeforeGoals') return () => groups[0]?.sums ?? null;
  const goal = plan.dimensions.indexOf('event:goal');
  const sums = new Map(groups.map((group) => [keyOf(group.values, group.bucket), group.sums]));
  return ({ values, bucket }) =>
    sums.get(
      keyOf(
        values.filter((_value, index) => index !== goal),
        bucket,
      ),
    ) ?? null;
}

export function keyOf(values: readonly string[], bucket: number): string {
  return [bucket, ...values].join('\n');
}
