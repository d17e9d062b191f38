/** The six figures that answer "how is the site doing", with the share of consent in the first three. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Question, Row } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import type { Answered, Asked } from '../state/use-answer.ts';
import { useAnswer } from '../state/use-answer.ts';
import { ConsentSplit, type Shares } from './consent-split.tsx';
import { Tile } from './tile.tsx';
import { VisitorsTile } from './visitors-tile.tsx';

const SPLIT = ['visitors', 'visitors_measured', 'visits', 'pageviews'] as const;

interface HeadlineProps {
  base: Pick<Question, 'domain' | 'dateRange' | 'conditions'>;
  totals: Asked;
  beat: number;
}

export function Headline({ base, totals, beat }: HeadlineProps) {
  const { texts, format } = useApp();
  const split = useAnswer({ ...base, metrics: SPLIT, dimensions: ['visit:consent'] }, beat);
  const names = texts.value.metrics;
  const row = totals.known?.answer.rows[0] ?? null;
  const figure = (metric: Metric) => row?.figure(metric) ?? null;
  const percent = (value: number) => format.value.percent(value / 100);
  const shares = (metric: Metric) => readShares(split.known, metric, figure(metric));
  const isLoading = totals.known === null;

  return (
    <section class="headline" aria-label={names.visitors} data-stale={totals.isStale}>
      <VisitorsTile
        row={row}
        method={totals.known?.answer.method ?? null}
        shares={shares('visitors')}
        isFiltered={(totals.known?.question.conditions.length ?? 0) > 0}
      />
      {(['visits', 'pageviews'] as const).map((metric) => (
        <Tile
          key={metric}
          metric={metric}
          name={names[metric]}
          value={figure(metric)}
          say={format.value.count}
          isLoading={isLoading}
          size="middle"
        >
          <ConsentSplit metric={metric} shares={shares(metric)} />
        </Tile>
      ))}
      <Tile
        metric="views_per_visit"
        name={names.views_per_visit}
        value={figure('views_per_visit')}
        say={format.value.decimal}
        isLoading={isLoading}
      />
      <Tile
        metric="bounce_rate"
        name={names.bounce_rate}
        value={figure('bounce_rate')}
        say={percent}
        isLoading={isLoading}
      />
      <Tile
        metric="visit_duration"
        name={names.visit_duration}
        value={figure('visit_duration')}
        say={format.value.duration}
        isLoading={isLoading}
      />
    </section>
  );
}

/** How a total divides; null while that is unknown. What belongs to neither part was erased. */
function readShares(split: Answered | null, metric: Metric, total: number | null): Shares | null {
  if (split === null || total === null) return null;
  const find = (consent: string): Row | undefined => split.answer.rows.find(({ values }) => values[0] === consent);
  const granted = find('granted')?.figure(metric === 'visitors' ? 'visitors_measured' : metric) ?? 0;
  const anonymousRow = find('anonymous');
  const anonymous = anonymousRow === undefined ? 0 : (anonymousRow.figure(metric) ?? Math.max(0, total - granted));
  return { granted, anonymous, erased: Math.max(0, total - granted - anonymous) };
}
