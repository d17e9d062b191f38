import type { Tool } from '../tool.ts';

/** What a banner says to Google's tags; entries are `arguments`, and a tag manager lays its own `push` over the others. */
export const tool: Tool = {
  adapter: 'consentmode',
  scripts: [
    `window.dataLayer = window.dataLayer || [];
    window.gtag = function () { dataLayer.push(arguments); };
    gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: window.defaults ?? 'denied' });
    dataLayer.push({ event: 'gtm.js' }, function () {}, null);
    if (kept.get()) gtag('consent', 'update', kept.get());`,
    `const { push } = dataLayer;
    dataLayer.push = (...entries) => { const length = push.apply(dataLayer, entries); return length; };
    window.save = (analytics_storage) => { kept.set({ analytics_storage }); gtag('consent', 'update', kept.get()); };`,
  ],
  isReady: 'window.save',
  accept: "save('granted')",
  refuse: "save('denied')",
  traps: [
    { name: 'a default of granted', before: "window.defaults = 'granted'", told: [] },
    { name: 'an answer about advertisements', does: "gtag('consent', 'update', { ad_storage: 'granted' })", told: [] },
    {
      name: 'a layer laid over the one that was there',
      does: "window.dataLayer = [{ event: 'fresh' }]; send(document, 'load'); save('granted')",
      told: ['granted'],
    },
  ],
};
