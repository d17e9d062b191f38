/** Sends beacons: a fetch that outlives the page, repeated once from memory, never queued on the device. */
import { credentialsOf, readIdentifier } from './identifier.ts';
import type { Message } from './tracker.ts';

const LONGEST_WAIT_SECONDS = 30;
const USUAL_WAIT_SECONDS = 5;

/**
 * Posts `body` as text/plain, so that no preflight is needed. A network error or a 503 is tried once more after `Retry-After`,
 * if the page still lives; a message of a visitor who agreed only while the device still keeps the identifier in it.
 */
export const post = (url: URL | string, body: Message, isRepeated?: 1): void => {
  const text = JSON.stringify(body);
  /** What came back: an answer, or the error of a network that is down. */
  const settle = (answer: { status?: number; headers?: Headers }): void => {
    if (!isRepeated && (answer.status ?? 503) === 503)
      setTimeout(
        () => (body.c !== 'granted' || body.id === readIdentifier()) && post(url, body, 1),
        // Absent, zero and a date all end in the usual wait.
        (Math.min(LONGEST_WAIT_SECONDS, answer.headers?.get('retry-after') as unknown as number) ||
          USUAL_WAIT_SECONDS) * 1000,
      );
  };
  if ('keepalive' in Request.prototype)
    fetch(url, { method: 'POST', body: text, keepalive: true, credentials: credentialsOf(body) }).then(settle, settle);
  else navigator.sendBeacon(url, text);
};
