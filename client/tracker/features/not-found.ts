/** Pages that do not exist: the server answered 404, or an element of the page carries `data-passant-404`. */
import { safely } from '../../consent/browser.ts';
import { emit } from '../tracker.ts';

export const notFound = (): void => {
  const [load] = performance.getEntriesByType('navigation') as (PerformanceEntry & { responseStatus?: number })[];
  if (load?.responseStatus === 404 || document.querySelector('[data-passant-404]'))
    // Behind the pageview of this load.
    queueMicrotask(safely(() => emit('404', { p: { path: location.pathname } })));
};
