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
    // Its buttons are wired last.
    tarteaucitron.events.load = () => { window.isReady = true; };
    const service = window.otherName ?? 'passant';
    tarteaucitron.services[service] = { key: service, type: 'analytic', name: 'Passant', needConsent: true, cookies: [],
      uri: '', js() {}, fallback() {}, };
    (tarteaucitron.job = tarteaucitron.job || []).push(service);`,
  ],
  isReady: 'window.isReady && tarteaucitron.cookie.read()',
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
    {
      name: 'another service',
      before: "window.otherName = 'other'",
      does: 'tarteaucitron.userInterface.respondAll(true)',
      told: [],
    },
  ],
};
