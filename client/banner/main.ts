/** Entry of `choice.js`: asks once the page is really seen, and never inside a foreign frame. */
import { isInForeignFrame, listen, safely, whenActivated } from '../consent/browser.ts';
import { startBanner } from './banner.ts';
import { readBannerOptions } from './options.ts';

safely(() => {
  const attributes = { ...(document.currentScript as HTMLScriptElement).dataset };
  if (isInForeignFrame()) return;
  const start = safely(() => startBanner(readBannerOptions(attributes)));
  whenActivated(() => {
    if (document.body) start();
    else listen('DOMContentLoaded', start);
  });
})();
