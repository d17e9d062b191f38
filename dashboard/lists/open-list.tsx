/** The list that the address opens, if there is such a list. */
import type { PanelContext } from '../panels/panel-context.ts';
import { useView } from '../state/use-view.ts';
import { ListSheet, listedOf } from './list-sheet.tsx';

export function OpenList(context: PanelContext) {
  const { view } = useView();
  const listed = listedOf(view.open);
  return listed === null ? null : <ListSheet key={listed.tab.key} listed={listed} context={context} />;
}
