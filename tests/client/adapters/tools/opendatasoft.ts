import type { Tool } from '../tool.ts';

/** The cookie of a portal, as public code that reads it describes it. */
export const tool: Tool = {
  adapter: 'opendatasoft',
  scripts: [
    `window.choose = (kinds) => {
      const value = JSON.stringify({ functional_cookies: true, ...kinds, timestamp: Date.now() });
      document.cookie = 'cookies_preferences=' + encodeURIComponent(value) + '; Path=/; Max-Age=999';
    };`,
  ],
  isReady: 'window.choose',
  accept: 'choose({ ga: true, matomo: true })',
  refuse: 'choose({ ga: false, matomo: false })',
  traps: [
    { name: 'functional cookies alone', does: 'choose({})', told: [] },
    { name: 'a different answer to each tool', does: 'choose({ ga: true, matomo: false })', told: [] },
    { name: 'a value of another kind', does: "document.cookie = 'cookies_preferences=yes; Path=/'", told: [] },
  ],
};
