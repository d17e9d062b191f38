/** Imports over the writer thread. */
import type { Outcome } from '../../../domain/event.ts';
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

  writePart(part: ImportedPart): Promise<Outcome[]> {
    const opened = part.live ? [...this.#writer.takeOpened(), ...part.opened] : part.opened;
    return this.#writer.call('writeImportedPart', { ...part, opened });
  }

  listBrokenDays(siteId: number, days: readonly number[]): Promise<number[]> {
    return this.#writer.call('listBrokenDays', { siteId, days });
  }

  closeLane(lane: string): Promise<void> {
    return this.#writer.call('closeLane', lane);
  }
}
