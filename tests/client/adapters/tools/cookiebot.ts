import type { Tool } from '../tool.ts';

/** Says `statistics: false` before any response, and is ready on every page. */
export const tool: Tool = {
  adapter: 'cookiebot',
  scripts: [
    `setTimeout(() => {
      const none = { necessary: true, preferences: false, statistics: false, marketing: false, method: null };
      window.Cookiebot = { hasResponse: !!kept.get(), consent: kept.get() ?? none,
        save(consent, ...events) {
          kept.set(consent);
          Object.assign(Cookiebot, { hasResponse: !!consent, consent: consent ?? none });
          for (const event of [...events, 'CookiebotOnConsentReady']) window.dispatchEvent(new Event(event));
        } };
      for (const event of ['CookiebotOnLoad', 'CookiebotOnConsentReady']) window.dispatchEvent(new Event(event));
    });`,
  ],
  isReady: 'window.Cookiebot',
  accept: "Cookiebot.save({ necessary: true, statistics: true, method: 'explicit' }, 'CookiebotOnAccept')",
  refuse: "Cookiebot.save({ necessary: true, statistics: false, method: 'explicit' }, 'CookiebotOnDecline')",
  traps: [
    {
      name: 'consent implied by browsing on',
      does: "Cookiebot.save({ statistics: true, method: 'implied' }, 'CookiebotOnAccept')",
      told: [],
    },
    {
      name: 'an answer that is withdrawn and asked for again',
      does: "Cookiebot.save({ statistics: true, method: 'explicit' }, 'CookiebotOnAccept'); Cookiebot.save(null, 'CookiebotOnDecline')",
      told: ['granted', 'denied'],
    },
  ],
};
