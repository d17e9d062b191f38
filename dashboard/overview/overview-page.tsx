/** Several sites for one period: chosen, side by side, and to be taken away as a file. */
import type { ServerState, Site } from '../api/server-state.ts';
import { saveCsv, spanOf } from '../files/save-file.ts';
import { useApp, useTexts } from '../state/app.ts';
import { incomparable } from '../state/comparison.ts';
import { daysOf, toDateRange, todayIn } from '../state/period.ts';
import { useView } from '../state/use-view.ts';
import { ownOf, withOwn } from '../state/view.ts';
import { PeriodPicker } from '../ui/period-picker.tsx';
import type { SiteQuestion } from './ask-figures.ts';
import { OverviewTable } from './overview-table.tsx';
import { rowsOf } from './rows-of.ts';
import { useFigures } from './use-figures.ts';

export function OverviewPage({ state }: { state: ServerState }) {
  const { format } = useApp();
  const words = useTexts('office').value.overview;
  const { view } = useView();
  const asked = ownOf(view, 'site');
  const chosen = state.sites.filter(({ domain }) => asked.length === 0 || asked.includes(domain));
  const now = new Date();
  const today = todayIn(chosen[0]?.timezone ?? 'UTC', now);
  const days = daysOf(view.period, today);
  // A day is that of each site: they may lie in several time zones.
  const questionOf = ({ domain, timezone }: Site): SiteQuestion => {
    const there = todayIn(timezone, now);
    const isAlone = incomparable(view.period, there) !== null;
    return {
      ...{ domain, timezone },
      dateRange: toDateRange(view.period, there),
      comparison: { mode: isAlone ? 'none' : 'previous_period' },
    };
  };
  const figures = useFigures(chosen.map(questionOf));
  const domains = chosen.map(({ domain }) => domain);
  const isWhole = domains.every((domain) => figures.has(domain));
  return (
    <>
      <div class="masthead">
        <h1>{words.title}</h1>
        <p class="page-lead">{words.lead}</p>
        <div class="overview-tools">
          <PeriodPicker today={today} />
          <button
            type="button"
            class="button button-plain"
            disabled={!isWhole}
            onClick={() => saveCsv([words.title, ...spanOf(days)], rowsOf(domains, figures))}
          >
            {words.save}
          </button>
          {days === null ? null : <span class="quiet">{format.value.days(days)}</span>}
        </div>
      </div>
      {state.sites.length < 2 ? null : <ChooseSites sites={state.sites} chosen={domains} />}
      <div class="panel">
        <h2>{words.list}</h2>
        <OverviewTable domains={domains} figures={figures} />
      </div>
    </>
  );
}

/** All of them are none in the address, so that a site that is added later is among them. */
function ChooseSites({ sites, chosen }: { sites: readonly Site[]; chosen: readonly string[] }) {
  const words = useTexts('office').value.overview;
  const { view, adjust } = useView();
  const choose = (domains: readonly string[]) =>
    adjust({ own: withOwn(view, 'site', domains.length === sites.length ? [] : domains) });
  return (
    <details class="panel overview-choice">
      <summary>{words.shown(chosen.length, sites.length)}</summary>
      <fieldset class="office-checks">
        <legend class="unseen">{words.choose}</legend>
        {sites.map(({ domain }) => {
          const isChosen = chosen.includes(domain);
          return (
            <label key={domain}>
              <input
                type="checkbox"
                name="site"
                value={domain}
                checked={isChosen}
                // The last one stays: no site at all would be all of them.
                disabled={isChosen && chosen.length === 1}
                onChange={() =>
                  choose(
                    sites
                      .map((site) => site.domain)
                      .filter((each) => (each === domain ? !isChosen : chosen.includes(each))),
                  )
                }
              />
              <bdi>{domain}</bdi>
            </label>
          );
        })}
      </fieldset>
      <button
        type="button"
        class="button button-plain"
        disabled={chosen.length === sites.length}
        onClick={() => choose(sites.map(({ domain }) => domain))}
      >
        {words.all}
      </button>
    </details>
  );
}
