/** Unique visitors: a number where there is one, an estimate with its interval, else the range that is certain. Never a sum of days. */
import { useId } from 'preact/hooks';
import type { Answer, Question } from '../api/query.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { type People, readPeople } from '../people/people.ts';
import { isOfConsentAlone } from '../people/population.ts';
import { sayEnds, sayPeople } from '../people/say-people.ts';
import { useApp } from '../state/app.ts';
import type { ComparisonMode } from '../state/comparison.ts';
import { ConsentSplit, type Shares } from './consent-split.tsx';
import { EstimateBar } from './estimate-bar.tsx';
import { RangeBar } from './range-bar.tsx';
import { TileName } from './tile-name.tsx';
import { VisitorsChange } from './visitors-change.tsx';

interface VisitorsTileProps {
  answer: Answer | null;
  /** What the answer is to. */
  question: Question | null;
  shares: Shares | null;
  /** What the answer is compared with. */
  mode: ComparisonMode;
  isRunning: boolean;
  /** Everybody is told apart then: no room is needed for an interval and the words on it. */
  isOneDay: boolean;
}

export function VisitorsTile({ answer, question, shares, mode, isRunning, isOneDay }: VisitorsTileProps) {
  const { texts, format } = useApp();
  const id = useId();
  const row = answer?.rows[0] ?? null;
  const people = readPeople(row);
  const measured = row?.figure('visitors_measured') ?? 0;
  const isRounded = answer?.disclosure?.rounded_to != null;
  const isOfConsent = isOfConsentAlone(question?.conditions ?? []);
  const isLong = answer?.method?.case === 'long-window';
  const isHidden = row?.isHidden('visitors') === true;
  const figure =
    people === null
      ? isHidden && answer
        ? sayHidden(answer, format.value)
        : UNKNOWN
      : sayPeople(people, format.value);
  return (
    <div
      class="tile tile-large"
      data-roomy={!isOneDay && (row === null || (people !== null && people.kind !== 'exact'))}
    >
      <TileName id={id} metric="visitors" name={texts.value.metrics.visitors} question={question} />
      <output
        class="figure"
        id={`${id}-figure`}
        aria-labelledby={id}
        aria-live="off"
        aria-busy={row === null}
        data-metric="visitors"
        data-kind={people?.kind}
        data-value={row === null ? undefined : String(people?.best ?? null)}
        data-low={people?.low}
        data-high={people?.high}
        data-measured={row === null ? undefined : measured}
        data-long={figure.length > 15}
      >
        {row === null ? <span class="skeleton" /> : figure}
      </output>
      {people === null || people.kind === 'exact' ? (
        <ConsentSplit metric="visitors" shares={row === null ? null : shares} />
      ) : people.best === null ? (
        <RangeBar measured={measured} low={people.low} high={people.high} />
      ) : (
        <EstimateBar people={{ ...people, best: people.best }} measured={measured} most={mostOf(answer)} />
      )}
      <p class="tile-sentence">
        {people === null ? '\u00a0' : <Sentence {...{ people, measured, isRounded, isOfConsent, isLong }} />}
      </p>
      {row === null || !answer?.before || mode === 'none' ? null : (
        <VisitorsChange
          row={row}
          before={answer.before}
          mode={mode}
          days={answer.days}
          isRunning={isRunning}
          isRounded={isRounded}
        />
      )}
    </div>
  );
}

interface SentenceProps {
  people: People;
  measured: number;
  isRounded: boolean;
  /** Nobody without consent can be among them. */
  isOfConsent: boolean;
  /** The period is too long for an estimate, though its months may have one. */
  isLong: boolean;
}

function Sentence({ people, measured, isRounded, isOfConsent, isLong }: SentenceProps) {
  const { texts, format } = useApp();
  const { visitors, chart, disclosure } = texts.value;
  const exact = isRounded ? disclosure : visitors;
  if (people.kind === 'exact')
    return <>{people.best === 0 ? chart.nothing : isOfConsent ? exact.ofConsent : exact.exact}</>;
  const { low, high } = sayEnds(people, format.value);
  const share = people.best ? format.value.percent(measured / people.best) : null;
  const ends = people.kind === 'estimate' ? visitors.estimated(low, high) : visitors.between(low, high);
  return (
    <>
      {ends}
      {visitors.ofThem(format.value.count(measured), measured, share)}
      {isLong && people.kind === 'bounds' ? <span class="quiet"> {visitors.long}</span> : null}
    </>
  );
}

function mostOf(answer: Answer | null): number | null {
  return answer?.method?.bounds?.high ?? null;
}
