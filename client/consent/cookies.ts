/** Cookies of this host: one read, one write, and silence wherever they are not ours to touch. */
import { safely } from './browser.ts';

/**
 * Without a value: the raw value of a cookie, undefined when it is absent or out of reach. With one: sets a host-only cookie for
 * so many seconds; an empty value deletes it. Blocked cookies are no fault: callers read back what they wrote.
 */
export const cookie = /* @__PURE__ */ safely(
  (name: string, value?: string | null, seconds?: number): string | undefined => {
    // Reaching for `top.document` throws inside a frame of another origin, as `cookie` itself does in a sandbox: there nothing is
    // read and nothing is written.
    const jar = (top as Window).document && document;
    if (value == null) return jar.cookie.match(`(^|; )${name}=([^;]*)`)?.[2];
    const secure = /^https/.test(location.href) ? ';Secure' : '';
    jar.cookie = `${name}=${value};Path=/;Max-Age=${value ? seconds : 0};SameSite=Lax${secure}`;
    return;
  },
);

export const readCookie = (name: string): string | undefined => cookie(name);
export const writeCookie = (name: string, value: string, seconds: number): void => void cookie(name, value, seconds);
