import type { Tool } from '../tool.ts';

/** Runs what waits in `didomiOnReady`; a vendor is there with `enabled: false` before there is an answer. */
export const tool: Tool = {
  adapter: 'didomi',
  scripts: [
    `setTimeout(() => {
      const handlers = [];
      const regulation = window.otherRegulation ?? 'gdpr';
      window.Didomi = {
        shouldUserStatusBeCollected: () => regulation !== 'none' && kept.get() === null,
        getCurrentUserStatus: () => ({ regulation, vendors: { 'c:passant': { id: 'c:passant', enabled: regulation === 'none' || !!kept.get() } } }),
        on(name, hear) { handlers.push([name, hear]); },
        save(value) { kept.set(value); for (const [name, hear] of handlers) if (name === 'consent.changed') hear({}); },
      };
      const waiting = window.didomiOnReady ?? [];
      window.didomiOnReady = { push: (run) => run(Didomi) };
      waiting.forEach((run) => run(Didomi));
    });`,
  ],
  isReady: 'window.Didomi',
  accept: 'Didomi.save(true)',
  refuse: 'Didomi.save(false)',
  traps: [
    { name: 'enabled where no regulation applies', before: "window.otherRegulation = 'none'", told: [] },
    { name: 'an answer that is erased', does: 'Didomi.save(true); Didomi.save(null)', told: ['granted', 'denied'] },
  ],
};
