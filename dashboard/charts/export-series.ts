/** The figures of the chart as a table for spreadsheets. Loaded when asked for. */
import { saveCsv, spanOf } from '../files/save-file.ts';
import type { Cell } from '../files/write-csv.ts';
import { metricOfBuckets, SHAPES } from './chart-metrics.ts';
import { peopleOf } from './say-bars.ts';
import type { Bar } from './series.ts';
import type { Series } from './use-series.ts';

/** The parts of a file's name: `shop.example`, `visitors`, `day`, `2026-03-01`, `2026-03-28`. */
export function nameOfSeries(domain: string, { metric, bucket, answer }: Series): readonly string[] {
  return [domain, metric, bucket, ...spanOf(answer.days)];
}

/** Columns in the words of the API, so that they mean the same in every language. */
export function tableOfSeries({ metric, bucket, bars, before }: Series): Cell[][] {
  const name = metricOfBuckets(metric);
  const isPeople = SHAPES[metric] === 'people';
  const divides = bars.some(({ measured }) => measured !== null);
  const ends = (bar: Bar | undefined): Cell[] =>
    bar === undefined || peopleOf(bar) === null ? [null, null] : [bar.low, bar.high];
  const figures = (bar: Bar | undefined): Cell[] => [bar?.best ?? null, ...(isPeople ? ends(bar) : [])];
  const names = [name, ...(isPeople ? [`${name}_low`, `${name}_high`] : [])];
  const head: Cell[] = [
    bucket,
    ...names,
    ...(divides ? [isPeople ? 'visitors_measured' : `${name}_granted`] : []),
    ...(before === null ? [] : [`compared_${bucket}`, ...names.map((each) => `compared_${each}`)]),
  ];
  const rows = bars.map((bar, index): Cell[] => {
    const other = before?.bars[index];
    return [
      bar.label,
      ...figures(bar),
      ...(divides ? [bar.measured] : []),
      ...(before === null ? [] : [other?.label ?? '', ...figures(other)]),
    ];
  });
  return [head, ...rows];
}

export function saveSeries(domain: string, series: Series): void {
  saveCsv(nameOfSeries(domain, series), tableOfSeries(series));
}
