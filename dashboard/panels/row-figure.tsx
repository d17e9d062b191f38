/** A figure of a row in words: people with their interval, amounts, shares, lengths of time; what is hidden or unknown says so. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Row } from '../api/query.ts';
import { type Format, UNKNOWN } from '../i18n/format.ts';
import { sayFigure } from '../i18n/say-figure.ts';
import { type People, readPeople } from '../people/people.ts';
import { sayInterval, sayPeople } from '../people/say-people.ts';
import { useApp } from '../state/app.ts';

interface RowFigureProps {
  row: Row;
  metric: Metric;
  /** What stands for a figure that is hidden. */
  hidden: string;
}

export function RowFigure({ row, metric, hidden }: RowFigureProps) {
  const { texts, format } = useApp();
  if (row.isHidden(metric)) return <span title={texts.value.disclosure.hidden}>{hidden}</span>;
  const people = metric === 'visitors' ? readPeople(row) : null;
  return people === null ? <span>{sayRowFigure(row, metric, format.value)}</span> : <PeopleFigure people={people} />;
}

/** Any figure but one of people. */
export function sayRowFigure(row: Pick<Row, 'figure' | 'money'>, metric: Metric, format: Format): string {
  const money = row.money(metric);
  if (money !== null) return format.money(money.value, money.currency);
  const figure = row.figure(metric);
  return figure === null ? UNKNOWN : sayFigure(metric, figure, format);
}

/** An estimate carries its interval on a second line. */
function PeopleFigure({ people }: { people: People }) {
  const { texts, format } = useApp();
  const figure = sayPeople(people, format.value);
  if (people.kind !== 'estimate') return <span class={people.kind === 'bounds' ? 'row-range' : ''}>{figure}</span>;
  return (
    <>
      {figure}
      <span class="row-interval">
        <span class="unseen">, {texts.value.chart.interval} </span>
        {sayInterval(people, format.value)}
      </span>
    </>
  );
}
