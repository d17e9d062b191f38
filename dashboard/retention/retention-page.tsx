/** Retention: of those who came first in one unit of time, how many came again in each later one. */
import {
  decodeRetention,
  explore,
  RETENTION_UNITS,
  type RetentionAnswer,
  type RetentionUnit,
  toExploreBody,
} from '../api/explorations.ts';
import { Choices } from '../explore/choices.tsx';
import { CoverageNote } from '../explore/coverage-note.tsx';
import { PageHead } from '../explore/page-head.tsx';
import { useBase } from '../explore/use-base.ts';
import { WaitingBars } from '../explore/waiting-bars.tsx';
import type { SitePageProps } from '../pages/site-page-props.ts';
import { useApp, useTexts } from '../state/app.ts';
import { daysOf } from '../state/period.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { ownOf, withOwn } from '../state/view.ts';
import { Failure } from '../ui/failure.tsx';
import { Link } from '../ui/link.tsx';
import { PERIODS, periodsFor, type RetentionQuestion, readPeriods, readUnit } from './ask-retention.ts';
import { CohortTable } from './cohort-table.tsx';
import { averageReturn } from './cohorts.ts';

export function RetentionPage({ site, today }: SitePageProps) {
  const texts = useTexts('explore');
  const words = texts.value.retention;
  const format = useApp().format.value;
  const { view, hrefOf } = useView();
  const base = useBase(site, today);
  const days = daysOf(view.period, today);
  const unit = readUnit(ownOf(view, 'unit')[0], days);
  const periods = readPeriods(ownOf(view, 'periods')[0], unit);
  const { known, isStale, error, retry } = useAnswerOf(askRetention, { base, unit, periods }, 0);
  const isShort = days !== null && days.first === days.last;
  const hrefUnit = (each: RetentionUnit) => hrefOf({ own: withOwn({ own: [] }, 'unit', [each]) });
  return (
    <>
      <PageHead site={site} today={today} title={words.title} lead={words.lead} />
      <section class="card" aria-label={words.title} data-stale={isStale}>
        <div class="ways-row">
          <Choices
            title={words.unit}
            choices={RETENTION_UNITS.map((each) => ({
              ...{ key: each, text: words.units[each], href: hrefUnit(each), isCurrent: each === unit },
            }))}
          />
          <Choices
            title={words.periods}
            choices={PERIODS[unit].map((each) => ({
              key: String(each),
              text: format.units(each, unit),
              href: hrefOf({ own: withOwn(view, 'periods', each === periodsFor(unit) ? [] : [String(each)]) }),
              isCurrent: each === periods,
            }))}
          />
        </div>
        <p class="hint">
          {words.choosesCohorts}{' '}
          {isShort ? <Link href={hrefOf({ period: { word: '12mo' } })}>{words.longer}</Link> : null}
        </p>
        {error !== null ? (
          <Failure error={error} onRetry={retry} />
        ) : known === null ? (
          <WaitingBars />
        ) : (
          <Cohorts question={known.question} answer={known.answer} />
        )}
      </section>
    </>
  );
}

async function askRetention({ base, unit, periods }: RetentionQuestion, signal: AbortSignal): Promise<RetentionAnswer> {
  return decodeRetention(await explore('retention', base, { unit, periods }, signal));
}

function Cohorts({ question, answer }: { question: RetentionQuestion; answer: RetentionAnswer }) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const words = texts.value.retention;
  const { base, unit, periods } = question;
  const call = { path: 'retention', body: toExploreBody(base, { unit, periods }) };
  if (answer.cohorts.every(({ cells }) => cells.every(({ visitors }) => visitors === 0)))
    return (
      <>
        <p class="panel-nothing">{words.nobody}</p>
        <CoverageNote answer={answer} whom={words.whom} of="retention" call={call} />
      </>
    );
  const share = averageReturn(answer.cohorts, 1);
  const isCut = answer.cohorts.some((cohort) => cohort.isCut);
  return (
    <>
      <p class="page-summary">{share === null ? words.noReturn : words.summary[unit](format.value.percent(share))}</p>
      <CohortTable unit={unit} answer={answer} />
      <p class="legend">
        <span>* {words.incomplete}</span>
        {isCut ? <span>† {words.cut}</span> : null}
      </p>
      <CoverageNote answer={answer} whom={words.whom} of="retention" call={call} />
    </>
  );
}
