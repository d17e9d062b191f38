/**
 * Usercentrics, version 3. `key`: the id of the service; there is none that every site has. What nobody chose is implicit, and no
 * decision.
 */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Details {
  consent: { type: string };
  services: Record<string, { consent?: { given: boolean } }>;
}
interface Host {
  __ucCmp: { getConsentDetails(): Promise<Details> };
}

export const adapter: Adapter = (tell, key = '') => {
  let details: Details | undefined;
  watchTool(
    tell,
    (look, event) => {
      if (event?.type === 'UC_CONSENT') details = (event as CustomEvent<Details>).detail;
      if (!details) {
        (window as unknown as Host).__ucCmp.getConsentDetails().then(
          (found) => {
            details ??= found;
            look();
          },
          () => undefined,
        );
      }
      return details?.consent.type === 'EXPLICIT' ? details.services[key]?.consent?.given : undefined;
    },
    'UC_CONSENT',
    'UC_UI_INITIALIZED',
  );
};
