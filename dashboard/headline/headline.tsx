/** The figures that answer "how is the site doing", with the share of consent in the first three. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Question } from '../api/query.ts';
import { hasGoal } from '../charts/chart-metrics.ts';
import { DisclosureNote } from '../disclosure/disclosure-note.tsx';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { ExplainLink } from '../explain/explain-button.tsx';
import { sayFigure } from '../i18n/say-figure.ts';
import { BY_CONSENT } from '../people/by-consent.ts';
import { useApp } from '../state/app.ts';
import { type Asked, isFresh, useAnswer } from '../state/use-answer.ts';
import { ConsentSplit } from './consent-split.tsx';
import { readShares } from './read-shares.ts';
import { sayFigureChange } from './say-figure-change.ts';
import { Tile } from './tile.tsx';
import { VisitorsTile } from './visitors-tile.tsx';

const MIDDLE = ['visits', 'pageviews'] as const;
const SMALL = ['views_per_visit', 'bounce_rate', 'visit_duration'] as const;

interface HeadlineProps {
  base: Pick<Question, 'domain' | 'dateRange' | 'conditions'>;
  totals: Asked;
  beat: number;
  /** Whether the period on show goes on. */
  isRunning: boolean;
  isOneDay: boolean;
}

export function Headline({ base, totals, beat, isRunning, isOneDay }: HeadlineProps) {
  const { texts, format: formatSignal } = useApp();
  const format = formatSignal.value;
  // The totals go first: questions are answered one after the other.
  const split = useAnswer(isFresh(totals) ? { ...base, ...BY_CONSENT } : null, beat);
  const names = texts.value.metrics;
  const answer = totals.known?.answer ?? null;
  const row = answer?.rows[0] ?? null;
  const mode = totals.known?.question.comparison?.mode ?? 'none';
  const figure = (metric: Metric) => row?.figure(metric) ?? null;
  const shares = (metric: Metric) => readShares(totals.known, split.known, metric);
  const question = totals.known?.question ?? null;
  const tile = (metric: (typeof MIDDLE)[number] | (typeof SMALL)[number] | 'conversion_rate') => ({
    metric,
    question,
    name: names[metric],
    value: figure(metric),
    hidden: row !== null && answer !== null && row.isHidden(metric) ? sayHidden(answer, format) : null,
    say: (value: number) => sayFigure(metric, value, format),
    isLoading: totals.known === null,
    change: sayFigureChange(metric, row, format, texts.value.change.points),
    since: mode === 'none' ? '' : texts.value.change.since[mode],
  });

  // Without a goal there is nothing that a visitor could have converted to.
  const small = hasGoal(question?.conditions ?? []) ? ([...SMALL, 'conversion_rate'] as const) : SMALL;

  return (
    <section class="headline" aria-label={names.visitors} data-stale={totals.isStale} data-small={small.length}>
      <VisitorsTile {...{ answer, question, mode, isRunning, isOneDay }} shares={shares('visitors')} />
      {MIDDLE.map((metric) => (
        <Tile key={metric} {...tile(metric)} size="middle">
          <ConsentSplit metric={metric} shares={shares(metric)} />
        </Tile>
      ))}
      {small.map((metric) => (
        <Tile key={metric} {...tile(metric)} />
      ))}
      <p class="method-link">
        {question === null ? (
          '\u00a0'
        ) : (
          <ExplainLink question={question} metric="visitors" name={names.visitors}>
            {texts.value.method.title}
          </ExplainLink>
        )}
      </p>
      <DisclosureNote answer={answer} />
    </section>
  );
}
