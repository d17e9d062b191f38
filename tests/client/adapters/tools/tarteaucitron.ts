import type { Tool } from '../tool.ts';

/** The real one, with a service of the site's own. */
export const tool: Tool = {
  adapter: 'tarteaucitron',
  scripts: [
    { file: 'tarteaucitronjs/tarteaucitron.js' },
    `tarteaucitron.init({ privacyUrl: '', hashtag: '#tarteaucitron', cookieName: 'tarteaucitron', orientation: 'middle',
      highPrivacy: true, DenyAllCta: true, AcceptAllCta: true, removeCredit: true, showIcon: true, showAlertSmall: false,
      cookieslist: false, mandatory: true, googleConsentMode: false, bingConsentMode: false, softConsentMode: false,
      ...window.otherParameters });
    tarteaucitron.services.passant = { key: 'passant', type: 'analytic', name: 'Passant', needConsent: true, cookies: [],
      uri: '', js() {}, fallback() {}, ...window.otherService };
    (tarteaucitron.job = tarteaucitron.job || []).push('passant');`,
  ],
  isReady: "document.getElementById('passantDenied') && tarteaucitron.cookie.read()",
  accept: "document.getElementById('passantAllowed').click()",
  refuse: "document.getElementById('passantDenied').click()",
  traps: [
    {
      name: 'the button to accept everything',
      does: "document.getElementById('tarteaucitronPersonalize2').click()",
      told: ['granted'],
    },
    {
      name: 'the button to refuse everything',
      does: "document.getElementById('tarteaucitronAllDenied2').click()",
      told: ['denied'],
    },
    {
      name: 'the panel, opened and closed',
      does: 'tarteaucitron.userInterface.openPanel(); tarteaucitron.userInterface.closePanel()',
      told: [],
    },
    { name: 'another service', before: "window.otherService = { key: 'other' }", told: [] },
  ],
};
