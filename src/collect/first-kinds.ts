/** Remembers the first three kinds of custom events of each site: all that an exempt site may keep of anonymous visitors. */
import { CONSENT, ENGAGEMENT, PAGEVIEW } from '../domain/event.ts';
import type { EventKinds } from './ports.ts';

const MOST_KINDS = 3;
const BUILT_IN: readonly string[] = [PAGEVIEW, ENGAGEMENT, CONSENT];

export class FirstKinds implements EventKinds {
  readonly #kinds = new Map<number, Set<string>>();

  /** @param stored names of stored events in the order of their first sight */
  constructor(stored: Iterable<{ siteId: number; name: string }>) {
    for (const { siteId, name } of stored) if (!BUILT_IN.includes(name)) this.admit(siteId, name);
  }

  admit(siteId: number, name: string): boolean {
    const kinds = this.#kinds.get(siteId) ?? new Set();
    this.#kinds.set(siteId, kinds);
    if (kinds.size < MOST_KINDS) kinds.add(name);
    return kinds.has(name);
  }
}
