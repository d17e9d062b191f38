/** The columns of panels that the window has room for, as it is now. */
import { useEffect, useState } from 'preact/hooks';
import { type Arrangement, arrangementFor, THREE_FROM, TWO_FROM } from './panel-columns.ts';

/** A window that is turned or drawn passes through widths that are none of its own: panels asked anew for each would ask for nothing. */
const SETTLE_MS = 150;

export function useArrangement(): Arrangement {
  const [arrangement, arrange] = useState(current);
  useEffect(() => {
    // On paper the style sheet lays them out: what stands on the screen is printed, whatever the paper's width is.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!matchMedia('print').matches) arrange(current);
      }, SETTLE_MS);
    };
    const queries = [TWO_FROM, THREE_FROM].map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener('change', follow);
    return () => {
      clearTimeout(timer);
      for (const query of queries) query.removeEventListener('change', follow);
    };
  }, []);
  return arrangement;
}

function current(): Arrangement {
  return arrangementFor((query) => matchMedia(query).matches);
}
