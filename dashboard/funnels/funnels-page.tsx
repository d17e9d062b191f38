/** Funnels: the builder, what its steps came to, and those that were kept. */
import { decodeFunnel, explore, type FunnelAnswer, toExploreBody } from '../api/explorations.ts';
import { CoverageNote } from '../explore/coverage-note.tsx';
import { PageHead } from '../explore/page-head.tsx';
import { TableSwitch } from '../explore/table-switch.tsx';
import { useBase } from '../explore/use-base.ts';
import { WaitingBars } from '../explore/waiting-bars.tsx';
import type { SitePageProps } from '../pages/site-page-props.ts';
import { useApp, useTexts } from '../state/app.ts';
import { type AskedBy, useAnswerOf } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { ownOf } from '../state/view.ts';
import { Failure } from '../ui/failure.tsx';
import { FunnelBuilder } from './funnel-builder.tsx';
import { FunnelPicture } from './funnel-picture.tsx';
import { FunnelTable } from './funnel-table.tsx';
import { SavedFunnels } from './saved-funnels.tsx';
import { sayFunnel } from './say-funnel.ts';
import { type FunnelQuestion, isComplete, readSteps, readWithin, toFunnelBody } from './steps.ts';

export function FunnelsPage({ site, today }: SitePageProps) {
  const { title, lead } = useTexts('explore').value.funnels;
  const { view } = useView();
  const base = useBase(site, today);
  const steps = readSteps(ownOf(view, 'step'));
  const withinDays = readWithin(ownOf(view, 'within')[0]);
  const asked = useAnswerOf(askFunnel, isComplete(steps) ? { base, steps, withinDays } : null, 0);
  return (
    <>
      <PageHead site={site} today={today} title={title} lead={lead} />
      <div class="funnel-page">
        <div class="card">
          <FunnelBuilder
            base={base}
            steps={steps}
            withinDays={withinDays}
            mistakes={asked.error?.code === 'invalid' ? asked.error.details : []}
          />
          <SavedFunnels domain={site.domain} steps={steps} withinDays={withinDays} />
        </div>
        <FunnelResult asked={asked} isReady={isComplete(steps)} />
      </div>
    </>
  );
}

async function askFunnel({ base, ...funnel }: FunnelQuestion, signal: AbortSignal): Promise<FunnelAnswer> {
  return decodeFunnel(await explore('funnel', base, toFunnelBody(funnel), signal));
}

interface FunnelResultProps {
  asked: AskedBy<FunnelQuestion, FunnelAnswer>;
  isReady: boolean;
}

function FunnelResult({ asked, isReady }: FunnelResultProps) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const { view } = useView();
  const words = texts.value.funnels;
  const { known, isStale, error, retry } = asked;
  if (!isReady)
    return (
      <section class="card funnel-result" aria-label={words.result}>
        <p class="panel-nothing">{words.incomplete}</p>
      </section>
    );
  // Mistakes in the steps stand beside them.
  const isBeside = error?.code === 'invalid' && error.details.some(({ path }) => path.startsWith('steps['));
  return (
    <section class="card funnel-result" aria-label={words.result} data-stale={isStale}>
      <header class="chart-head">
        <h2>{words.result}</h2>
        {known === null ? null : <TableSwitch />}
      </header>
      {error !== null ? (
        isBeside ? (
          <p class="panel-nothing">{words.mistaken}</p>
        ) : (
          <Failure error={error} onRetry={retry} />
        )
      ) : known === null ? (
        <WaitingBars />
      ) : (
        <>
          <p class="page-summary">{sayFunnel(known, texts.value, format.value)}</p>
          {view.asTable ? <FunnelTable {...known} /> : <FunnelPicture {...known} />}
          <CoverageNote
            answer={known.answer}
            whom={words.whom[known.answer.counts]}
            of={known.answer.counts === 'visits' ? 'funnelVisit' : 'funnelDays'}
            call={{ path: 'funnel', body: toExploreBody(known.question.base, toFunnelBody(known.question)) }}
          />
        </>
      )}
    </section>
  );
}
