import type { Tool, Trap } from '../tool.ts';

const CONFIGURATION = `{
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, ...window.otherCategories },
  language: { default: 'en', translations: { en: {
    consentModal: { title: 'Cookies', acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No' },
    preferencesModal: { title: 'Cookies', acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No', savePreferencesBtn: 'Save', sections: [] },
  } } },
  ...window.otherConfiguration,
}`;
const UI = { accept: 'CookieConsent.acceptCategory("all")', refuse: 'CookieConsent.acceptCategory([])' };
const traps: Trap[] = [
  {
    name: "the banner's own button",
    does: 'document.querySelector(\'#cc-main [data-role="all"]\').click()',
    told: ['granted'],
  },
  {
    name: 'the preferences, opened and closed',
    does: 'CookieConsent.showPreferences(); CookieConsent.hidePreferences()',
    told: [],
  },
  {
    name: 'a category that is on by default',
    before: 'window.otherCategories = { analytics: { enabled: true } }',
    told: [],
  },
  {
    name: 'an answer that is erased',
    does: 'CookieConsent.acceptCategory("all"); CookieConsent.reset(true); send(window, "load")',
    told: ['granted', 'denied'],
  },
];

/** The real one, with the global of its UMD build. */
export const tool: Tool = {
  adapter: 'cookieconsent',
  scripts: [
    { file: 'vanilla-cookieconsent/dist/cookieconsent.umd.js' },
    `CookieConsent.run(${CONFIGURATION}).then(() => { window.isReady = true; });`,
  ],
  isReady: 'window.isReady',
  ...UI,
  traps,
};

/** The real one inside a bundle, where its functions are nobody else's. */
export const bundled: Tool = {
  adapter: 'cookieconsent',
  scripts: [
    {
      bundle: `import * as CookieConsent from 'vanilla-cookieconsent';
        CookieConsent.run(${CONFIGURATION}).then(() => { window.isReady = true; });
        window.accept = () => ${UI.accept};
        window.refuse = () => ${UI.refuse};`,
    },
  ],
  isReady: 'window.isReady',
  accept: 'accept()',
  refuse: 'refuse()',
  onlyFirst: true,
};
