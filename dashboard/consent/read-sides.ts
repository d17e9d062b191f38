/** Reads answers by consent into what the bias check compares. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Answer, Row } from '../api/query.ts';
import type { Sides, Totals } from './bias-check.ts';

/** @param answer by consent, to `BY_CONSENT` */
export function readTotals({ rows }: Answer): Totals {
  const figure = (consent: string, metric: Metric) =>
    rows.find(({ values }) => values[0] === consent)?.figure(metric) ?? 0;
  const sides = (metric: Metric): Sides => ({
    granted: figure('granted', metric),
    anonymous: figure('anonymous', metric),
  });
  return { visits: sides('visits'), pageviews: sides('pageviews'), visitors: figure('granted', 'visitors_measured') };
}

/** Visits of each value. @param answer by a dimension and consent, with `visits` */
export function readSides({ rows }: Answer): Map<string, Sides> {
  const byValue = new Map<string, Sides>();
  for (const row of rows) {
    const consent = readConsent(row);
    const [value = ''] = row.values;
    const sides = byValue.get(value) ?? { granted: 0, anonymous: 0 };
    if (consent !== null) byValue.set(value, { ...sides, [consent]: row.figure('visits') ?? 0 });
  }
  return byValue;
}

function readConsent({ values }: Row): keyof Sides | null {
  const consent = values[1];
  return consent === 'granted' || consent === 'anonymous' ? consent : null;
}
