/** Entry of `rights.js`: puts the visitor's rights where the page has left room for them. */
import { isInForeignFrame, listen, safely } from '../consent/browser.ts';
import { showRights } from './panel.ts';

safely(() => {
  const { src, dataset } = document.currentScript as HTMLScriptElement;
  if (isInForeignFrame()) return;
  const site = dataset.site || location.hostname.replace(/^www\./, '');
  const start = safely(() => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-passant-rights]')) {
      const language = dataset.lang || place.closest<HTMLElement>('[lang]')?.lang || '';
      showRights(place, { site, language, base: src, theme: dataset.theme });
    }
  });
  if (document.readyState === 'loading') listen('DOMContentLoaded', start);
  else start();
})();
