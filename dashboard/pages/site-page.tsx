/** One site's figures. */
import { useEffect } from 'preact/hooks';
import type { Question } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import { TimeChart } from '../charts/time-chart.tsx';
import { ConsentPanel } from '../consent/consent-panel.tsx';
import { Headline } from '../headline/headline.tsx';
import { Panels } from '../panels/panels.tsx';
import { useApp } from '../state/app.ts';
import { countDays, type Days, daysOf, type Period, toDateRange, todayIn } from '../state/period.ts';
import { type Asked, isFresh, useAnswer } from '../state/use-answer.ts';
import { useBeat } from '../state/use-beat.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { Footer } from '../ui/footer.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { AddressWarning } from './address-warning.tsx';
import { Masthead } from './masthead.tsx';
import { NothingHere } from './nothing-here.tsx';
import { Waiting } from './waiting.tsx';

const LIVE_MS = 15_000;
const TOTALS = [
  'visitors',
  'visitors_low',
  'visitors_high',
  'visitors_measured',
  'visitors_daily_sum',
  'visits',
  'pageviews',
  'views_per_visit',
  'bounce_rate',
  'visit_duration',
] as const;

export function SitePage({ site }: { site: Site }) {
  const { texts } = useApp();
  const today = todayIn(site.timezone, new Date());
  useEffect(() => {
    document.title = `${site.domain} · Passant`;
  }, [site.domain]);
  return (
    <>
      <a class="skip" href="#figures">
        {texts.value.skip}
      </a>
      <TopBar site={site} today={today} />
      <main class="page" id="figures" tabIndex={-1}>
        <AddressWarning />
        {site.hasEvents ? <Figures site={site} today={today} /> : <Waiting site={site} />}
      </main>
      <Footer />
    </>
  );
}

function Figures({ site, today }: { site: Site; today: string }) {
  const { view } = useView();
  const isLive = isToday(view.period, today);
  const beat = useBeat(isLive ? LIVE_MS : null);
  const base = {
    domain: site.domain,
    dateRange: toDateRange(view.period),
    conditions: view.conditions,
  };
  // A day that has just begun against the whole of yesterday would say nothing; before the beginning there is nothing.
  const isCompared = !isLive && !('word' in view.period && view.period.word === 'all');
  const totals = useAnswer({ ...base, metrics: TOTALS, dimensions: [], isCompared } satisfies Question, beat);
  const days = daysOf(view.period, today) ?? answeredDays(totals);
  return (
    <>
      <Masthead site={site} days={days} isLive={isLive} />
      <FilterChips />
      {totals.error === null ? (
        <>
          <Headline base={base} totals={totals} beat={beat} isRunning={days?.last === today} />
          {isNothing(totals) ? (
            <NothingHere />
          ) : (
            <>
              <TimeChart base={base} days={days} beat={beat} />
              <Panels site={site} base={base} isOneDay={days && countDays(days) === 1} totals={totals} beat={beat} />
              <ConsentPanel site={site} base={base} days={days} beat={beat} isReady={isFresh(totals)} />
            </>
          )}
        </>
      ) : (
        <Failure error={totals.error} onRetry={totals.retry} />
      )}
    </>
  );
}

function isToday(period: Period, today: string): boolean {
  return 'word' in period ? period.word === 'day' : period.from === today && period.to === today;
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
