/** The name of a row before its bar; it filters by what it names. */
import type { Row } from '../api/query.ts';
import { ExcludeLink } from '../filters/exclude-link.tsx';
import { useApp } from '../state/app.ts';
import { excludeValue } from '../state/conditions.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import type { Bar } from './bar.ts';
import { isRowActive, type Subject, sayRow, toggleRow } from './subject.ts';

interface RowNameProps {
  subject: Subject;
  row: Row;
  /** 0 to 1. */
  bar: Bar;
}

export function RowName({ subject, row, bar }: RowNameProps) {
  const { texts, format } = useApp();
  const { view, hrefOf, go } = useView();
  const name = sayRow(subject, row, texts.value, format.value);
  const { dimensions } = subject;
  const [dimension] = dimensions;
  const value = row.values[0] ?? '';
  // Of two values together it could not be said which is left out.
  const isSingle = dimensions.length === 1;
  const isActive = isRowActive(view.conditions, subject, row);
  return (
    // The link inside is the control; with Alt the same click leaves the row out.
    <th
      scope="row"
      data-active={isActive}
      onClick={(event) => {
        if (!event.altKey || !isSingle) return;
        event.preventDefault();
        go({ conditions: excludeValue(view.conditions, dimension, value), open: null });
      }}
    >
      {bar.reach > bar.known ? (
        <span class="row-bar row-reach" aria-hidden="true" style={{ inlineSize: `${bar.reach * 100}%` }} />
      ) : null}
      <span class="row-bar" aria-hidden="true" style={{ inlineSize: `${bar.known * 100}%` }} />
      <Link
        class="row-name"
        href={hrefOf({ conditions: toggleRow(view.conditions, subject, row), open: null })}
        title={name}
        isCurrent={isActive}
      >
        <bdi>{name}</bdi>
      </Link>
      {isSingle ? <ExcludeLink dimension={dimension} value={value} name={name} /> : null}
    </th>
  );
}
