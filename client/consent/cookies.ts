/** Cookies of this host: one read, one write, and silence where the browser forbids both (a sandboxed frame throws). */
import { safely } from './browser.ts';

/** The raw value of a cookie, or undefined when it is absent or out of reach. */
export const readCookie = safely((name: string): string | undefined => {
  return document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1];
});

/** Sets a host-only cookie for `maxAgeSeconds`; 0 deletes it. Blocked cookies are no fault: callers read back what they wrote. */
export const writeCookie = safely((name: string, value: string, maxAgeSeconds: number): void => {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; SameSite=Lax${secure}`;
});
