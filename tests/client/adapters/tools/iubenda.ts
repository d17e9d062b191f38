import type { Tool } from '../tool.ts';

/** The cookie of iubenda's Privacy Controls, per purpose and as one answer. */
export const tool: Tool = {
  adapter: 'iubenda',
  scripts: [
    `window.choose = (answer) => {
      const value = JSON.stringify({ timestamp: new Date().toISOString(), version: '1.60.0', id: 1234567, ...answer });
      document.cookie = '_iub_cs-12345678=' + encodeURIComponent(value) + '; Path=/; Max-Age=999';
    };`,
  ],
  isReady: 'window.choose',
  accept: 'choose({ purposes: { 1: true, 4: true, 5: false } })',
  refuse: 'choose({ purposes: { 1: true, 4: false, 5: true } })',
  traps: [
    { name: 'an answer to everything at once', does: 'choose({ consent: false })', told: ['denied'] },
    { name: 'a purpose that the site does not have', does: 'choose({ purposes: { 1: true } })', told: [] },
    { name: 'the cookie of another state law', does: "document.cookie = '_iub_cs-1-uspr={}; Path=/'", told: [] },
  ],
};
