/** Looks at a consent tool now, after each of its events, and whenever anything has loaded: the tool may be what has. */
import type { Tell } from '../adapter.ts';

/**
 * Tells what `read` answers whenever that is something else than before: the decision on record, or undefined when there is none.
 * A yes that is no longer on record has been taken back; where nothing was ever on record there is nothing to tell. Repeating an
 * answer would undo a withdrawal that the visitor made elsewhere.
 *
 * `read` may throw while the tool is not there, which says nothing. `events` are the tool's own, wherever it sends them: those at
 * the document pass the window first, those that do not bubble as well. What looks once more is handed to `read` and returned.
 */
export function watchTool(
  tell: Tell,
  read: (look: () => void, event?: Event) => boolean | undefined,
  ...events: string[]
): (event?: Event) => void {
  let last: boolean | undefined;
  const look = (event?: Event): void => {
    try {
      const now = read(look, event) ?? (last && false);
      if (now === last) return;
      last = now;
      tell(now ? 'granted' : 'denied');
    } catch {
      // Not there yet, or not as documented: no word is better than a guess, and the page must not notice.
    }
  };
  for (const event of ['load', ...events]) addEventListener(event, look, true);
  // A script's own load event is seen at the document, never at the window.
  document.addEventListener('load', look, true);
  look();
  return look;
}
