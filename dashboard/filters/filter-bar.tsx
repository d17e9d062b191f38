/** The filters in force, each to be edited, reversed or removed, and the ways to further ones. */
import { useApp } from '../state/app.ts';
import { writeCondition } from '../state/conditions.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { useView } from '../state/use-view.ts';
import { PlusIcon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';
import { FILTER, SEGMENTS } from './asking-sheets.tsx';
import { FilterChip } from './filter-chip.tsx';

export function FilterBar() {
  const app = useApp();
  const texts = app.texts.value;
  // A shared page is filtered by a click on a row: it has no sheets.
  const hasSheets = app.shared === null;
  const { view, hrefOf, go } = useView();
  const { conditions } = view;
  const { title, add, clear } = texts.filters;
  const names = texts.shortcuts.names;
  useShortcut({ key: 'f', group: 'filters', say: () => names.filter, run: () => go({ open: FILTER }) });
  useShortcut({ key: 's', group: 'filters', say: () => names.segments, run: () => go({ open: SEGMENTS }) });
  useShortcut({
    key: 'x',
    group: 'filters',
    say: () => names.clear,
    run: () => (conditions.length === 0 ? false : go({ conditions: [] })),
  });
  return (
    <section class="filters" aria-label={title}>
      {conditions.length === 0 ? null : (
        <ul>
          {conditions.map((condition, index) => (
            <FilterChip key={writeCondition(condition)} condition={condition} index={index} />
          ))}
        </ul>
      )}
      <div class="filters-ways">
        {hasSheets ? (
          <>
            <Link class="filter-add" href={hrefOf({ open: FILTER })}>
              <PlusIcon />
              {add}
            </Link>
            <Link class="quiet-link" href={hrefOf({ open: SEGMENTS })}>
              {texts.segments.title}
            </Link>
          </>
        ) : null}
        {conditions.length === 0 ? null : (
          <Link class="quiet-link" href={hrefOf({ conditions: [] })}>
            {clear}
          </Link>
        )}
      </div>
    </section>
  );
}
