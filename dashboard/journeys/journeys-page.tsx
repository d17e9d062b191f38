/** Journeys: which pages come next, or came before. */
import { useEffect, useState } from 'preact/hooks';
import { decodeJourneys, explore, type JourneysAnswer, toExploreBody } from '../api/explorations.ts';
import { suggestValues } from '../api/suggestions.ts';
import { Choices } from '../explore/choices.tsx';
import { CoverageNote } from '../explore/coverage-note.tsx';
import { PageHead } from '../explore/page-head.tsx';
import { TableSwitch } from '../explore/table-switch.tsx';
import { useBase } from '../explore/use-base.ts';
import { WaitingBars } from '../explore/waiting-bars.tsx';
import type { SitePageProps } from '../pages/site-page-props.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { withOwn } from '../state/view.ts';
import { Failure } from '../ui/failure.tsx';
import { Link } from '../ui/link.tsx';
import { Suggest } from '../ui/suggest.tsx';
import { type JourneysQuestion, readJourney, toJourneysBody } from './ask-journeys.ts';
import { FlowPicture } from './flow-picture.tsx';
import { JourneysTable } from './journeys-table.tsx';
import { JourneysTree } from './journeys-tree.tsx';
import { sayJourneys } from './say-journeys.ts';

export function JourneysPage({ site, today }: SitePageProps) {
  const words = useTexts('explore').value.journeys;
  const { view } = useView();
  const question = { base: useBase(site, today), ...readJourney(view) };
  const { known, isStale, error, retry } = useAnswerOf(askJourneys, question, 0);
  return (
    <>
      <PageHead site={site} today={today} title={words.title} lead={words.lead} />
      <section class="card" aria-label={words.title} data-stale={isStale}>
        <JourneyControls question={question} />
        {error !== null ? (
          <Failure error={error} onRetry={retry} />
        ) : known === null ? (
          <WaitingBars />
        ) : (
          <Journeys question={known.question} answer={known.answer} />
        )}
      </section>
    </>
  );
}

async function askJourneys(question: JourneysQuestion, signal: AbortSignal): Promise<JourneysAnswer> {
  return decodeJourneys(await explore('journeys', question.base, toJourneysBody(question), signal));
}

function JourneyControls({ question }: { question: JourneysQuestion }) {
  const words = useTexts('explore').value.journeys;
  const { view, hrefOf, go } = useView();
  const { base, start, direction, depth } = question;
  const [text, setText] = useState(start ?? '');
  useEffect(() => setText(start ?? ''), [start]);
  // Nothing comes before an entry page.
  const startAt = (page: string) =>
    go({
      own:
        page === ''
          ? withOwn({ own: [] }, 'depth', depth === 1 ? [] : [String(depth)])
          : withOwn(view, 'start', [page]),
    });
  return (
    <div class="ways-row">
      <div class="start-field">
        <span class="ways-title" aria-hidden="true">
          {words.start}
        </span>
        <Suggest
          label={words.start}
          placeholder={words.entryPages}
          value={text}
          onInput={setText}
          onCommit={startAt}
          suggest={(typed, signal) => suggestValues(base, 'page', typed, signal)}
        />
      </div>
      {start === null ? null : (
        <Link
          class="quiet-link"
          href={hrefOf({ own: withOwn({ own: [] }, 'depth', depth === 1 ? [] : [String(depth)]) })}
        >
          {words.toEntryPages}
        </Link>
      )}
      {start === null ? null : (
        <Choices
          title={words.direction}
          choices={(['next', 'previous'] as const).map((each) => ({
            key: each,
            text: words.directions[each],
            href: hrefOf({ own: withOwn(view, 'way', each === 'next' ? [] : [each]) }),
            isCurrent: each === direction,
          }))}
        />
      )}
      <Choices
        title={words.depth}
        choices={[1, 2, 3].map((each) => ({
          key: String(each),
          text: String(each),
          href: hrefOf({ own: withOwn(view, 'depth', each === 1 ? [] : [String(each)]) }),
          isCurrent: each === depth,
        }))}
      />
    </div>
  );
}

function Journeys({ question, answer }: { question: JourneysQuestion; answer: JourneysAnswer }) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const { view } = useView();
  const words = texts.value.journeys;
  const call = { path: 'journeys', body: toExploreBody(question.base, toJourneysBody(question)) };
  if (answer.rows.length === 0)
    return (
      <>
        <p class="panel-nothing">{question.start === null ? words.nobody : words.nobodyThere}</p>
        <CoverageNote answer={answer} whom={words.whom} of="journeys" call={call} />
      </>
    );
  return (
    <>
      <header class="chart-head">
        <h2>{words.titles[question.start === null ? 'entry' : question.direction]}</h2>
        <TableSwitch />
      </header>
      <p class="page-summary">{sayJourneys({ question, answer }, texts.value, format.value)}</p>
      {view.asTable ? (
        <JourneysTable question={question} answer={answer} />
      ) : (
        <>
          <FlowPicture question={question} answer={answer} />
          <JourneysTree question={question} answer={answer} />
        </>
      )}
      <CoverageNote answer={answer} whom={words.whom} of="journeys" call={call} />
    </>
  );
}
