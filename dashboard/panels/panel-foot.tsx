/** The way from a panel to its full list. */
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import { type Chosen, writeChosen } from './tab-choice.ts';

interface PanelFootProps {
  chosen: Chosen;
  totalRows: number;
  /** Whether all rows are on show. */
  isAll: boolean;
}

export function PanelFoot({ chosen, totalRows, isAll }: PanelFootProps) {
  const { texts, format } = useApp();
  const { hrefOf } = useView();
  const words = texts.value.panels;
  return (
    <footer class="panel-foot">
      <Link class="quiet-link panel-all" href={hrefOf({ open: `list:${writeChosen(chosen)}` })}>
        {isAll ? words.details : words.all(format.value.count(totalRows))}
        <span class="unseen">, {words.tabs[chosen.tab.key]}</span>
      </Link>
    </footer>
  );
}
