/** What visitors look for on the site itself: the query of its own search pages. */
import { safely } from '../../consent/browser.ts';
import { onHistory } from '../pages.ts';
import { attributes } from '../settings.ts';
import { emit, gates } from '../tracker.ts';

/** `data-search="q,term"` names other parameters than these. */
const PARAMETERS = 'q,s,search,query,keyword';
/** Where every letter changes the address, the word is complete when no more come. */
const PAUSE_MS = 1000;

export const search = (): void => {
  let last = '';
  let timer: ReturnType<typeof setTimeout>;
  const look = safely((): void => {
    const query = new URLSearchParams(location.search);
    const terms = `${attributes.search || PARAMETERS}`.split(',').map((name) => query.get(name)?.trim());
    const term = terms.find((each) => each) ?? '';
    if (term && term !== last) emit('Search', { p: { search: term } });
    last = term;
  });
  onHistory(() => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  });
  gates[6] = ({ n }) => {
    // Behind the pageview that shows the results.
    if (n === 'pageview') queueMicrotask(look);
  };
};
