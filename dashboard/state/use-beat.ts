/** A counter that moves on while the page can be seen, for what is to be refreshed. */
import { useEffect, useState } from 'preact/hooks';

/** @param everyMs null for never */
export function useBeat(everyMs: number | null): number {
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    if (everyMs === null) return;
    let last = Date.now();
    const next = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < everyMs * 0.9) return;
      last = Date.now();
      setBeat((count) => count + 1);
    };
    // Half the time, so that a page that comes back into sight need not wait for a whole turn.
    const timer = setInterval(next, everyMs / 2);
    document.addEventListener('visibilitychange', next);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', next);
    };
  }, [everyMs]);
  return beat;
}
