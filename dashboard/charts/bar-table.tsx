/** The figures of the chart as a table. */
import { useApp } from '../state/app.ts';
import type { Bucket } from '../state/period.ts';
import type { Bar } from './series.ts';

export function BarTable({ bars, bucket }: { bars: readonly Bar[]; bucket: Bucket }) {
  const { texts, format } = useApp();
  const words = texts.value.chart;
  const { count, range } = format.value;
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="chart-table" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns[bucket]}</th>
            <th scope="col">{words.people}</th>
            <th scope="col">{words.granted}</th>
            <th scope="col">{words.anonymous}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ label, low, high, measured }) => (
            <tr key={label} data-bucket={label} data-low={low} data-high={high} data-measured={measured}>
              <th scope="row">{format.value.bucket(label, bucket, 'long')}</th>
              <td>{range(low, high)}</td>
              <td>{count(measured)}</td>
              <td>{range(low - measured, high - measured)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
