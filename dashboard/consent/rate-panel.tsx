/** The consent rate: one figure, its way through the period, and the same as a table. */
import { useMemo } from 'preact/hooks';
import { bucketOf } from '../api/query.ts';
import { ExplainLink } from '../explain/explain-button.tsx';
import { UNKNOWN } from '../i18n/format.ts';
import { useApp } from '../state/app.ts';
import { bucketFor } from '../state/period.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import type { ConsentContext } from './consent-context.ts';
import { rateOf, shareOf, toFollow, toRates, type Unit, unitFor } from './consent-rate.ts';
import { RateLine } from './rate-line.tsx';
import { RateTable } from './rate-table.tsx';
import { sayRates } from './say-rates.ts';

export function RatePanel({ site, base, days, today, beat, isReady, totals }: ConsentContext) {
  const { texts, format } = useApp();
  const { consent: words, chart } = texts.value;
  const { known, isStale, error, retry } = useAnswer(
    days === null || !isReady
      ? null
      : { ...base, metrics: [unitFor(site.anonymous)], dimensions: [`time:${bucketFor(days)}`, 'visit:consent'] },
    beat,
  );
  const unit = (known?.question.metrics[0] ?? unitFor(site.anonymous)) as Unit;
  const points = useMemo(() => (known === null ? [] : toRates(known.answer, unit)), [known, unit]);
  if (error !== null) return <Failure error={error} onRetry={retry} />;
  const bucket = known === null ? 'day' : bucketOf(known.question);
  const whole = totals.known === null ? null : rateOf(totals.known.answer, unit);
  const share = whole && shareOf(whole);
  const followed = toFollow(points, bucket, today);
  const summary = followed.length === 0 ? words.notDrawn : sayRates(followed, bucket, words, format.value);
  return (
    <div class="rate" data-stale={isStale} aria-busy={known === null}>
      <div class="tile-head">
        <h3>{words.rate}</h3>
        {/* The share is of this figure; the row says whose. */}
        <ExplainLink
          question={{ dimensions: ['visit:consent'], conditions: base.conditions }}
          metric={unit}
          name={words.rate}
          row={['granted']}
        />
      </div>
      <p class="rate-figure">
        {whole === null ? (
          <span class="skeleton" />
        ) : (
          <>
            <strong data-rate={share ?? 'null'} data-granted={whole.granted} data-all={whole.all}>
              {share === null ? UNKNOWN : format.value.percent(share)}
            </strong>{' '}
            <span class="quiet">
              {words.ofUnits[unit](format.value.count(whole.granted), format.value.count(whole.all))}
            </span>
          </>
        )}
      </p>
      {known === null ? (
        <div class="rate-chart">
          <span class="skeleton" />
        </div>
      ) : (
        <>
          {followed.length === 0 ? null : (
            <RateLine name={words.rate} points={followed} bucket={bucket} summary={summary} />
          )}
          <p class="rate-summary">{summary}</p>
          <RateTable
            points={points}
            bucket={bucket}
            words={{
              ...{ table: words.rateTable, share: words.rate, part: chart.granted },
              whole: bucket === 'hour' && unit === 'visitors_daily_sum' ? chart.people : words.units[unit],
            }}
          />
        </>
      )}
    </div>
  );
}
