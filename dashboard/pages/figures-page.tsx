/** One site's figures: the headline, the chart and the panels. */
import type { Question } from '../api/query.ts';
import { hasGoal } from '../charts/chart-metrics.ts';
import { TimeChart } from '../charts/time-chart.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { Headline } from '../headline/headline.tsx';
import { useApp } from '../state/app.ts';
import { incomparable } from '../state/comparison.ts';
import { countDays, type Days, daysOf, toDateRange } from '../state/period.ts';
import { type Asked, isFresh, useAnswer } from '../state/use-answer.ts';
import { useBeat } from '../state/use-beat.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { lazily } from '../ui/lazily.tsx';
import { Masthead } from './masthead.tsx';
import { NothingHere } from './nothing-here.tsx';
import type { SitePageProps } from './site-page-props.ts';

/** Panels, consent and data quality come after headline and chart, lists when they are wanted. */
const Panels = lazily(() => import('../panels/panels.tsx').then((part) => part.Panels));
const OpenList = lazily(() => import('../lists/open-list.tsx').then((part) => part.OpenList));
const ConsentPanel = lazily(() => import('../consent/consent-panel.tsx').then((part) => part.ConsentPanel));
const QualityPanel = lazily(() => import('../quality/quality-panel.tsx').then((part) => part.QualityPanel));

const LIVE_MS = 15_000;
const TOTALS = [
  'visitors',
  'visitors_low',
  'visitors_high',
  'visitors_measured',
  'visitors_daily_sum',
  'visits',
  'pageviews',
  'events',
  'views_per_visit',
  'bounce_rate',
  'visit_duration',
] as const;

/** Everything below the bar that a question answers. */
export function FiguresPage({ site, today }: SitePageProps) {
  const { shared } = useApp();
  const { view } = useView();
  const isLive = incomparable(view.period, today) === 'running';
  const beat = useBeat(isLive ? LIVE_MS : null);
  const base = {
    domain: site.domain,
    dateRange: toDateRange(view.period, today),
    conditions: view.conditions,
  };
  const comparison = incomparable(view.period, today) === null ? { comparison: view.comparison } : {};
  const metrics = hasGoal(view.conditions) ? ([...TOTALS, 'conversion_rate'] as const) : TOTALS;
  const totals = useAnswer({ ...base, metrics, dimensions: [], ...comparison } satisfies Question, beat);
  const days = daysOf(view.period, today) ?? answeredDays(totals);
  const panels = {
    ...{ site, base, totals, beat, isOneDay: days && countDays(days) === 1 },
    comparison: comparison.comparison ?? null,
  };
  return (
    <>
      <Masthead site={site} days={days} isLive={isLive} hasNow={days?.last === today} isReady={isFresh(totals)} />
      <FilterBar />
      {totals.error === null ? (
        <>
          <Headline {...{ base, totals, beat }} isRunning={days?.last === today} isOneDay={panels.isOneDay === true} />
          {isNothing(totals) ? (
            <NothingHere />
          ) : (
            <>
              <TimeChart base={base} days={days} comparison={panels.comparison} beat={beat} />
              <div class="panels-place">
                <Panels {...panels} />
              </div>
              <div class="consent-and-quality" data-quality={shared === null}>
                <ConsentPanel {...{ site, base, days, today, beat }} isReady={isFresh(totals)} />
                {shared === null ? <QualityPanel site={site} days={days} /> : null}
              </div>
            </>
          )}
        </>
      ) : (
        <Failure error={totals.error} onRetry={totals.retry} />
      )}
      {view.open?.startsWith('list:') ? <OpenList {...panels} /> : null}
    </>
  );
}

/** Only the server knows when `all` begins. */
function answeredDays({ known, isStale }: Asked): Days | null {
  return isStale ? null : (known?.answer.days ?? null);
}

function isNothing({ known, isStale }: Asked): boolean {
  const row = known?.answer.rows[0];
  if (known === null || isStale || row?.isHidden('visits') === true) return false;
  return (row?.figure('visits') ?? 0) === 0 && (row?.figure('pageviews') ?? 0) === 0;
}
