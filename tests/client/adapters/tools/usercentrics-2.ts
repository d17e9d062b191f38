import type { Tool } from '../tool.ts';

/** Version 2: changes after its event, and shows by the history of a service how its status came about. */
export const tool: Tool = {
  adapter: 'usercentrics-2',
  key: 'H1Vl5NidjWX',
  scripts: [
    `setTimeout(() => {
      window.UC_UI = {
        getServicesBaseInfo: () => [{ id: 'other', consent: { status: true, history: [{ type: 'explicit' }] } },
          { id: 'H1Vl5NidjWX', consent: { status: kept.get() ?? !!window.isOutsideEu, history: [{ type: 'implicit' }, ...(kept.get() === null ? [] : [{ type: 'explicit' }])] } }],
        async save(value) {
          send(window, 'UC_UI_CMP_EVENT', { type: 'SAVE' });
          await null;
          kept.set(value);
          send(window, 'UC_UI_VIEW_CHANGED', { view: 'PRIVACY_BUTTON' });
        } };
      send(window, 'UC_UI_INITIALIZED', null);
    });`,
  ],
  isReady: 'window.UC_UI',
  accept: 'UC_UI.save(true)',
  refuse: 'UC_UI.save(false)',
  traps: [{ name: 'a yes that nobody gave', before: 'window.isOutsideEu = true', told: [] }],
};
