/** One panel: its tabs, and the open one's rows. */
import { useId } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { TabList } from '../ui/tab-list.tsx';
import type { PanelRow, TabKey } from './panels.ts';
import type { PanelContext } from './panels.tsx';
import { RowTable } from './row-table.tsx';

export function Panel({ row, context }: { row: PanelRow; context: PanelContext }) {
  const texts = useApp().texts.value.panels;
  const { view, adjust } = useView();
  const id = useId();
  const { key: panelKey, tabs } = row;
  const open = tabs.find(({ key }) => view.tabs.includes(key)) ?? tabs[0];

  const choose = (chosen: TabKey) => {
    const others = view.tabs.filter((key) => !tabs.some((tab) => tab.key === key));
    adjust({
      tabs: chosen === tabs[0].key ? others : [...others, chosen],
      more: view.more.filter((key) => key !== panelKey),
    });
  };

  return (
    <section class="panel" data-panel={panelKey} aria-labelledby={`${id}-title`}>
      <header class="panel-head">
        <h2 id={`${id}-title`}>{texts[panelKey]}</h2>
        <TabList
          id={id}
          keys={tabs.map(({ key }) => key) as [TabKey, ...TabKey[]]}
          open={open.key}
          labelOf={(key) => texts.tabs[key]}
          onChoose={choose}
        />
      </header>
      <div class="panel-body" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open.key}`}>
        <RowTable key={open.key} tab={open} panelKey={panelKey} context={context} />
      </div>
    </section>
  );
}
