/** Removes the days that sites keep no longer, in bounded pieces: beacons that come meanwhile are written between two of them. */
import type { RemovedDays } from '../../../domain/removed-days.ts';
import { firstDayKept } from '../../../domain/retention.ts';
import type { Site } from '../../../domain/site.ts';
import type { Turns } from '../../../lib/turns.ts';
import type { WriterThread } from './writer-thread.ts';

export interface RetentionOptions {
  writer: Pick<WriterThread, 'call' | 'emptyLog'>;
  sites: () => readonly Pick<Site, 'id' | 'retentionMonths' | 'timezone'>[];
  /** Shared with whatever else rewrites old days. */
  turns: Turns;
  /** UTC ms. */
  now: () => number;
  /** Told of each site with something removed, or left over by a failure. */
  onRemoved: (removed: RemovedDays) => void;
}

export class Retention {
  readonly #options: RetentionOptions;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  /**
   * A site that fails keeps none of the others from their turn. @returns whether all were looked through to their end
   * @throws AppError `unavailable` when what was removed is still in the write-ahead log
   */
  run(): Promise<boolean> {
    const { writer, sites, turns, onRemoved } = this.#options;
    return turns.take(async () => {
      let isWhole = true;
      for (const site of sites()) {
        const { isDone, ...removed } = await this.#removeOf(site);
        isWhole &&= isDone;
        if (removed.days + removed.visitors + removed.texts > 0 || removed.failure !== null) onRemoved(removed);
      }
      await writer.emptyLog();
      return isWhole;
    });
  }

  async #removeOf({ id: siteId, retentionMonths, timezone }: ReturnType<RetentionOptions['sites']>[number]) {
    const { writer, turns, now } = this.#options;
    const asked = { siteId, firstDayKept: firstDayKept(retentionMonths, timezone, now()) };
    const removed: RemovedDays = { siteId, days: 0, visitors: 0, texts: 0, failure: null };
    let isDone = false;
    try {
      while (!turns.isStopped) {
        const piece = await writer.call('removeOldDays', asked);
        if (piece === null) break; // an import runs
        removed.days += piece.days;
        removed.visitors += piece.visitors;
        removed.texts += piece.texts;
        isDone = piece.isDone;
        if (isDone) break;
      }
    } catch (error) {
      removed.failure = error instanceof Error ? error.message : String(error);
    }
    return { ...removed, isDone };
  }
}
