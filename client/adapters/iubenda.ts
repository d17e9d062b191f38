/**
 * iubenda. `key`: the purpose, 4 (measurement) unless said otherwise. Read from its cookie, which is there after a decision only:
 * its callbacks belong to the page's own configuration.
 */
import type { Adapter } from './adapter.ts';
import { watchCookie } from './watch/watch-cookie.ts';

export const adapter: Adapter = (tell, key = '4') => {
  watchCookie(tell, '_iub_cs-\\d+', (value) => {
    const { purposes, consent } = JSON.parse(value);
    return purposes ? purposes[key] : consent;
  });
};
