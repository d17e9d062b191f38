/** Google Consent Mode. `key`: the kind of storage, `analytics_storage` unless said otherwise. Defaults are not decisions. */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

/** An `arguments` object: `consent`, `update`, and what was decided. Other entries may be anything. */
type Command = [name?: string, action?: string, kinds?: Record<string, string>];

export const adapter: Adapter = (tell, key = 'analytics_storage') => {
  const host = window as { dataLayer?: Command[] };
  let layer: Command[] | undefined;
  let answer: boolean | undefined;
  const hear = (command: Command): void => {
    const word = command?.[1] === 'update' && command[2]?.[key];
    if (word) answer = word === 'granted';
  };
  watchTool(tell, (look) => {
    host.dataLayer ??= [];
    // A page may lay a new one over the one that we made.
    if (layer !== host.dataLayer) {
      layer = host.dataLayer;
      layer.map(hear);
      const { push } = layer;
      layer.push = (...commands) => {
        commands.map(hear);
        look();
        return push.apply(layer, commands);
      };
    }
    return answer;
  });
};
