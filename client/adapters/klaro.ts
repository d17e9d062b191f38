/** Klaro. `key`: the service, `passant` unless said otherwise. Switches that are moved but not saved decide nothing. */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Manager {
  confirmed: boolean;
  savedConsents: Record<string, boolean>;
  watch(watcher: { update(): void }): void;
}

export const adapter: Adapter = (tell, key = 'passant') => {
  const watcher = { update: (): void => look() };
  const look = watchTool(tell, () => {
    const manager = (window as unknown as { klaro: { getManager(): Manager } }).klaro.getManager();
    // Watching twice is watching once: watchers are a set.
    manager.watch(watcher);
    return manager.confirmed ? manager.savedConsents[key] : undefined;
  });
};
