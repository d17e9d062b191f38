/** Entry of the banner in one language: asks once the page is really seen, never inside a foreign frame nor in a page from a disk. */
import { isInForeignFrame, safely, whenActivated } from '../consent/browser.ts';
import { startBanner } from './banner.ts';

safely(() => {
  // A script inside a shadow root is nobody's current script: it has no attributes then.
  const attributes = { ...document.currentScript?.dataset };
  if (!isInForeignFrame() && /^http/.test(location.protocol)) whenActivated(safely(() => startBanner(attributes)));
})();
