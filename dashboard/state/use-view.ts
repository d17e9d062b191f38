/** The view of the current address, and the ways to change it. */
import { useApp } from './app.ts';
import { readView, type View, writeView } from './view.ts';

export interface ViewState {
  view: View;
  /** The address of the view with these changes. */
  hrefOf(changes: Partial<View>): string;
  /** Goes there, as a new entry of the history. */
  go(changes: Partial<View>): void;
  /** Changes the address in place. */
  adjust(changes: Partial<View>): void;
}

export function useView(): ViewState {
  const { place } = useApp();
  const { pathname, search } = place.address.value;
  const view = readView(pathname, search);
  const hrefOf = (changes: Partial<View>) => writeView({ ...view, ...changes });
  return {
    view,
    hrefOf,
    go: (changes) => place.go(hrefOf(changes)),
    adjust: (changes) => place.replace(hrefOf(changes)),
  };
}
