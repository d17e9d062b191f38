import type { Tool } from '../tool.ts';

/** Keeps one cookie for each category; the events come before the banner's state is written. */
export const tool: Tool = {
  adapter: 'complianz',
  scripts: [
    `window.cmplz_get_cookie = (name) => (kept.get() ?? {})['cmplz_' + name] ?? '';
    window.cmplz_has_consent = () => true;
    window.cmplz_set = (name, value) => kept.set({ ...kept.get(), ['cmplz_' + name]: value });
    window.cmplz_set_banner_status = (status) => { cmplz_set('banner-status', status); send(document, 'cmplz_banner_status', status); };
    window.cmplz_set_consent = (category, value) => { cmplz_set(category, value); send(document, 'cmplz_status_change', { category, value }); };
    setTimeout(() => { if (window.isForced) cmplz_set_consent('statistics', 'allow'); send(document, 'cmplz_fire_categories', {}); });`,
  ],
  isReady: 'window.cmplz_set_consent',
  accept:
    "cmplz_set_consent('marketing', 'deny'); cmplz_set_consent('statistics', 'allow'); cmplz_set_banner_status('dismissed')",
  refuse: "cmplz_set_consent('statistics', 'deny'); cmplz_set_banner_status('dismissed')",
  traps: [
    { name: 'statistics that the site allows by force', before: 'window.isForced = true', told: [] },
    {
      name: 'the banner that is opened again',
      does: "cmplz_set_consent('statistics', 'allow'); cmplz_set_banner_status('dismissed'); cmplz_set_banner_status('show')",
      told: ['granted'],
    },
    {
      name: 'an answer that is erased',
      does: "cmplz_set_consent('statistics', 'allow'); cmplz_set_banner_status('dismissed'); kept.set(null); cmplz_set_banner_status('show')",
      told: ['granted', 'denied'],
    },
  ],
};
