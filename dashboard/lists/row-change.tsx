/** How a row's figure has changed since the period that it is compared with; of people with a mark where the difference may be chance. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Before, Row } from '../api/query.ts';
import { comparePeople } from '../headline/compare-people.ts';
import { ABOUT, sayChange } from '../headline/say-change.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { useApp } from '../state/app.ts';

/** Metrics whose difference is a number of something, and not of percents or seconds. */
const COUNTS: readonly Metric[] = ['visitors', 'visits', 'pageviews', 'events'];

export function RowChange({ row, metric }: { row: Row; metric: Metric }) {
  const { texts, format } = useApp();
  const { lists, change: words } = texts.value;
  const { before } = row;
  if (before === null) return <>{UNKNOWN}</>;
  if (metric === 'visitors') {
    const compared = comparePeople(row, before);
    if (compared === null) return <>{UNKNOWN}</>;
    const { verdict } = compared;
    const isMeant = verdict === 'exact' || verdict === 'larger';
    const said = verdict === 'nobody' ? lists.isNew : verdict === 'more' ? '↑' : verdict === 'fewer' ? '↓' : null;
    return (
      <>
        <span title={words.verdicts[verdict]} data-verdict={verdict}>
          {said ?? sayChange(compared, format.value) ?? ABOUT}
          <span class="unseen"> {words.verdicts[verdict]}</span>
        </span>
        {isMeant ? <Difference row={row} before={before} metric={metric} /> : null}
      </>
    );
  }
  if (before.figure(metric) === 0 && (row.figure(metric) ?? 0) > 0) return <>{lists.isNew}</>;
  const change = before.change(metric);
  return (
    <>
      {change === null ? UNKNOWN : format.value.change(change)}
      <Difference row={row} before={before} metric={metric} />
    </>
  );
}

/** What the list is ordered by when it is ordered by the change. */
function Difference({ row, before, metric }: { row: Row; before: Before; metric: Metric }) {
  const { format } = useApp();
  const [now, then] = [row.figure(metric), before.figure(metric)];
  if (!COUNTS.includes(metric) || now === null || then === null || now === then) return null;
  return <span class="row-interval">{format.value.signed(now - then)}</span>;
}
