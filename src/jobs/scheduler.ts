/** Looks again and again at what is due. When that is stands in app.db alone, so that a restart neither loses nor repeats anything. */
import { describeFault, type Log } from '../observe/create-log.ts';
import type { Outbox } from './outbox.ts';

/** How often what waits to be sent is looked at (ms): no longer than whoever asked for a mail wants to wait. */
const SENDING_MS = 2000;
/** How often it is worked out what is due (ms). */
const PLANNING_MS = 60_000;
/** How soon after the start that is done first (ms). */
const FIRST_PLANNING_MS = 1000;

export interface SchedulerOptions {
  outbox: Pick<Outbox, 'run' | 'stop' | 'tidy'>;
  /** Each puts what is due into the outbox; one that is called again adds nothing that was there. */
  planners: readonly (() => Promise<void>)[];
  log: Pick<Log, 'error'>;
}

export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #timers: NodeJS.Timeout[] = [];
  #planning: Promise<void> | null = null;

  constructor(options: SchedulerOptions) {
    this.#options = options;
  }

  start(): void {
    const { outbox } = this.#options;
    this.#timers.push(
      setInterval(() => void this.#guard(outbox.run()), SENDING_MS),
      setInterval(() => void this.plan(), PLANNING_MS),
    );
    this.#timers.push(setTimeout(() => void this.plan(), FIRST_PLANNING_MS));
    for (const timer of this.#timers) timer.unref();
  }

  /** Works out what is due, one after the other; while that is under way nothing is begun again. */
  plan(): Promise<void> {
    this.#planning ??= this.#planAll().finally(() => (this.#planning = null));
    return this.#planning;
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all([this.#planning, this.#options.outbox.stop()]);
  }

  async #planAll(): Promise<void> {
    const { outbox, planners } = this.#options;
    outbox.tidy();
    for (const planner of planners) await this.#guard(planner());
  }

  async #guard(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => this.#options.log.error(describeFault(error), 'a job could not be done'));
  }
}
