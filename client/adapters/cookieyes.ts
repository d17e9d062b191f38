/** CookieYes. `key`: the category, `analytics` unless said otherwise. Categories only: its `consent` means the opposite in California. */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Consent {
  isUserActionCompleted: boolean;
  categories: Record<string, boolean>;
}

export const adapter: Adapter = (tell, key = 'analytics') => {
  watchTool(
    tell,
    (_look, event) => {
      const accepted = (event as CustomEvent<{ accepted?: string[] } | undefined>)?.detail?.accepted;
      if (accepted) return accepted.includes(key);
      const consent = (window as unknown as { getCkyConsent(): Consent }).getCkyConsent();
      return consent.isUserActionCompleted ? consent.categories[key] : undefined;
    },
    'cookieyes_consent_update',
    'cookieyes_banner_load',
  );
};
