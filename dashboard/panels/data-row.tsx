/** One row of a panel. Its name comes from visitors and their browsers: it is text, and nothing but text. */
import type { Row } from '../api/query.ts';
import { UNKNOWN } from '../i18n/format.ts';
import { sayValue } from '../i18n/say-value.ts';
import { type People, readPeople } from '../people/people.ts';
import { sayInterval, sayPeople } from '../people/say-people.ts';
import { useApp } from '../state/app.ts';
import { type FilterDimension, hasValue, toggleValue } from '../state/conditions.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import type { Column } from './column.ts';

interface DataRowProps {
  dimension: FilterDimension;
  row: Row;
  column: Column;
  /** The figure of the whole period, of which the row is a share; null when it is unknown. */
  whole: number | null;
  /** What stands for a figure that is hidden. */
  hidden: string;
  /** Length of the bar, 0 to 1. */
  bar: number;
}

export function DataRow({ dimension, row, column, whole, hidden, bar }: DataRowProps) {
  const { texts, format } = useApp();
  const { view, hrefOf } = useView();
  const value = row.values[0] ?? '';
  const figure = row.figure(column);
  const people = column === 'visitors' ? readPeople(row) : null;
  const name = sayValue(dimension, value, texts.value, format.value);
  const isActive = hasValue(view.conditions, dimension, value);
  const share = figure === null || !whole ? null : figure / whole;
  return (
    <tr
      data-dimension={dimension}
      data-row={value}
      data-value={String(figure)}
      data-low={people?.low}
      data-high={people?.high}
      data-active={isActive}
    >
      <th scope="row">
        <span class="row-bar" data-kind={people?.kind} aria-hidden="true" style={{ inlineSize: `${bar * 100}%` }} />
        <Link
          class="row-name"
          href={hrefOf({ conditions: toggleValue(view.conditions, dimension, value) })}
          title={name}
          isCurrent={isActive}
        >
          {name}
        </Link>
      </th>
      <td class="row-figure">
        {row.isHidden(column) ? (
          <span title={texts.value.disclosure.hidden}>{hidden}</span>
        ) : people !== null ? (
          <PeopleFigure people={people} />
        ) : figure === null ? (
          UNKNOWN
        ) : (
          format.value.count(figure)
        )}
      </td>
      <td class="row-share">{share === null ? UNKNOWN : format.value.percent(share)}</td>
    </tr>
  );
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
