/** What the stage knows of visitors who agreed, in memory: enough for every right to have something to act upon. */
import type { ConsentReceipt } from '../domain/consent.ts';
import type { AcceptedEvent } from '../domain/event.ts';
import type { KnownVisitor } from '../privacy/known-visitor.ts';
import type { KeptVisitors, ReceiptReader } from '../privacy/ports.ts';

export class RememberedVisitors implements KeptVisitors, ReceiptReader {
  readonly #events = new Map<string, AcceptedEvent[]>();
  readonly #receipts = new Map<string, ConsentReceipt[]>();

  note(event: AcceptedEvent): void {
    if (event.who.mode !== 'identified') return;
    const { key } = event.who;
    this.#events.set(key, [...(this.#events.get(key) ?? []), event]);
    if (event.consentAction !== 'accepted' || event.proof === null) return;
    this.#receipts.set(key, [...this.list(0, key), { ...event.proof, action: 'accepted', at: event.at }]);
  }

  /** Events and receipts that still belong to a visitor. */
  get rows(): number {
    return [...this.#events.values(), ...this.#receipts.values()].reduce((sum, rows) => sum + rows.length, 0);
  }

  async read(_siteId: number, key: string): Promise<KnownVisitor | null> {
    const events = this.#events.get(key) ?? [];
    const [first, last] = [events[0], events.at(-1)];
    if (first === undefined || last === undefined) return null;
    const visit = {
      ...first.dimensions,
      ...{ startedAt: first.at, entryHost: first.host, entryPath: first.path },
      ...{ lastAt: last.at, exitHost: last.host, exitPath: last.path },
      ...{ pageviews: events.filter(({ name }) => name === 'pageview').length, interactions: 0 },
      events: events.map(({ props, ...event }) => ({ ...event, properties: props ?? {} })),
    };
    return { days: [], visits: [visit], isComplete: true };
  }

  async erase(_siteId: number, key: string): Promise<boolean> {
    const wasKnown = this.#receipts.delete(key);
    return this.#events.delete(key) || wasKnown;
  }

  list(_siteId: number, key: string): ConsentReceipt[] {
    return this.#receipts.get(key) ?? [];
  }
}
