/** The consent rate per bucket as a table that opens on demand. */
import { UNKNOWN } from '../i18n/format.ts';
import { useApp } from '../state/app.ts';
import type { Bucket } from '../state/period.ts';
import { type RatePoint, shareOf, type Unit } from './consent-rate.ts';

export function RateTable({ points, bucket, unit }: { points: readonly RatePoint[]; bucket: Bucket; unit: Unit }) {
  const { texts, format } = useApp();
  const { chart, consent } = texts.value;
  const { count, percent } = format.value;
  return (
    <details>
      <summary>{chart.asTable}</summary>
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="chart-table" tabIndex={0} aria-label={consent.rateTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{chart.columns[bucket]}</th>
              <th scope="col">{consent.rate}</th>
              <th scope="col">{chart.granted}</th>
              <th scope="col">
                {bucket === 'hour' && unit === 'visitors_daily_sum' ? chart.people : consent.units[unit]}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => {
              const share = shareOf(point);
              return (
                <tr key={point.label} data-rate-bucket={point.label} data-granted={point.granted} data-all={point.all}>
                  <th scope="row">{format.value.bucket(point.label, bucket, 'long')}</th>
                  <td>{share === null ? UNKNOWN : percent(share)}</td>
                  <td>{count(point.granted)}</td>
                  <td>{count(point.all)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}
