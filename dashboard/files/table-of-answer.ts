/** An answer of the API as a table for spreadsheets, in the columns of `passant query`. */
import { asFields, asList, asText, type Fields, isFields } from '../api/decode.ts';
import type { Cell } from './write-csv.ts';

/**
 * Head and rows of an answer to a question: its dimensions, its metrics; an amount takes two columns, a hidden figure is `<5`.
 * @param only the dimensions' values in the one row that is wanted; without them all rows
 */
export function tableOfAnswer(answer: unknown, only: readonly string[] | null = null): Cell[][] {
  const { results, query, meta } = asFields(answer);
  const asked = asFields(query);
  const metrics = asList(asked.metrics).map((name) => asText(name));
  const isMoney = (name: string) => name === 'total_revenue' || name === 'average_revenue';
  const head = [
    ...asList(asked.dimensions).map((name) => asText(name)),
    ...metrics.flatMap((name) => (isMoney(name) ? [name, `${name}_currency`] : [name])),
  ];
  const hiddenText = sayHidden(asFields(asFields(meta).disclosure));
  const isWanted = (values: readonly unknown[]) =>
    only === null || only.every((value, at) => asText(values[at]) === value);
  const wanted = asList(results).filter((result) => isWanted(asList(asFields(result).dimensions)));
  const rows = wanted.map((result) => {
    const { dimensions, metrics: figures, hidden } = asFields(result);
    return [
      ...asList(dimensions).map((value) => asText(value)),
      ...metrics.flatMap((name, index) => {
        const cells = asList(hidden).includes(name) ? [hiddenText, ''] : cellsOf(asList(figures)[index]);
        return isMoney(name) ? cells : cells.slice(0, 1);
      }),
    ];
  });
  return [head, ...rows];
}

function cellsOf(figure: unknown): [figure: Cell, currency: string] {
  if (typeof figure === 'number') return [figure, ''];
  if (!isFields(figure) || typeof figure.value !== 'number') return ['', ''];
  return [figure.value, asText(figure.currency)];
}

function sayHidden({ smallest }: Fields): string {
  return typeof smallest === 'number' ? `<${smallest}` : '';
}
