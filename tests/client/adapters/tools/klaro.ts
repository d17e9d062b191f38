import type { Tool } from '../tool.ts';

const SAVE = (value: boolean) =>
  `const manager = klaro.getManager(); manager.changeAll(${value}); manager.saveAndApplyConsents('save')`;

/** The real one. */
export const tool: Tool = {
  adapter: 'klaro',
  scripts: [
    `window.klaroConfig = { version: 1, elementID: 'klaro', lang: 'en', translations: { en: { purposes: { analytics: 'Analytics' } } },
      services: [{ name: 'passant', title: 'Passant', purposes: ['analytics'], ...window.otherService }], ...window.otherConfiguration };`,
    { file: 'klaro/dist/klaro-no-css.js' },
  ],
  isReady: "document.querySelector('#klaro > *')",
  accept: SAVE(true),
  refuse: SAVE(false),
  traps: [
    {
      name: "the notice's OK, which saves what is switched on",
      does: "document.querySelector('#klaro .cm-btn-success').click()",
      told: ['denied'],
    },
    {
      name: 'the OK of a notice that accepts everything',
      before: 'window.otherConfiguration = { acceptAll: true }',
      does: "document.querySelector('#klaro .cm-btn-success').click()",
      told: ['granted'],
    },
    {
      name: "the notice's other button",
      does: "document.querySelector('#klaro .cn-decline').click()",
      told: ['denied'],
    },
    { name: 'a service that is on by default', before: 'window.otherService = { default: true }', told: [] },
    {
      name: 'a service that is on unless refused',
      before: 'window.otherService = { default: true, optOut: true }',
      told: [],
    },
    {
      name: 'a switch that is moved and not saved',
      does: `${SAVE(false)}; manager.updateConsent('passant', true)`,
      told: ['denied'],
    },
    { name: 'an answer that is erased', does: `${SAVE(true)}; manager.resetConsents()`, told: ['granted', 'denied'] },
  ],
};
