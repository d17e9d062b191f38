/** Simulated pages as lines for `passant import events`: hashes become networks and browsers, visitors identifiers. */
import { DOMAIN } from '../support/imported-site.ts';

/** Desktop and phone with the same browser and version: who shares a network shares the hash, whatever the device. */
const USER_AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
] as const;
const DAY_MS = 86_400_000;
/** The date of day 0. */
const BEGINS = Date.UTC(2024, 0, 1);

export interface Shown {
  /** Milliseconds since day 0 began. */
  at: number;
  hash: number;
  device: number;
  path: string;
  referrer: string | null;
  /** 0: without consent. */
  visitor: number;
}

export function pageLine(shown: Shown): string {
  return JSON.stringify({ name: 'pageview', ...fieldsOf(shown) });
}

/** The answer to the banner, sent from the page shown. */
export function consentLine(shown: Shown): string {
  return JSON.stringify({ name: 'consent', action: 'accepted', ...fieldsOf(shown) });
}

/** The date of a day, as questions name it. */
export function dateOfDay(day: number): string {
  return new Date(BEGINS + day * DAY_MS).toISOString().slice(0, 10);
}

function fieldsOf({ at, hash, device, path, referrer, visitor }: Shown): Record<string, unknown> {
  return {
    time: new Date(BEGINS + at).toISOString(),
    // A /24 each: addresses below it would be one network.
    ip: `${20 + (hash >> 16)}.${(hash >> 8) & 255}.${hash & 255}.7`,
    user_agent: USER_AGENTS[device] ?? USER_AGENTS[0],
    ...{ url: `https://${DOMAIN}${path}`, referrer },
    ...(visitor > 0 ? { consent: 'granted', visitor: String(visitor).padStart(21, 'v') } : {}),
  };
}
