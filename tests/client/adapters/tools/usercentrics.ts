import type { Tool } from '../tool.ts';

/** Version 3: answers by a promise, and sends what it would answer after every change. */
export const tool: Tool = {
  adapter: 'usercentrics',
  key: 'H1Vl5NidjWX',
  scripts: [
    `setTimeout(() => {
      const details = () => ({ consent: { type: kept.get() === null ? 'IMPLICIT' : 'EXPLICIT', status: 'SOME_ACCEPTED' },
        services: { H1Vl5NidjWX: { name: 'Passant', consent: { given: kept.get() ?? !!window.isOutsideEu, type: 'EXPLICIT' } } }, categories: {} });
      window.__ucCmp = { getConsentDetails: async () => { if (window.fails) throw new Error('No details'); return details(); },
        save(value) { kept.set(value); send(window, 'UC_UI_CMP_EVENT', { type: 'SAVE' }); send(window, 'UC_CONSENT', details()); } };
      send(window, 'UC_UI_INITIALIZED', null);
    });`,
  ],
  isReady: 'window.__ucCmp',
  accept: '__ucCmp.save(true)',
  refuse: '__ucCmp.save(false)',
  traps: [
    { name: 'a yes that nobody gave', before: 'window.isOutsideEu = true', told: [] },
    { name: 'a tool that cannot say', before: 'window.fails = true', told: [] },
  ],
};
