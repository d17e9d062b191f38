/** One panel: its tabs, and the open one's rows. */
import { useId, useRef } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import type { PanelRow, TabKey } from './panels.ts';
import type { PanelContext } from './panels.tsx';
import { RowTable } from './row-table.tsx';

export function Panel({ row, context }: { row: PanelRow; context: PanelContext }) {
  const texts = useApp().texts.value.panels;
  const { view, adjust } = useView();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { key: panelKey, tabs } = row;
  const open = tabs.find(({ key }) => view.tabs.includes(key)) ?? tabs[0];

  const choose = (chosen: TabKey) => {
    const others = view.tabs.filter((key) => !tabs.some((tab) => tab.key === key));
    adjust({
      tabs: chosen === tabs[0].key ? others : [...others, chosen],
      more: view.more.filter((key) => key !== panelKey),
    });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : tabs.at((tabs.indexOf(open) + step) % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    choose(next.key);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next.key}`)}`)?.focus();
  };

  return (
    <section class="panel" data-panel={panelKey} aria-labelledby={`${id}-title`}>
      <header class="panel-head">
        <h2 id={`${id}-title`}>{texts[panelKey]}</h2>
        <div class="tabs" role="tablist" aria-labelledby={`${id}-title`} ref={list} onKeyDown={onKey}>
          {tabs.map(({ key }) => (
            <button
              type="button"
              role="tab"
              key={key}
              id={`${id}-${key}`}
              data-tab={key}
              aria-selected={key === open.key}
              aria-controls={`${id}-panel`}
              tabIndex={key === open.key ? 0 : -1}
              onClick={() => choose(key)}
            >
              {texts.tabs[key]}
            </button>
          ))}
        </div>
      </header>
      <div class="panel-body" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open.key}`}>
        <RowTable key={open.key} tab={open} panelKey={panelKey} context={context} />
      </div>
    </section>
  );
}
