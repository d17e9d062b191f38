/** Recognises texts that are an address or a User-Agent: what must be in no column and no file. */
import { isIP } from 'node:net';

const USER_AGENT = /Mozilla\/\d\.\d \(/;
const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g;
const IPV6 = /(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::|[0-9a-f]{1,4})(?![\w:])/gi;
/** Where a service listens, and what stands for everything or nothing. */
const NOBODYS = /^(127\.|0\.0\.0\.0|::1?$)/;

/** Whether a whole text is an address. */
export function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !NOBODYS.test(text);
}

export function holdsUserAgent(text: string): boolean {
  return USER_AGENT.test(text);
}

/** Whether an address or a User-Agent stands anywhere in a text. */
export function holdsPersonal(text: string): boolean {
  return holdsUserAgent(text) || [...(text.match(IPV4) ?? []), ...(text.match(IPV6) ?? [])].some(isAddress);
}
