/** The figures behind the bias check: shares with consent and of all, row by row. */

import { sayValue } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import type { FilterDimension } from '../state/conditions.ts';
import type { Compared } from './bias-check.ts';
import type { Comparisons } from './say-bias.ts';

const MOST_ROWS = 6;

export function BiasTable({ comparisons: { sources, devices, views } }: { comparisons: Comparisons }) {
  const { texts, format } = useApp();
  const { bias, chart, metrics } = texts.value;
  return (
    <details>
      <summary>{bias.show}</summary>
      <table class="bias-table">
        <caption class="unseen">{bias.show}</caption>
        <thead>
          <tr>
            <th scope="col">{bias.shareOfVisits}</th>
            <th scope="col">{chart.granted}</th>
            <th scope="col">{bias.all}</th>
          </tr>
        </thead>
        <ComparedRows dimension="visit:source" rows={sources.slice(0, MOST_ROWS)} />
        <ComparedRows dimension="visit:device" rows={devices} />
        {views === null ? null : (
          <tbody>
            <tr data-compared="views_per_visit" data-unusual={views.isUnusual}>
              <th scope="row">{metrics.views_per_visit}</th>
              <td data-value={views.granted}>{format.value.decimal(views.granted)}</td>
              <td data-value={views.all}>{format.value.decimal(views.all)}</td>
            </tr>
          </tbody>
        )}
      </table>
    </details>
  );
}

function ComparedRows({ dimension, rows }: { dimension: FilterDimension; rows: readonly Compared[] }) {
  const { texts, format } = useApp();
  const { percent } = format.value;
  return (
    <tbody>
      {rows.map(({ value, granted, all, isUnusual }) => (
        <tr key={value} data-compared={`${dimension} ${value}`} data-unusual={isUnusual}>
          <th scope="row">
            {sayValue(dimension, value, texts.value, format.value)}
            {isUnusual ? <span class="bias-mark"> {texts.value.bias.mark}</span> : null}
          </th>
          <td data-value={granted}>{percent(granted)}</td>
          <td data-value={all}>{percent(all)}</td>
        </tr>
      ))}
    </tbody>
  );
}
