/** tarteaucitron.js. `key`: the service, `passant` unless said otherwise. `wait` is no state: the service is then absent. */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

export const adapter: Adapter = (tell, key = 'passant') => {
  // `_added` comes for every visitor once the service's state is known, the other whenever the cookie is written.
  watchTool(
    tell,
    () => (window as unknown as { tarteaucitron: { state: Record<string, boolean> } }).tarteaucitron.state[key],
    `${key}_added`,
    'tac.consent_updated',
  );
};
