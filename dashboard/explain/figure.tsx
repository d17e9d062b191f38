/** The figure itself, large, with its interval. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Answer, Row } from '../api/query.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { sayFigure } from '../i18n/say-figure.ts';
import { sayMetric } from '../i18n/say-metric.ts';
import { type People, readPeople } from '../people/people.ts';
import { sayEnds, sayPeople } from '../people/say-people.ts';
import { useApp } from '../state/app.ts';

interface FigureProps {
  metric: Metric;
  row: Row | null;
  answer: Answer;
  /** Of the row that it stands in; null for the whole. */
  name: string | null;
}

export function Figure({ metric, row, answer, name }: FigureProps) {
  const { texts, format } = useApp();
  const people = metric === 'visitors' ? readPeople(row) : null;
  const money = row?.money(metric) ?? null;
  const value = money?.value ?? row?.figure(metric) ?? null;
  const figure =
    people !== null
      ? sayPeople(people, format.value)
      : money !== null
        ? format.value.money(money.value, money.currency)
        : value !== null
          ? sayFigure(metric, value, format.value)
          : row?.isHidden(metric)
            ? sayHidden(answer, format.value)
            : UNKNOWN;
  return (
    <p class="explain-figure">
      <output data-explained={metric} data-value={String(value)} data-low={people?.low} data-high={people?.high}>
        {figure}
      </output>
      <span class="quiet">
        {sayMetric(metric, texts.value)}
        {name === null ? null : (
          <>
            {', '}
            <bdi>{name}</bdi>
          </>
        )}
      </span>
      {people === null || people.kind === 'exact' ? null : <Ends people={people} />}
      {people === null && value === null ? <span>{sayWhy(row?.isHidden(metric) === true)}</span> : null}
    </p>
  );

  function sayWhy(isHidden: boolean): string {
    return isHidden ? texts.value.disclosure.hidden : texts.value.explain.unknown;
  }
}

function Ends({ people }: { people: People }) {
  const { texts, format } = useApp();
  const { low, high } = sayEnds(people, format.value);
  const { estimated, between } = texts.value.visitors;
  return <span>{people.kind === 'estimate' ? estimated(low, high) : between(low, high)}.</span>;
}
