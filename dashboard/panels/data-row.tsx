/** One row of a panel. Its name comes from visitors and their browsers: it is text, and nothing but text. */
import type { Row } from '../api/query.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { readPeople } from '../people/people.ts';
import { useApp } from '../state/app.ts';
import type { Bar } from './bar.ts';
import type { Column } from './column.ts';
import { RowFigure } from './row-figure.tsx';
import { RowName } from './row-name.tsx';
import type { Subject } from './subject.ts';

interface DataRowProps {
  subject: Subject;
  row: Row;
  column: Column;
  /** What stands in the last column, 1 for the whole; null when it is unknown. */
  last: number | null;
  /** The share of visits, beside that of people; left out where it has no column. */
  visits?: number | null | undefined;
  /** What stands for a figure that is hidden. */
  hidden: string;
  /** 0 to 1. */
  bar: Bar;
}

export function DataRow({ subject, row, column, last, visits, hidden, bar }: DataRowProps) {
  const { format } = useApp();
  const people = column === 'visitors' ? readPeople(row) : null;
  return (
    <tr
      data-dimension={subject.dimensions[0]}
      data-row={row.values[0] ?? ''}
      data-value={String(row.figure(column))}
      data-low={people?.low}
      data-high={people?.high}
    >
      <RowName subject={subject} row={row} bar={bar} />
      <td class="row-figure">
        <RowFigure row={row} metric={column} hidden={hidden} />
      </td>
      <td class="row-share">{last === null ? UNKNOWN : format.value.percent(last)}</td>
      {visits === undefined ? null : (
        <td class="row-share" data-share-of-visits={visits ?? undefined}>
          {visits === null ? UNKNOWN : format.value.percent(visits)}
        </td>
      )}
    </tr>
  );
}
