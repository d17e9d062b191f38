/** Any tool that keeps its decision in a cookie. `key`: `name|regexGranted|regexDenied`, tried on the decoded value. */
import type { Adapter } from './adapter.ts';
import { watchCookie } from './watch/watch-cookie.ts';

export const adapter: Adapter = (tell, key) => {
  const [name, granted, denied] = (key ?? '').split('|');
  if (name && granted && denied)
    watchCookie(tell, name, (value) => !!value.match(granted) || (value.match(denied) ? false : undefined));
};
