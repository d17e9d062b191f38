import type { Tool } from '../tool.ts';

/** A stub that queues, then the tool in its place, which runs what waited and tells at once. */
export const tool: Tool = {
  adapter: 'consentmanager',
  key: 's123',
  scripts: [
    'window.__cmp = (...call) => { (__cmp.a ??= []).push(call); };',
    `setTimeout(() => {
      const waiting = __cmp.a ?? [];
      const handlers = [];
      const emit = () => handlers.forEach((hear) => hear('consent', {}));
      window.__cmp = (command, parameter) => {
        if (command === 'addEventListener' && parameter[0] === 'consent') handlers.push(parameter[1]);
        if (command === 'getCMPData')
          return { userChoiceExists: kept.get() !== null, vendorConsents: kept.get() ?? { s123: !!window.isOptOut }, purposeConsents: {} };
      };
      waiting.forEach((call) => window.__cmp(...call));
      emit();
      window.save = (vendors) => { kept.set(vendors); emit(); };
    });`,
  ],
  isReady: 'window.save',
  accept: 'save({ s1: true, s123: true })',
  refuse: 'save({ s1: true })',
  traps: [{ name: 'vendors that are on before there is a choice', before: 'window.isOptOut = true', told: [] }],
};
