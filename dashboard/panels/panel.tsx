/** One panel: its tabs, its menu, and what the open tab shows. */
import { useId, useRef, useState } from 'preact/hooks';
import { ExplainLink } from '../explain/explain-button.tsx';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { TabList } from '../ui/tab-list.tsx';
import { ChoiceSelect } from './choice-select.tsx';
import { Newness } from './newness.tsx';
import type { PanelContext } from './panel-context.ts';
import { PanelMenu } from './panel-menu.tsx';
import { PanelNothing } from './panel-nothing.tsx';
import type { PanelRow, TabKey } from './panels.ts';
import { RevenueTable } from './revenue-table.tsx';
import { RowTable } from './row-table.tsx';
import { explainedOf, subjectOf } from './subject.ts';
import { type Chosen, openOf, withOpen } from './tab-choice.ts';
import { useChoices } from './use-choices.ts';
import { WeekTable } from './week-table.tsx';

/** What shows a subject, by the kind of its tab. */
const BODIES = { rows: RowTable, week: WeekTable, newness: Newness, revenue: RevenueTable };

export function Panel({ row, context }: { row: PanelRow; context: PanelContext }) {
  const texts = useApp().texts.value.panels;
  const { view, adjust } = useView();
  const id = useId();
  const { key: panelKey, tabs } = row;
  const open = openOf(view.tabs, tabs);
  const { choices, chosen } = useChoices(open, context.site);
  const subject = chosen && subjectOf(chosen, view.conditions);
  const hasTabs = tabs.length > 1;
  const Body = BODIES[open.tab.kind ?? 'rows'];

  const body = useRef<HTMLDivElement>(null);
  /** Another tab may be longer, and never lower than the one before: what stands below the panel is not pulled up and down. */
  const [held, setHeld] = useState(0);
  const show = (shown: Chosen) => {
    setHeld(body.current?.getBoundingClientRect().height ?? 0);
    adjust({ tabs: withOpen(view.tabs, tabs, shown) });
  };
  const choose = (key: TabKey) => show({ tab: tabs.find((known) => known.key === key) ?? tabs[0], choice: null });

  return (
    <section class="panel" data-panel={panelKey} aria-labelledby={`${id}-title`}>
      <header class="panel-head">
        <h2 id={`${id}-title`}>{texts[panelKey]}</h2>
        <div class="panel-actions">
          {/* Its table has no head that names its figures. */}
          {subject !== null && open.tab.kind === 'week' ? (
            <ExplainLink question={explainedOf(subject, context.base)} metric="visits" name={texts.columns.visits} />
          ) : null}
          {subject === null ? null : <PanelMenu subject={subject} chosen={chosen ?? open} context={context} />}
        </div>
        {hasTabs ? (
          <TabList
            id={id}
            keys={tabs.map(({ key }) => key) as [TabKey, ...TabKey[]]}
            open={open.tab.key}
            labelOf={(key) => texts.tabs[key]}
            onChoose={choose}
          />
        ) : null}
      </header>
      <div
        class="panel-body"
        ref={body}
        style={{ '--held': `${held}px` }}
        id={`${id}-panel`}
        {...(hasTabs && { role: 'tabpanel' as const, 'aria-labelledby': `${id}-${open.tab.key}` })}
      >
        {choices.length > 1 && chosen !== null ? (
          <ChoiceSelect
            choices={choices}
            chosen={chosen.choice ?? open.tab.dimension}
            onChoose={(choice) => show({ tab: open.tab, choice })}
          />
        ) : null}
        {subject === null ? (
          <PanelNothing tab={open.tab} domain={context.site.domain} />
        ) : (
          <Body
            key={subject.dimensions.join()}
            subject={subject}
            chosen={chosen ?? open}
            context={context}
            room={choices.length > 1 ? 1 : 0}
          />
        )}
      </div>
    </section>
  );
}
