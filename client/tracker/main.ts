/** Entry of `s.js`: reads its own tag and hands the page its calls. */
import { safely } from '../consent/browser.ts';
import { installApi } from './api.ts';
import { readOptions } from './options.ts';
import { createTracker } from './tracker.ts';
import { post } from './transport.ts';

safely(() => {
  const { dataset, src } = document.currentScript as HTMLScriptElement;
  installApi(() => createTracker(readOptions(dataset, src, location), post));
})();
