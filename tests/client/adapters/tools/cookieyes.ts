import type { Tool } from '../tool.ts';

/** Tells whether anybody acted; the event after a click says what was accepted. */
export const tool: Tool = {
  adapter: 'cookieyes',
  scripts: [
    `setTimeout(() => {
      const categories = () => ({ necessary: true, analytics: kept.get() ?? !!window.isOptOut });
      window.getCkyConsent = () => ({ activeLaw: 'gdpr', categories: categories(), isUserActionCompleted: kept.get() !== null });
      window.save = (value) => {
        kept.set(value);
        const [accepted, rejected] = value ? [['necessary', 'analytics'], []] : [['necessary'], ['analytics']];
        send(document, 'cookieyes_consent_update', { accepted, rejected });
      };
      send(document, 'cookieyes_banner_load', getCkyConsent());
    });`,
  ],
  isReady: 'window.getCkyConsent',
  accept: 'save(true)',
  refuse: 'save(false)',
  traps: [{ name: 'categories that are on before anybody acts', before: 'window.isOptOut = true', told: [] }],
};
