/** The visitors of the period that was compared with, and whether the difference means anything. */
import type { Answer, Row } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import type { ComparisonMode } from '../state/comparison.ts';
import { countDays, type Days } from '../state/period.ts';
import { comparePeople } from './compare-people.ts';
import { sayChange } from './say-change.ts';

interface VisitorsChangeProps {
  row: Row;
  before: NonNullable<Answer['before']>;
  mode: Exclude<ComparisonMode, 'none'>;
  /** The days on show. */
  days: Days | null;
  /** Whether the period on show goes on. */
  isRunning: boolean;
  isRounded: boolean;
}

export function VisitorsChange({ row, before, mode, days, isRunning, isRounded }: VisitorsChangeProps) {
  const { texts, format } = useApp();
  const words = texts.value.change;
  const comparison = row.before && comparePeople(row, row.before);
  if (comparison === null) return null;
  const { verdict, change } = comparison;
  const said = sayChange(comparison, format.value);
  const interval = said === null ? null : (row.before?.visitorsChange ?? null);
  const lengths = differentLengths(days, before.days);
  return (
    <p
      class="visitors-change"
      data-verdict={verdict}
      data-change={change ?? undefined}
      data-low={interval?.low}
      data-high={interval?.high}
    >
      {words.before[mode](before.days === null ? '' : format.value.days(before.days))}
      {said === null ? null : (
        <>
          <strong>{said}</strong>
          {interval && words.interval(format.value.change(interval.low), format.value.change(interval.high))}
          {', '}
        </>
      )}
      {verdict === 'exact' && isRounded ? texts.value.disclosure.bothExact : words.verdicts[verdict]}
      {lengths === null ? null : (
        <span class="quiet"> {words.lengths(format.value.count(lengths.now), format.value.count(lengths.then))}</span>
      )}
      {isRunning ? <span class="quiet"> {words.running}</span> : null}
    </p>
  );
}

/** Figures of periods that are not equally long change with the length alone. */
function differentLengths(days: Days | null, before: Days | null): { now: number; then: number } | null {
  if (days === null || before === null) return null;
  const [now, then] = [countDays(days), countDays(before)];
  return now === then ? null : { now, then };
}
