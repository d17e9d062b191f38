import type { Tool } from '../tool.ts';

/** What the specification wants of a stub. */
const STUB = `
window.__gpp = (command, callback, parameter) => {
  __gpp.queue ??= [];
  __gpp.events ??= [];
  if (!command) return __gpp.queue;
  if (command === 'events') return __gpp.events;
  if (command === 'addEventListener') {
    const id = __gpp.events.push({ id: __gpp.events.length + 1, callback, parameter });
    const pingData = { gppVersion: '1.1', cmpStatus: 'stub', signalStatus: 'not ready', applicableSections: [], parsedSections: {} };
    callback({ eventName: 'listenerRegistered', listenerId: id, data: true, pingData }, true);
  } else __gpp.queue.push([command, callback, parameter]);
};`;
/** A platform made with the library of its authors. */
const PLATFORM = `
import { CmpApi } from '@iabgpp/cmpapi';
const api = new CmpApi(2, 1);
const fields = (ids) => Array.from({ length: 24 }, (_, i) => ids.includes(i + 1));
window.platform = {
  show() { api.setSignalStatus('not ready'); api.setCmpDisplayStatus('visible'); },
  save(consents) {
    api.setFieldValue('tcfeuv2', 'PurposeConsents', fields(consents));
    api.setApplicableSections([2]);
    kept.set(api.getGppString());
    platform.settle();
  },
  settle() { api.fireSectionChange('tcfeuv2'); api.setCmpDisplayStatus('hidden'); api.setSignalStatus('ready'); },
  american() { api.setFieldValue('usnat', 'SaleOptOut', 1); api.setApplicableSections([7]); api.fireSectionChange('usnat'); api.setSignalStatus('ready'); },
};
api.setCmpStatus('loaded');
if (kept.get()) { api.setGppString(kept.get()); platform.settle(); } else platform.show();
`;

export const tool: Tool = {
  adapter: 'gpp',
  scripts: [STUB, { bundle: PLATFORM }],
  isReady: 'window.platform',
  accept: 'platform.show(); platform.save([1, 8])',
  refuse: 'platform.show(); platform.save([])',
  traps: [
    { name: 'measurement without a place to store', does: 'platform.save([8])', told: ['denied'] },
    { name: 'an answer about sales in America', does: 'platform.american()', told: [] },
    { name: 'the panel that is opened again', does: 'platform.save([1, 8]); platform.show()', told: ['granted'] },
  ],
};

/** A platform that writes sections as the specification has them: lists of segments, with numbers of purposes. */
export const literal: Tool = {
  adapter: 'gpp',
  scripts: [
    `{
      const listeners = [];
      const ping = () => ({ signalStatus: kept.get() ? 'ready' : 'not ready', applicableSections: [2],
        parsedSections: { tcfeuv2: [{ Version: 2, PurposeConsent: kept.get() ?? [] }, { SubsectionType: 3 }] } });
      window.__gpp = (command, callback) => {
        if (command !== 'addEventListener') return;
        listeners.push(callback);
        callback({ eventName: 'listenerRegistered', pingData: ping() }, true);
      };
      window.save = (purposes) => {
        kept.set(purposes);
        for (const listener of listeners) listener({ eventName: 'signalStatus', data: 'ready', pingData: ping() }, true);
      };
    }`,
  ],
  isReady: 'window.save',
  accept: 'save([1, 8])',
  refuse: 'save([])',
};
