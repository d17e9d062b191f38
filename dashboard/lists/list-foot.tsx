/** Where one is in a list, and the way to its other pages. */
import { useApp } from '../state/app.ts';
import type { Asked } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import { type ListState, PAGE_ROWS, toPage } from './list-state.ts';

export function ListFoot({ state, asked }: { state: ListState; asked: Asked }) {
  const { texts, format } = useApp();
  const { view, hrefOf } = useView();
  const words = texts.value.lists;
  const { count } = format.value;
  const { rows = [], totalRows = 0 } = asked.known?.answer ?? {};
  const first = (state.page - 1) * PAGE_ROWS;
  const pages = Math.max(1, Math.ceil(totalRows / PAGE_ROWS));
  const linkTo = (page: number, label: string) => (
    <Link class="button button-plain" href={hrefOf({ own: toPage(view, page) })}>
      {label}
    </Link>
  );
  return (
    <footer class="list-foot">
      <p role="status" data-total={asked.known === null ? undefined : totalRows}>
        {rows.length === 0 ? '' : words.shown(count(first + 1), count(first + rows.length), count(totalRows))}
      </p>
      {pages > 1 ? (
        <nav aria-label={words.pages}>
          {state.page > 1 ? linkTo(Math.min(state.page - 1, pages), words.previous) : null}
          {state.page < pages ? linkTo(state.page + 1, words.next) : null}
        </nav>
      ) : null}
    </footer>
  );
}
