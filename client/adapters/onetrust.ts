/** OneTrust and CookiePro. `key`: the group, `C0002` (performance) unless said otherwise. Groups count once the box is closed. */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Host {
  OneTrust: { IsAlertBoxClosedAndValid(): boolean };
  /** `,C0001,C0002,` */
  OnetrustActiveGroups: string;
}

export const adapter: Adapter = (tell, key = 'C0002') => {
  watchTool(
    tell,
    () => {
      const { OneTrust, OnetrustActiveGroups } = window as unknown as Host;
      return OneTrust.IsAlertBoxClosedAndValid() ? OnetrustActiveGroups.split(',').includes(key) : undefined;
    },
    'OneTrustGroupsUpdated',
    'OTConsentApplied',
  );
};
