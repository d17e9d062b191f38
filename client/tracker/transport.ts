/** Sends beacons: a fetch that outlives the page, repeated once from memory, never queued on the device. */
import { safely } from '../consent/browser.ts';
import { hasObjected } from '../consent/cookies.ts';

const LONGEST_WAIT_SECONDS = 30;
const USUAL_WAIT_SECONDS = 5;

/** What became of a message: the HTTP status, or nothing when it never arrived (or nobody can know). */
export type Outcome = { status?: number | undefined };

export type Post = typeof post;

/**
 * Posts `body` as text/plain, so that no preflight is needed. A network error or a 503 is tried once more after `Retry-After`,
 * if the page still lives and `maySendAgain` still holds by then. `onEnd` runs once, when there is nothing more to wait for.
 * Events of whoever objected are not sent.
 */
export function post(
  url: string,
  body: object,
  maySendAgain?: () => unknown,
  onEnd?: (outcome: Outcome) => void,
): void {
  // Whoever objected is not counted; what they want erased is still said.
  if ('n' in body && hasObjected()) return;
  const text = JSON.stringify(body);
  const settle = safely((answer?: Response): void => {
    if (maySendAgain && (answer?.status ?? 503) === 503) {
      // Absent, zero and a date all end in the usual wait.
      const seconds = Math.min(LONGEST_WAIT_SECONDS, Number(answer?.headers.get('retry-after'))) || USUAL_WAIT_SECONDS;
      setTimeout(() => maySendAgain() && post(url, body, undefined, onEnd), seconds * 1000);
    } else {
      onEnd?.(answer ?? {});
    }
  });
  if ('keepalive' in Request.prototype) {
    fetch(url, { method: 'POST', body: text, keepalive: true, credentials: 'omit' }).then(settle, () => settle());
  } else {
    navigator.sendBeacon(url, text);
    onEnd?.({});
  }
}
