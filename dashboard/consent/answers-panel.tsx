/** What visitors answered to the question for consent: how often, how the share went through the period, and by what it differs. */
import { askConsent, type ConsentCounts } from '../api/consent.ts';
import { useApp } from '../state/app.ts';
import { bucketFor } from '../state/period.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { acceptanceOf, answerShareOf, isNothing, toAcceptance } from './answers.ts';
import { AnswersBar } from './answers-bar.tsx';
import { AnswersTable } from './answers-table.tsx';
import type { ConsentProps } from './consent-context.ts';
import { shareOf } from './consent-rate.ts';
import { RateLine } from './rate-line.tsx';
import { RateTable } from './rate-table.tsx';
import { sayRates } from './say-rates.ts';

/** More days than a chart has. */
const MOST_BUCKETS = 1000;

export function AnswersPanel(props: ConsentProps) {
  const { texts, format } = useApp();
  const { base, days, beat, isReady } = props;
  const { answers: words, consent } = texts.value;
  const asked = { domain: base.domain, dateRange: base.dateRange, limit: MOST_BUCKETS };
  const totals = useAnswerOf(askConsent, isReady ? { ...asked, dimension: null } : null, beat);
  const bucket = days === null ? 'hour' : bucketFor(days);
  // Consent is counted by the day: within one there is nothing to follow.
  const time = bucket === 'hour' || !isReady ? null : ({ ...asked, dimension: `time:${bucket}` } as const);
  const course = useAnswerOf(askConsent, time, beat);
  const error = totals.error ?? course.error;
  if (error !== null) {
    const retry = () => {
      for (const each of [totals, course]) if (each.error !== null) each.retry();
    };
    return <Failure error={error} onRetry={retry} />;
  }
  const counts = totals.known?.answer.rows[0];
  const points = time === null || course.known === null ? [] : toAcceptance(course.known.answer);
  const summary = sayRates(points, bucket, { ...consent, tooFewForExtremes: words.tooFew }, format.value);
  return (
    <div class="answers" data-stale={totals.isStale} aria-busy={counts === undefined}>
      <h3>{words.title}</h3>
      {counts === undefined ? (
        <span class="skeleton bias-skeleton" />
      ) : isNothing(counts) ? (
        <p class="quiet" data-answers="none">
          {words.nothing}
        </p>
      ) : (
        <div class="consent-parts">
          <div class="rate">
            <Acceptance counts={counts} />
            <AnswersBar counts={counts} />
            {time === null || course.known === null ? null : (
              <>
                <RateLine name={words.course} points={points} bucket={bucket} summary={summary} />
                <p class="rate-summary">{summary}</p>
                <RateTable
                  points={points}
                  bucket={bucket}
                  words={{
                    table: words.table,
                    share: words.course,
                    part: words.outcomes.accepted,
                    whole: words.answered,
                  }}
                />
              </>
            )}
            {base.conditions.length > 0 ? <p class="rate-summary">{words.unfiltered}</p> : null}
          </div>
          <AnswersTable {...props} />
        </div>
      )}
    </div>
  );
}

/** The share, and what it is a share of. */
function Acceptance({ counts }: { counts: ConsentCounts }) {
  const { texts, format } = useApp();
  const words = texts.value.answers;
  const { count, percent } = format.value;
  const whole = acceptanceOf(counts);
  const share = shareOf(whole);
  const answered = answerShareOf(counts);
  return (
    <>
      <p class="rate-figure">
        {share === null ? null : (
          <strong data-acceptance={share} data-accepted={whole.granted} data-answered={whole.all}>
            {percent(share)}
          </strong>
        )}{' '}
        <span class="quiet">
          {share === null ? words.noAnswer : words.ofAnswers(count(whole.granted), count(whole.all))}
        </span>
      </p>
      <p class="rate-summary" data-asked={counts.asked}>
        {answered === null
          ? words.moreAnswers(count(whole.all), count(counts.asked))
          : words.ofQuestions(count(whole.all), count(counts.asked), percent(answered))}
      </p>
    </>
  );
}
