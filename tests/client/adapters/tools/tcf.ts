import type { Tool } from '../tool.ts';

/** A management platform made with the libraries of the framework's authors: it keeps the string and tells the interface. */
const PLATFORM = `
import { GVL, TCModel, TCString } from '@iabtcf/core';
import { CmpApi } from '@iabtcf/cmpapi';
const purposes = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [i + 1, { id: i + 1, name: '', description: '', illustrations: [] }]));
const gvl = new GVL({ gvlSpecificationVersion: 3, vendorListVersion: 1, tcfPolicyVersion: 4, lastUpdated: '2026-01-01T00:00:00Z', purposes,
  specialPurposes: {}, features: {}, specialFeatures: {}, vendors: {}, stacks: {}, dataCategories: {} });
const api = new CmpApi(2, 1, true);
window.platform = {
  /** What was agreed to: purposes of the list, and those that the publisher asks for itself. */
  encode(consents, own) {
    const model = new TCModel(gvl);
    Object.assign(model, { cmpId: 2, cmpVersion: 1, isServiceSpecific: true });
    model.purposeConsents.set(consents);
    model.publisherConsents.set(own);
    return TCString.encode(model);
  },
  show: () => api.update(kept.get() ?? '', true),
  save(consents, own = []) {
    kept.set(platform.encode(consents, own));
    api.update(kept.get(), false);
  },
};
if (window.doesNotApply) api.update(null);
else if (kept.get()) api.update(kept.get(), false);
else platform.show();
`;

export const tool: Tool = {
  adapter: 'tcf',
  scripts: [{ bundle: "import stub from '@iabtcf/stub'; stub();" }, { bundle: PLATFORM }],
  isReady: 'window.platform',
  accept: 'platform.show(); platform.save([1, 3, 8])',
  refuse: 'platform.show(); platform.save([])',
  traps: [
    {
      name: 'where the regulation does not apply, nobody is asked',
      before: 'window.doesNotApply = true',
      told: ['granted, implied'],
    },
    { name: 'measurement without a place to store', does: 'platform.save([8])', told: ['denied'] },
    { name: 'a yes to the publisher alone', does: 'platform.save([], [1, 8])', told: ['granted'] },
    { name: 'a no to the publisher alone', does: 'platform.save([1, 8], [1, 7])', told: ['denied'] },
    { name: 'the panel that is opened again', does: 'platform.save([1, 8]); platform.show()', told: ['granted'] },
  ],
};
