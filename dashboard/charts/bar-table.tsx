/** The figures of the chart as a table; the time of a row leads to it alone. */
import { sayHidden } from '../disclosure/say-hidden.ts';
import { coarsen, sayInterval } from '../people/say-people.ts';
import { useApp } from '../state/app.ts';
import type { Days } from '../state/period.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import { SHAPES } from './chart-metrics.ts';
import { peopleOf, sayBest } from './say-bars.ts';
import { sayTime } from './say-time.ts';
import { type Bar, hasKind } from './series.ts';
import type { Series } from './use-series.ts';

interface BarTableProps {
  series: Series;
  /** The numbers of the notes of each bucket. */
  placed: readonly (readonly number[])[];
  /** The days of buckets; null where there is nothing finer to show. */
  spanOf: ((from: number, to: number) => Days) | null;
}

interface Columns {
  interval: boolean;
  split: boolean;
  before: boolean;
}

export function BarTable({ series, placed, spanOf }: BarTableProps) {
  const { texts } = useApp();
  const words = texts.value.chart;
  const { metric, bucket, bars, before } = series;
  const columns: Columns = {
    interval: hasKind(bars, 'estimate'),
    split: bars.some(({ measured }) => measured !== null),
    before: before !== null,
  };
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="chart-table sideways" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns[bucket]}</th>
            <th scope="col">{metric === 'visitors' ? words.people : texts.value.metrics[metric]}</th>
            {columns.interval ? <th scope="col">{words.interval}</th> : null}
            {columns.split ? <th scope="col">{words.granted}</th> : null}
            {columns.split ? <th scope="col">{words.anonymous}</th> : null}
            {columns.before ? <th scope="col">{words.beforeTime}</th> : null}
            {columns.before ? <th scope="col">{words.beforeFigure}</th> : null}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, index) => (
            <BarRow
              key={bar.label}
              bar={bar}
              series={series}
              columns={columns}
              other={before?.bars[index] ?? null}
              notes={placed[index] ?? []}
              days={spanOf?.(index, index) ?? null}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface BarRowProps {
  bar: Bar;
  series: Series;
  columns: Columns;
  other: Bar | null;
  notes: readonly number[];
  days: Days | null;
}

function BarRow({ bar, series, columns, other, notes, days }: BarRowProps) {
  const { texts, format: formatSignal } = useApp();
  const { hrefOf } = useView();
  const [format, words] = [formatSignal.value, texts.value.chart];
  const { label, kind, best, low, high, measured, isBroken } = bar;
  const { metric, bucket, bars } = series;
  const hidden = sayHidden(series.answer, format);
  const isPeople = SHAPES[metric] === 'people';
  const time = sayTime(label, bucket, bars, format);
  const people = peopleOf(bar);
  return (
    <tr
      data-bucket={label}
      data-value={String(best)}
      data-low={isPeople ? low : undefined}
      data-high={isPeople ? high : undefined}
      data-measured={measured ?? undefined}
      data-before={other === null ? undefined : String(other.best)}
      data-before-bucket={other?.label}
    >
      <th scope="row">
        {days === null ? (
          time
        ) : (
          <Link
            class="quiet-link"
            href={hrefOf({ period: { from: days.first, to: days.last }, bucket: null })}
            label={words.show(time)}
          >
            {time}
          </Link>
        )}
        {isBroken ? <span class="quiet"> * {words.broken}</span> : null}
        {notes.length > 0 ? <span class="quiet"> {format.list(notes.map(texts.value.notes.number))}</span> : null}
      </th>
      <td>{sayBest(bar, metric, format, hidden)}</td>
      {columns.interval ? <td>{kind === 'exact' || people === null ? '' : sayInterval(people, format)}</td> : null}
      {columns.split ? <td>{measured === null ? '' : format.count(measured)}</td> : null}
      {columns.split ? <td>{sayOthers(bar, format)}</td> : null}
      {columns.before ? (
        <td class="quiet">{other === null ? '' : format.bucket(other.label, bucket, 'long')}</td>
      ) : null}
      {columns.before ? <td>{other === null ? '' : sayBest(other, metric, format, hidden)}</td> : null}
    </tr>
  );
}

function sayOthers(
  { kind, best, low, high, measured }: Bar,
  format: ReturnType<typeof useApp>['format']['value'],
): string {
  if (measured === null) return '';
  if (best === null) return format.range(low - measured, high - measured);
  return format.count(kind === 'estimate' ? coarsen(best - measured) : best - measured);
}
