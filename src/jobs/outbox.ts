/**
 * What is to be sent, sent once: each errand is claimed in a transaction before anything leaves. A process that ends between claim and
 * answer leaves a claimed errand behind, which nobody can know to have arrived: mails among them are not sent again, webhooks are.
 */
import { DeliveryFault } from '../domain/delivery.ts';
import { describeFault, type Log } from '../observe/create-log.ts';
import type { Errand, ErrandKind, OutboxStore } from './ports.ts';

const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];
/** After the first attempt that failed, the second, and so on; the last of them again and again. */
const WAITS_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS];
/** Ended errands are kept as long as the longest period that a key names comes round, and then some. */
const KEPT_MS = 100 * DAY_MS;
/** A server that takes over waits somewhat longer for this one (ms). */
const LONGEST_FAREWELL_MS = 8000;

/** Sends errands of one kind. */
export interface Carrier {
  /** Whether one may arrive twice: whoever gets it can tell by its key. */
  mayRepeat: boolean;
  /** From when on nobody wants it any more, after it was asked for (ms). */
  patienceMs: number;
  /** Resolves when it was taken. @throws DeliveryFault */
  carry(errand: Errand): Promise<void>;
}

export type NewErrand = Omit<Errand, 'id' | 'attempts' | 'createdAt' | 'webhookId'> &
  Partial<Pick<Errand, 'webhookId'>>;

export interface OutboxOptions {
  store: OutboxStore;
  carriers: Readonly<Partial<Record<ErrandKind, Carrier>>>;
  log: Pick<Log, 'warn' | 'error'>;
  /** UTC ms. */
  now: () => number;
}

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #running = new Map<boolean, Promise<void>>();
  #isStopped = false;

  /** Ends what the process before has left claimed. */
  constructor(options: OutboxOptions) {
    this.#options = options;
    const { store, log, now } = options;
    const lost = store.endClaimed(this.#kinds(false), now());
    if (lost > 0) log.warn({ mails: lost }, 'the process ended while mails were sent; they are not sent again');
    store.releaseClaimed(this.#kinds(true), now());
  }

  /** @returns false when there is, or was, one of the same key */
  add(errand: NewErrand): boolean {
    return this.#options.store.add({ webhookId: null, ...errand, createdAt: this.#options.now() });
  }

  countWaiting(kind: ErrandKind): number {
    return this.#options.store.countWaiting(kind);
  }

  /** Sends everything that is due: one mail after the other, and beside them one webhook after the other. */
  async run(): Promise<void> {
    await Promise.all([this.#runLane(false), this.#runLane(true)]);
  }

  /** Claims nothing more, and waits for what is under way, but not for ever: the rest is as if the process had been killed. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_FAREWELL_MS);
    });
    await Promise.race([Promise.all(this.#running.values()), patience]);
    clearTimeout(timer);
  }

  tidy(): void {
    this.#options.store.forget(this.#options.now() - KEPT_MS);
  }

  /** A lane that is under way also takes what has been added meanwhile. */
  #runLane(mayRepeat: boolean): Promise<void> {
    const running = this.#running.get(mayRepeat);
    if (running !== undefined) return running;
    const lane = this.#carryAll(this.#kinds(mayRepeat)).finally(() => this.#running.delete(mayRepeat));
    this.#running.set(mayRepeat, lane);
    return lane;
  }

  async #carryAll(kinds: readonly ErrandKind[]): Promise<void> {
    const { store, now } = this.#options;
    while (!this.#isStopped) {
      const errand = store.claim(kinds, now());
      if (errand === null) return;
      await this.#carry(errand);
    }
  }

  async #carry(errand: Errand): Promise<void> {
    const { carriers, store, now } = this.#options;
    const carrier = carriers[errand.kind];
    try {
      await carrier?.carry(errand);
      store.finish(errand.id, 'sent', now(), null);
    } catch (error) {
      this.#keepOrEnd(errand, this.#faultOf(error, errand), carrier);
    }
  }

  /** A mistake of ours is tried again as well: the next version may know better. */
  #faultOf(error: unknown, { kind, attempts }: Errand): DeliveryFault {
    const { log } = this.#options;
    if (!(error instanceof DeliveryFault)) {
      log.error({ ...describeFault(error), kind, attempts }, 'something could not be made ready for sending');
      return new DeliveryFault('later', 'It could not be made ready; the log of the server says more.');
    }
    log.warn({ kind, attempts, outcome: error.outcome, fault: error.message }, 'something was not delivered');
    return error;
  }

  #keepOrEnd(errand: Errand, { outcome, message }: DeliveryFault, carrier: Carrier | undefined): void {
    const { store, now } = this.#options;
    const dueAt = now() + (WAITS_MS[Math.min(errand.attempts, WAITS_MS.length) - 1] ?? MINUTE_MS);
    const isTooLate = dueAt > errand.createdAt + (carrier?.patienceMs ?? DAY_MS);
    const mayHaveArrived = outcome === 'unknown' && carrier?.mayRepeat !== true;
    if (outcome === 'refused' || mayHaveArrived)
      store.finish(errand.id, outcome === 'refused' ? 'refused' : 'unknown', now(), message);
    else if (isTooLate) store.finish(errand.id, 'given_up', now(), message);
    else store.postpone(errand.id, dueAt, message);
  }

  #kinds(mayRepeat: boolean): ErrandKind[] {
    const { carriers } = this.#options;
    return (Object.keys(carriers) as ErrandKind[]).filter((kind) => carriers[kind]?.mayRepeat === mayRepeat);
  }
}
