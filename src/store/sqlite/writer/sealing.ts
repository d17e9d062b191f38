/** Seals all days that are due, one transaction each: beacons that come meanwhile are written between two days. */
import type { SealedSite } from '../../../domain/sealed-site.ts';
import type { Turns } from '../../../lib/turns.ts';
import type { WriterThread } from './writer-thread.ts';

export interface SealingOptions {
  writer: Pick<WriterThread, 'call'>;
  /** Shared with whatever else rewrites old days. */
  turns: Turns;
  /** UTC ms. */
  now: () => number;
  onSealed: (sites: readonly SealedSite[]) => void;
}

export class Sealing {
  readonly #options: SealingOptions;
  constructor(options: SealingOptions) {
    this.#options = options;
  }

  /** @param siteId null for all sites. @returns sites with days that were due */
  run(siteId: number | null): Promise<SealedSite[]> {
    return this.#options.turns.take(() => this.#seal(siteId));
  }

  async #seal(siteId: number | null): Promise<SealedSite[]> {
    const { writer, turns, now, onSealed } = this.#options;
    const sites = new Map<number, SealedSite>();
    const due = turns.isStopped ? [] : await writer.call('listDueDays', now());
    for (const place of due) {
      if (turns.isStopped) break;
      if (siteId !== null && place.siteId !== siteId) continue;
      const site = sites.get(place.siteId) ?? { siteId: place.siteId, days: 0, rows: 0, bytes: 0, failed: [] };
      sites.set(place.siteId, site);
      try {
        const sealed = await writer.call('sealDay', place);
        if (sealed === null) continue; // an import has begun
        site.days += 1;
        site.rows += sealed.rows;
        site.bytes += sealed.bytes;
      } catch (error) {
        site.failed.push({ day: place.day, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    const done = [...sites.values()];
    onSealed(done);
    return done;
  }
}
