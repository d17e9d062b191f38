/**
 * WP Consent API, spoken by many banners of WordPress. `key`: the category, `statistics` unless said otherwise. `wp_has_consent`
 * takes a missing record for a yes in some settings: the record itself is read.
 */
import type { Adapter } from './adapter.ts';
import { watchTool } from './watch/watch-tool.ts';

interface Host {
  consent_api: { cookie_prefix: string };
  consent_api_get_cookie(name: string): string;
}

export const adapter: Adapter = (tell, key = 'statistics') => {
  watchTool(
    tell,
    () => {
      const { consent_api, consent_api_get_cookie } = window as unknown as Host;
      const value = consent_api_get_cookie(`${consent_api.cookie_prefix}_${key}`);
      return value ? value === 'allow' : undefined;
    },
    'wp_listen_for_consent_change',
  );
};
