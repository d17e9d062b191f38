/** Cookies of this host: one read, one write, and silence wherever they are not ours to touch. */
import { safely } from './browser.ts';

/**
 * The document whose cookies these are. Reaching for `top.document` throws inside a frame of another origin, as `cookie` itself
 * does in a sandbox: there nothing is read and nothing is written.
 */
const jar = (): Document => (top as Window).document && document;

/** The raw value of a cookie, or undefined when it is absent or out of reach. */
export const readCookie = safely((name: string): string | undefined => {
  return jar().cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1];
});

/** Sets a host-only cookie for `maxAgeSeconds`; 0 deletes it. Blocked cookies are no fault: callers read back what they wrote. */
export const writeCookie = safely((name: string, value: string, maxAgeSeconds: number): void => {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  jar().cookie = `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; SameSite=Lax${secure}`;
});

/** The mark of an objection to being counted: its visitor asked for it, and it is the same for everybody. */
export const OBJECTION = 'passant_optout';

export const hasObjected = (): boolean => readCookie(OBJECTION) === '1';
