/** The consent rate per bucket as a table that opens on demand. */
import { UNKNOWN } from '../i18n/format.ts';
import { useApp } from '../state/app.ts';
import type { Bucket } from '../state/period.ts';
import { type RatePoint, shareOf } from './consent-rate.ts';

interface RateTableProps {
  points: readonly RatePoint[];
  bucket: Bucket;
  /** What the table is of, and its columns: the share, its part and its whole. */
  words: { table: string; share: string; part: string; whole: string };
}

export function RateTable({ points, bucket, words }: RateTableProps) {
  const { texts, format } = useApp();
  const { chart } = texts.value;
  const { count, percent } = format.value;
  return (
    <details>
      <summary>{chart.asTable}</summary>
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="chart-table sideways" tabIndex={0} aria-label={words.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{chart.columns[bucket]}</th>
              <th scope="col">{words.share}</th>
              <th scope="col">{words.part}</th>
              <th scope="col">{words.whole}</th>
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
