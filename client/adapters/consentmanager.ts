/** consentmanager. `key`: the id of the vendor (`s123`, `c123`) or of the purpose (`c52`); there is none that every site has. */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

type Cmp = (command: string, parameter?: unknown, callback?: null) => Data;
interface Data {
  userChoiceExists: boolean;
  vendorConsents: Record<string, boolean>;
  purposeConsents: Record<string, boolean>;
}

export const adapter: Adapter = (tell, key) => {
  let heard: Cmp | undefined;
  watchTool(tell, (look) => {
    const { __cmp } = window as unknown as { __cmp: Cmp };
    // Listening again when the tool has taken its stub's place.
    if (__cmp !== heard) {
      heard = __cmp;
      __cmp('addEventListener', ['consent', () => look(), false], null);
    }
    const { userChoiceExists, vendorConsents, purposeConsents } = __cmp('getCMPData');
    return key && userChoiceExists ? !!{ ...purposeConsents, ...vendorConsents }[key] : undefined;
  });
};
