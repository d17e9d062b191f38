/** The visitors of the period before, and whether the difference means anything. */
import type { Answer, Row } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import { comparePeople } from './compare-people.ts';

interface VisitorsChangeProps {
  row: Row;
  before: NonNullable<Answer['before']>;
  /** Whether the period on show goes on. */
  isRunning: boolean;
  isRounded: boolean;
}

export function VisitorsChange({ row, before, isRunning, isRounded }: VisitorsChangeProps) {
  const { texts, format } = useApp();
  const words = texts.value.change;
  const comparison = row.before && comparePeople(row, row.before);
  if (comparison === null) return null;
  const { verdict, change } = comparison;
  return (
    <p class="visitors-change" data-verdict={verdict} data-change={change ?? undefined}>
      {words.before(before.days === null ? '' : format.value.days(before.days))}
      {change === null ? null : (
        <>
          <strong>{format.value.change(change)}</strong>
          {', '}
        </>
      )}
      {verdict === 'exact' && isRounded ? texts.value.disclosure.bothExact : words.verdicts[verdict]}
      {isRunning ? <span class="quiet"> {words.running}</span> : null}
    </p>
  );
}
