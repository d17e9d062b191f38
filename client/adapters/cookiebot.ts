/** Cookiebot. `key`: the category, `statistics` unless said otherwise. False before a response, and an implied yes, are no decisions. */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Cookiebot {
  hasResponse: boolean;
  consent: Record<string, unknown>;
}

export const adapter: Adapter = (tell, key = 'statistics') => {
  watchTool(
    tell,
    () => {
      const { hasResponse, consent } = (window as unknown as { Cookiebot: Cookiebot }).Cookiebot;
      return hasResponse && consent.method !== 'implied' ? !!consent[key] : undefined;
    },
    'CookiebotOnConsentReady',
    'CookiebotOnAccept',
    'CookiebotOnDecline',
  );
};
