/**
 * IAB Transparency and Consent Framework. `key`: the purpose, 8 (measurement of content) unless said otherwise; purpose 1, storing
 * on the device, is needed with it. We are no vendor of the list: what the publisher asked for in its own name comes first.
 */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

type Purposes = Record<string, boolean>;
interface Data {
  gdprApplies?: boolean;
  eventStatus: string;
  purpose?: { consents: Purposes };
  publisher?: { consents: Purposes };
}
type Api = (command: 'addEventListener', version: 2, hear: (data: Data | null) => void) => void;

export const adapter: Adapter = (tell, key = '8') => {
  let heard: Api | undefined;
  let data: Data | null = null;
  let answer: boolean | undefined;
  watchTool(
    (choice) => tell(choice, { implied: data?.gdprApplies === false }),
    (look) => {
      const { __tcfapi } = window as unknown as { __tcfapi: Api };
      // Listening again when the tool has taken its stub's place.
      if (__tcfapi !== heard) {
        heard = __tcfapi;
        heard('addEventListener', 2, (found) => {
          data = found;
          look();
        });
      }
      // While the panel is open nothing is decided, nor taken back.
      if (data && data.eventStatus !== 'cmpuishown') {
        const consents = data.publisher?.consents;
        const asked = consents && 1 in consents ? consents : data.purpose?.consents;
        answer = data.gdprApplies === false || !!(asked?.[1] && asked[key]);
      }
      return answer;
    },
  );
};
