/**
 * Usercentrics, version 2. `key`: the id of the service; there is none that every site has. What nobody chose is implicit, and no
 * decision.
 */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Host {
  UC_UI: {
    getServicesBaseInfo(): { id: string; consent: { status: boolean; history: { type: string }[] } }[];
  };
}

export const adapter: Adapter = (tell, key) => {
  watchTool(
    tell,
    () => {
      const service = (window as unknown as Host).UC_UI.getServicesBaseInfo().find(({ id }) => id === key);
      // The newest entry says how the present status came about.
      return service?.consent.history.at(-1)?.type === 'explicit' ? service.consent.status : undefined;
    },
    'UC_UI_INITIALIZED',
    'UC_UI_CMP_EVENT',
    // When a click has been carried out its panel goes.
    'UC_UI_VIEW_CHANGED',
  );
};
