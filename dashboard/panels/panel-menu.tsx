/** The small menu of a panel: its table, the API's answer, a picture, a link to it. */
import { useState } from 'preact/hooks';
import { columnsOf } from '../lists/list-metrics.ts';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { DotsIcon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';
import { decideColumn } from './column.ts';
import type { PanelContext } from './panel-context.ts';
import type { Subject } from './subject.ts';
import { type Chosen, writeChosen } from './tab-choice.ts';

interface PanelMenuProps {
  subject: Subject;
  chosen: Chosen;
  context: PanelContext;
}

export function PanelMenu({ subject, chosen, context }: PanelMenuProps) {
  const { texts } = useApp();
  const words = texts.value.take;
  const name = words.menu(texts.value.panels.tabs[chosen.tab.key]);
  return (
    <Menu label={<DotsIcon />} name={name} isIcon align="end">
      {() => <TakeItems subject={subject} chosen={chosen} context={context} />}
    </Menu>
  );
}

function TakeItems({ subject, chosen, context }: PanelMenuProps) {
  const { texts, format } = useApp();
  const { view, hrefOf } = useView();
  const [said, setSaid] = useState('');
  const words = texts.value.take;
  const main = decideColumn(subject.dimensions[0], context);
  const isWeek = subject.tab.kind === 'week';

  const run = (done: string, action: () => Promise<void>) => () => {
    setSaid('');
    action().then(
      () => setSaid(done),
      () => setSaid(words.failed),
    );
  };
  const take = (what: 'takeCsv' | 'takeJson' | 'takePicture') =>
    run(words.done, async () => {
      const parts = await import('../export/take-panel.ts');
      const columns = isWeek ? (['visits'] as const) : columnsOf(subject, main ?? 'visits', view.conditions);
      await parts[what]({ subject, base: context.base, columns }, texts.value, format.value);
    });
  const address = () => {
    const open = `list:${writeChosen(chosen)}`;
    return new URL(hrefOf(view.open === open ? {} : { open }), window.location.href).href;
  };
  return (
    <div class="take">
      <button type="button" disabled={main === null} onClick={take('takeCsv')}>
        {words.csv}
      </button>
      <button type="button" disabled={main === null} onClick={take('takeJson')}>
        {words.json}
      </button>
      <button type="button" disabled={main === null} onClick={take('takePicture')}>
        {words.picture}
      </button>
      <button type="button" onClick={run(words.copied, () => navigator.clipboard.writeText(address()))}>
        {words.link}
      </button>
      <p role="status" class="take-said">
        {said}
      </p>
    </div>
  );
}
