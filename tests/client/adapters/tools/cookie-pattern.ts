import type { Tool } from '../tool.ts';

/** A cookie that a site's own code writes. */
export const tool: Tool = {
  adapter: 'cookie-pattern',
  key: 'my.choice|stats=yes|stats=no',
  scripts: [
    "window.choose = (word) => { document.cookie = 'my.choice=' + encodeURIComponent(word) + '; Path=/; Max-Age=999'; };",
  ],
  isReady: 'window.choose',
  accept: "choose('a stats=yes b')",
  refuse: "choose('a stats=no b')",
  traps: [
    { name: 'a value that neither pattern knows', does: "choose('stats=later')", told: [] },
    { name: 'a cookie with a longer name', does: "document.cookie = 'not-my.choice=stats=yes; Path=/'", told: [] },
    { name: 'a value that cannot be decoded', does: "document.cookie = 'my.choice=%stats=yes; Path=/'", told: [] },
    {
      name: 'a yes that is deleted',
      does: "choose('stats=yes'); setTimeout(() => { document.cookie = 'my.choice=; Path=/; Max-Age=0'; }, 100)",
      told: ['granted', 'denied'],
    },
  ],
};
