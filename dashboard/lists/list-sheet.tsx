/** The full list of a tab, on top of the page: searched, ordered and paged by the server, as the address says. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Metric } from '../../src/stats/metrics.ts';
import type { Order, Question } from '../api/query.ts';
import { ChoiceSelect } from '../panels/choice-select.tsx';
import { decideColumn } from '../panels/column.ts';
import type { PanelContext } from '../panels/panel-context.ts';
import { PanelMenu } from '../panels/panel-menu.tsx';
import { PANELS } from '../panels/panels.ts';
import { type Subject, subjectOf } from '../panels/subject.ts';
import { type Chosen, readChosen, writeChosen } from '../panels/tab-choice.ts';
import { useChoices } from '../panels/use-choices.ts';
import { useApp } from '../state/app.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { ListFoot } from './list-foot.tsx';
import { askedOf, columnsOf } from './list-metrics.ts';
import { type ListState, PAGE_ROWS, readListState, toSearch } from './list-state.ts';
import { ListTable } from './list-table.tsx';
import { searchFilter } from './search-filter.ts';

const SEARCH_DELAY_MS = 250;
const LIST = 'list:';

/** What an open sheet of this kind lists; null for another sheet, and for a list that there is not. */
export function listedOf(open: string | null): Chosen | null {
  if (open === null || !open.startsWith(LIST)) return null;
  return readChosen(
    open.slice(LIST.length),
    PANELS.flatMap(({ tabs }) => tabs),
  );
}

export function ListSheet({ listed, context }: { listed: Chosen; context: PanelContext }) {
  const { texts, format } = useApp();
  const { view, go, adjust } = useView();
  const words = texts.value;
  const { choices, chosen } = useChoices(listed, context.site);
  const shown = chosen ?? listed;
  const subject = subjectOf(shown, view.conditions);
  const main = chosen && decideColumn(subject.dimensions[0], context);
  const columns = columnsOf(subject, main ?? 'visits', view.conditions);
  const state = readListState(view, columns, context.comparison !== null);
  const search = state.search.trim();
  const question: Question | null = main && {
    ...context.base,
    filters: [
      ...subject.filters,
      ...(search === '' ? [] : [searchFilter(subject.dimensions, search, words, format.value)]),
    ],
    metrics: askedOf(columns),
    dimensions: subject.dimensions,
    order: [orderedBy(state, subject, columns[0]), state.direction],
    limit: PAGE_ROWS,
    offset: (state.page - 1) * PAGE_ROWS,
    ...(context.comparison && { comparison: context.comparison }),
  };
  const asked = useAnswer(question, 0);
  const close = () => go({ open: null });
  return (
    <Dialog
      title={words.panels.tabs[listed.tab.key]}
      kind="list"
      onClose={close}
      actions={<PanelMenu subject={subject} chosen={shown} context={context} />}
    >
      <div class="list-tools">
        <SearchField value={state.search} onSearch={(text) => adjust({ own: toSearch(view, text) })} />
        {choices.length > 1 ? (
          <ChoiceSelect
            choices={choices}
            chosen={subject.dimensions[0]}
            onChoose={(choice) =>
              adjust({ open: `${LIST}${writeChosen({ tab: listed.tab, choice })}`, own: toSearch(view, '') })
            }
          />
        ) : null}
      </div>
      {asked.error !== null ? (
        <Failure error={asked.error} onRetry={asked.retry} />
      ) : (
        <ListTable subject={subject} columns={columns} state={state} asked={asked} base={context.base} />
      )}
      <ListFoot state={state} asked={asked} />
    </Dialog>
  );
}

function orderedBy({ orderBy }: ListState, { dimensions }: Subject, main: Metric): Order[0] {
  if (orderBy === 'change') return `change:${main}`;
  return orderBy === 'name' ? dimensions[0] : orderBy;
}

/** Asks when the typing pauses; the address changes in place, so that the back button leads out of the list. */
function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const words = useApp().texts.value.lists;
  const [typed, setTyped] = useState(value);
  const timer = useRef(0);
  // Back and forward change the address beside the field.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <input
      type="search"
      class="list-search"
      aria-label={words.search}
      placeholder={words.search}
      value={typed}
      onInput={({ currentTarget }) => {
        const text = currentTarget.value;
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => onSearch(text), SEARCH_DELAY_MS);
      }}
    />
  );
}
