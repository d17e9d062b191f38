/**
 * The banner of an Opendatasoft portal: cookie `cookies_preferences`, one boolean for each kind of cookie. `key`: the portal's
 * kind that stands for us; without one all kinds but `functional_cookies` have to have got the same answer.
 */
import type { Adapter } from './adapter.ts';
import { watchCookie } from './watch/watch-cookie.ts';

export const adapter: Adapter = (tell, key = '[^f]\\w+') => {
  watchCookie(tell, 'cookies_preferences', (value) => {
    const [isGiven, isRefused] = [true, false].map((word) => RegExp(`"${key}": ?${word}`).test(value));
    return isGiven === isRefused ? undefined : isGiven;
  });
};
