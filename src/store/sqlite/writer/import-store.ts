/** Imports over the writer thread. */
import type { ImportedPart, ImportRun, ImportStore } from '../../../transfer/ports.ts';
import type { WriterThread } from './writer-thread.ts';

export class ThreadImportStore implements ImportStore {
  readonly #writer: WriterThread;

  constructor(writer: WriterThread) {
    this.#writer = writer;
  }

  listRuns(siteId: number, kind: string): Promise<ImportRun[]> {
    return this.#writer.call('listRuns', { siteId, kind });
  }

  saveRun(run: ImportRun): Promise<number> {
    return this.#writer.call('saveRun', run);
  }

  async writePart(part: ImportedPart): Promise<void> {
    const taken = part.live ? this.#writer.takeOpened() : [];
    try {
      await this.#writer.call('writeImportedPart', { ...part, opened: [...taken, ...part.opened] });
    } catch (error) {
      for (const day of taken) this.#writer.openDay(day); // the next event must find its day opened
      throw error;
    }
  }

  listBrokenDays(siteId: number, days: readonly number[]): Promise<number[]> {
    return this.#writer.call('listBrokenDays', { siteId, days });
  }

  closeLane(lane: string): Promise<void> {
    return this.#writer.call('closeLane', lane);
  }
}
