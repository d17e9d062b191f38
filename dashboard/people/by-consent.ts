/** The question by consent, which headline and consent panel ask alike: the server works it out once. */
import type { Metric } from '../../src/stats/metrics.ts';

export const BY_CONSENT = {
  metrics: [
    'visitors',
    'visitors_measured',
    'visitors_daily_sum',
    'visits',
    'pageviews',
  ] as const satisfies readonly Metric[],
  dimensions: ['visit:consent'] as const,
};
