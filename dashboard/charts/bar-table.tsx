/** The figures of the chart as a table. */

import { coarsen, sayInterval, sayPeople } from '../people/say-people.ts';
import { useApp } from '../state/app.ts';
import type { Bucket } from '../state/period.ts';
import { type Bar, hasKind } from './series.ts';

export function BarTable({ bars, bucket }: { bars: readonly Bar[]; bucket: Bucket }) {
  const words = useApp().texts.value.chart;
  const isEstimate = hasKind(bars, 'estimate');
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="chart-table" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns[bucket]}</th>
            <th scope="col">{words.people}</th>
            {isEstimate ? <th scope="col">{words.interval}</th> : null}
            <th scope="col">{words.granted}</th>
            <th scope="col">{words.anonymous}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <BarRow key={bar.label} bar={bar} bucket={bucket} hasInterval={isEstimate} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BarRow({ bar, bucket, hasInterval }: { bar: Bar; bucket: Bucket; hasInterval: boolean }) {
  const { texts, format: formatSignal } = useApp();
  const [format, words] = [formatSignal.value, texts.value.chart];
  const { label, kind, best, low, high, measured, isBroken } = bar;
  const others = best === null ? null : best - measured;
  return (
    <tr data-bucket={label} data-value={String(best)} data-low={low} data-high={high} data-measured={measured}>
      <th scope="row">
        {format.bucket(label, bucket, 'long')}
        {isBroken ? <span class="quiet"> * {words.broken}</span> : null}
      </th>
      <td>{sayPeople(bar, format)}</td>
      {hasInterval ? <td>{kind === 'exact' ? '' : sayInterval(bar, format)}</td> : null}
      <td>{format.count(measured)}</td>
      <td>
        {others === null
          ? format.range(low - measured, high - measured)
          : format.count(kind === 'estimate' ? coarsen(others) : others)}
      </td>
    </tr>
  );
}
