/** The panels, in columns of which each goes on where its panel above ends. */
import type { Question } from '../api/query.ts';
import { useApp } from '../state/app.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Panel } from './panel.tsx';
import type { PanelContext } from './panel-context.ts';
import { PANELS, type PanelRow, type Tab } from './panels.ts';
import { readChosen } from './tab-choice.ts';
import { usePlacedPanels } from './use-placed-panels.ts';

export function Panels(context: PanelContext) {
  const { view } = useView();
  const { shared } = useApp();
  const mayTell = (tab: Tab) => tab.isDetail !== true || shared === null || shared.page.value?.tellsDetails === true;
  const hasSeveral = useHasSeveralHosts(context);
  const isShown = (tab: Tab) =>
    mayTell(tab) && (!tab.needsSeveral || hasSeveral || view.tabs.some((text) => readChosen(text, [tab]) !== null));
  return (
    <div class="panels panel-columns" ref={usePlacedPanels()}>
      {PANELS.map(({ key, tabs: [first, ...others] }) => {
        const row: PanelRow = { key, tabs: [first, ...others.filter(isShown)] };
        return <Panel key={key} row={row} context={context} />;
      })}
    </div>
  );
}

/** Whether the site has several hosts in the period, whatever the filters are. */
function useHasSeveralHosts({ base, isOneDay }: PanelContext): boolean {
  const question: Question = {
    ...base,
    conditions: [],
    metrics: ['pageviews'],
    dimensions: ['event:hostname'],
    limit: 1,
  };
  const { known } = useAnswer(isOneDay === null ? null : question, 0);
  return (known?.answer.totalRows ?? 0) > 1;
}
