/** Goals: who fulfilled them, what that brought, and how it has changed; and the goals themselves, added and removed. */
import { useState } from 'preact/hooks';
import { askGoals } from '../api/goal-figures.ts';
import { fetchGoals } from '../api/site-lists.ts';
import { DisclosureNote } from '../disclosure/disclosure-note.tsx';
import { PageHead } from '../explore/page-head.tsx';
import { useBase } from '../explore/use-base.ts';
import { WaitingBars } from '../explore/waiting-bars.tsx';
import type { SitePageProps } from '../pages/site-page-props.ts';
import { useTexts } from '../state/app.ts';
import { incomparable } from '../state/comparison.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { useMay } from '../state/use-may.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { Link } from '../ui/link.tsx';
import { AddGoal } from './add-goal.tsx';
import { GoalTable } from './goal-table.tsx';

const ADD = 'goal:new';

export function GoalsPage({ site, today }: SitePageProps) {
  const texts = useTexts('explore');
  const words = texts.value.goalPage;
  const { view, hrefOf, go } = useView();
  const base = useBase(site, today);
  const mayWrite = useMay('editor');
  const [turn, setTurn] = useState(0);
  const goals = useAnswerOf(fetchGoals, site.domain, turn);
  const comparison = incomparable(view.period, today) === null ? { comparison: view.comparison } : {};
  // A goal that was just added has figures at once: they are worked out of what was counted before.
  const asked = useAnswerOf(askGoals, { ...base, ...comparison }, turn);
  const error = goals.error ?? asked.error;
  const again = () => setTurn(turn + 1);
  return (
    <>
      <PageHead site={site} today={today} title={words.title} lead={words.lead} />
      <section class="card" aria-label={words.title} data-stale={asked.isStale}>
        <header class="chart-head">
          <h2>{words.list}</h2>
          {mayWrite ? (
            <Link class="button" href={hrefOf({ open: ADD })}>
              {words.add}
            </Link>
          ) : null}
        </header>
        {error !== null ? (
          <Failure
            error={error}
            onRetry={() => {
              goals.retry();
              asked.retry();
            }}
          />
        ) : goals.known === null || asked.known === null ? (
          <WaitingBars />
        ) : goals.known.answer.length === 0 ? (
          <p class="panel-nothing">{words.none}</p>
        ) : (
          <>
            <GoalTable domain={site.domain} goals={goals.known.answer} answer={asked.known.answer} onChange={again} />
            <aside class="coverage">
              <p>{words.whom}</p>
              {asked.known.answer.hasCurrencies ? <p>{words.currencies}</p> : null}
              {asked.known.answer.isRestricted ? <p>{texts.value.disclosure.restricted}</p> : null}
              <DisclosureNote answer={asked.known.answer} />
            </aside>
          </>
        )}
      </section>
      {view.open === ADD ? (
        <AddGoal
          base={base}
          onClose={() => go({ open: null })}
          onAdded={() => {
            go({ open: null });
            again();
          }}
        />
      ) : null}
    </>
  );
}
