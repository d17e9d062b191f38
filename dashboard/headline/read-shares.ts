/** How the figures of the headline divide into what was measured with consent and what is anonymous. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Row } from '../api/query.ts';
import type { Answered } from '../state/use-answer.ts';
import type { Shares } from './consent-split.tsx';

/**
 * The parts of a total; what belongs to neither was erased.
 * @param split by `visit:consent`; it arrives after the totals  @returns null while the parts are unknown, or still those of another total
 */
export function readShares(totals: Answered | null, split: Answered | null, metric: Metric): Shares | null {
  const total = totals?.answer.rows[0]?.figure(metric) ?? null;
  if (totals === null || split === null || total === null || !isOfSame(totals, split)) return null;
  const { rows, disclosure } = split.answer;
  // Of parts that are hidden there is no picture.
  if (rows.some((row) => row.isHidden(metric))) return null;
  const find = (consent: string): Row | undefined => rows.find(({ values }) => values[0] === consent);
  const granted = find('granted')?.figure(metric === 'visitors' ? 'visitors_measured' : metric) ?? 0;
  const anonymousRow = find('anonymous');
  const anonymous = anonymousRow === undefined ? 0 : (anonymousRow.figure(metric) ?? Math.max(0, total - granted));
  // What is rounded does not add up: the rest would be nobody.
  const erased = disclosure === null ? Math.max(0, total - granted - anonymous) : 0;
  return { granted, anonymous, erased };
}

/** Whether both answer for one period and the same filters: others would not add up, and the rest would pass for erased. */
function isOfSame(totals: Answered, split: Answered): boolean {
  const about = ({ question: { dateRange, conditions } }: Answered) => JSON.stringify([dateRange, conditions]);
  return about(totals) === about(split);
}
