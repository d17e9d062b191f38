/** The questions of a report: the ones that the dashboard asks, answered in the same way, with the same rounding and hiding. */
import type { Goal } from '../domain/goal.ts';
import type { Site } from '../domain/site.ts';
import { answerQuery, type QueryAnswer } from '../stats/answer-query.ts';
import type { StatsExecutor } from '../stats/ports.ts';
import type { ReportDays } from './report-days.ts';

/** Rows of each list. */
const LONGEST_LIST = 10;

export interface ReportAnswers {
  figures: QueryAnswer;
  pages: QueryAnswer;
  sources: QueryAnswer;
}

export interface AskingContext {
  site: Site;
  goals: readonly Goal[];
  executor: StatsExecutor;
  /** UTC ms. */
  now: number;
}

/** Metrics of the figures, in this order. */
export const REPORT_METRICS = ['visitors', 'visitors_low', 'visitors_high', 'visits', 'pageviews'] as const;

export async function askReport(days: ReportDays, context: AskingContext): Promise<ReportAnswers> {
  const { first, last, before } = days;
  const ask = (body: object) =>
    answerQuery(
      {
        ...{ site_id: context.site.domain, date_range: [first, last], ...body },
        include: { comparisons: { mode: 'custom', date_range: [before.first, before.last] } },
      },
      context,
    );
  const list = (dimension: string, metric: string) =>
    ask({
      metrics: [metric],
      dimensions: [dimension],
      order_by: [[metric, 'desc']],
      pagination: { limit: LONGEST_LIST },
    });
  const [figures, pages, sources] = await Promise.all([
    ask({ metrics: REPORT_METRICS }),
    list('event:page', 'pageviews'),
    list('visit:source', 'visits'),
  ]);
  return { figures, pages, sources };
}
