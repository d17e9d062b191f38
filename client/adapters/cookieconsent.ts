/**
 * CookieConsent 3 by orestbida. `key`: the category, `analytics` unless said otherwise. Its events carry the decision, so that
 * builds without a global are heard too.
 */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Heard extends Event {
  detail?: { cookie?: { categories: string[] } };
}
interface Host {
  CookieConsent?: { validConsent(): boolean; acceptedCategory(category: string): boolean };
}

export const adapter: Adapter = (tell, key = 'analytics') => {
  let answer: boolean | undefined;
  watchTool(
    tell,
    (_look, event) => {
      const tool = (window as Host).CookieConsent;
      const cookie = (event as Heard)?.detail?.cookie;
      // Between its events a tool without a global cannot be asked.
      if (cookie) answer = cookie.categories.includes(key);
      else if (tool) answer = tool.validConsent() ? tool.acceptedCategory(key) : undefined;
      return answer;
    },
    'cc:onConsent',
    'cc:onChange',
  );
};
