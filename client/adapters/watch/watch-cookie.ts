/** Looks at a decision that stands in a cookie: at once, and whenever the cookie may have changed. */
import type { Tell } from '../adapter.ts';
import { watchTool } from './watch-tool.ts';

/** Where the browser does not say that a cookie has changed. */
const POLL_MS = 2000;

/** `read` gets the decoded value; a cookie that is absent holds no decision. `name` is part of a regular expression. */
export function watchCookie(tell: Tell, name: string, read: (value: string) => boolean | undefined): void {
  const look = watchTool(tell, () => {
    const found = document.cookie.match(`(^| )${name}=([^;]*)`);
    return found ? read(decodeURIComponent(found[2] as string)) : undefined;
  });
  const { cookieStore } = window as { cookieStore?: EventTarget };
  if (cookieStore) cookieStore.addEventListener('change', look);
  else setInterval(look, POLL_MS);
}
