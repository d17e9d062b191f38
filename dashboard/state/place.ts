/** The address bar as a signal: where we are, and how to go elsewhere without loading the page again. */
import { type ReadonlySignal, signal } from '@preact/signals';

export interface Address {
  pathname: string;
  search: string;
  hash: string;
}

export interface Place {
  address: ReadonlySignal<Address>;
  /** A new entry of the history. */
  go(url: string): void;
  /** The same entry: for what one would not want to step back through. */
  replace(url: string): void;
}

export function createPlace(): Place {
  const read = (): Address => {
    const { pathname, search, hash } = window.location;
    return { pathname, search, hash };
  };
  const address = signal(read());
  const update = () => {
    address.value = read();
  };
  window.addEventListener('popstate', update);
  window.addEventListener('hashchange', update);
  return {
    address,
    go(url) {
      window.history.pushState(null, '', url);
      update();
    },
    replace(url) {
      window.history.replaceState(null, '', url);
      update();
    },
  };
}
