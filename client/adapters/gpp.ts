/**
 * IAB Global Privacy Platform: its European section. `key`: the purpose, 8 (measurement of content) unless said otherwise; purpose 1,
 * storing on the device, is needed with it. The sections of American states know no consent to measurement.
 */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

/** The specification has lists of numbers, the library of its authors a list of 24 booleans under a slightly other name. */
type Section = Partial<Record<'PurposeConsent' | 'PurposeConsents', (number | boolean)[]>>;
interface Ping {
  signalStatus: string;
  parsedSections: { tcfeuv2?: Section | Section[] };
}
type Api = (command: 'addEventListener', hear: (event: { pingData: Ping }) => void) => void;

export const adapter: Adapter = (tell, key = '8') => {
  let heard: Api | undefined;
  let ping: Ping | undefined;
  let answer: boolean | undefined;
  watchTool(tell, (look) => {
    const { __gpp } = window as unknown as { __gpp: Api };
    // Listening again when the tool has taken its stub's place.
    if (__gpp !== heard) {
      heard = __gpp;
      heard('addEventListener', ({ pingData }) => {
        ping = pingData;
        look();
      });
    }
    // While the panel is open nothing is decided, nor taken back.
    if (ping?.signalStatus === 'ready') {
      const [section] = [ping.parsedSections.tcfeuv2].flat();
      const list = section?.PurposeConsents ?? section?.PurposeConsent;
      answer = list && [1, +key].every((purpose) => list.includes(purpose) || list[purpose - 1] === true);
    }
    return answer;
  });
};
