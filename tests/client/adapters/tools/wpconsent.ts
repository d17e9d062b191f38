import type { Tool } from '../tool.ts';

/** The record of WP Consent API, and its question that takes a missing record for a yes. */
export const tool: Tool = {
  adapter: 'wpconsent',
  scripts: [
    `window.consent_api = { consent_type: 'optout', cookie_prefix: 'wp_consent' };
    window.consent_api_get_cookie = (name) => (kept.get() ?? {})[name] ?? '';
    window.wp_has_consent = () => true;
    window.wp_set_consent = (category, value) => {
      kept.set({ ...kept.get(), ['wp_consent_' + category]: value });
      const changed = [];
      changed[category] = value;
      send(document, 'wp_listen_for_consent_change', changed);
    };`,
  ],
  isReady: 'window.wp_set_consent',
  accept: "wp_set_consent('statistics', 'allow')",
  refuse: "wp_set_consent('statistics', 'deny')",
  traps: [{ name: 'an answer about marketing', does: "wp_set_consent('marketing', 'allow')", told: [] }],
};
