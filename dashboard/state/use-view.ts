/** The view of the current address, and the ways to change it. */
import { useApp } from './app.ts';
import { toOfficeAddress, toSharedHref } from './shared-place.ts';
import { changeView, readView, type View, writeView } from './view.ts';

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
  const { place, shared, server } = useApp();
  const { pathname, search } = place.address.value;
  // A link leads to one site, which its address does not always name.
  const at = shared === null ? { pathname, search } : toOfficeAddress(server.value?.sites[0]?.domain ?? '', search);
  const view = readView(at.pathname, at.search);
  const hrefOf = (changes: Partial<View>) => {
    const href = writeView(changeView(view, changes));
    return shared === null ? href : toSharedHref(href, shared, search);
  };
  return {
    view,
    hrefOf,
    go: (changes) => place.go(hrefOf(changes)),
    adjust: (changes) => place.replace(hrefOf(changes)),
  };
}
