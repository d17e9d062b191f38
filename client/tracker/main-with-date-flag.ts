/** Entry of `sd.js`: the tracker of `s.js` on a device that keeps the date of its last visit. */
import { safely } from '../consent/browser.ts';
import { hasObjected } from '../consent/cookies.ts';
import type { ConsentState } from '../consent/preferences.ts';
import { installApi } from './api.ts';
import { forgetDate, noteVisit } from './date-flag.ts';
import { readOptions } from './options.ts';
import { createTracker } from './tracker.ts';
import { post } from './transport.ts';

safely(() => {
  const { dataset, src } = document.currentScript as HTMLScriptElement;
  installApi(() => {
    const { start, perform } = createTracker(readOptions(dataset, src, location), (url, body, ...rest) => {
      // The date is written when the message is handed to the network: a page that is left at once has been seen too.
      const { n, c } = body as { n?: string; c: ConsentState };
      post(url, n === 'pageview' && !hasObjected() ? { ...body, df: noteVisit(dataset.timezone, c) } : body, ...rest);
    });
    return {
      start,
      perform(...call) {
        const state = perform(...call);
        if (state === 'denied') forgetDate();
        return state;
      },
    };
  });
})();
