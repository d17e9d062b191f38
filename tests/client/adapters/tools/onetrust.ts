import type { Tool } from '../tool.ts';

/** Sends its groups on every page, those that are on by default too. */
export const tool: Tool = {
  adapter: 'onetrust',
  scripts: [
    `setTimeout(() => {
      const apply = () => {
        window.OnetrustActiveGroups = ',' + (kept.get() ?? window.otherGroups ?? ['C0001']).join(',') + ',';
        send(window, 'OneTrustGroupsUpdated', OnetrustActiveGroups.split(',').filter(Boolean));
      };
      window.OneTrust = { IsAlertBoxClosedAndValid: () => !!kept.get(), save(groups) { kept.set(groups); apply(); } };
      apply();
    });`,
  ],
  isReady: 'window.OneTrust',
  accept: "OneTrust.save(['C0001', 'C0002'])",
  refuse: "OneTrust.save(['C0001'])",
  traps: [
    {
      name: 'groups that are on before the box is closed',
      before: "window.otherGroups = ['C0001', 'C0002']",
      told: [],
    },
    { name: 'a group whose name begins alike', does: "OneTrust.save(['C0001', 'C00022'])", told: ['denied'] },
  ],
};
