/**
 * Windows that a reader has modelled: most questions of a page are about the same days, and the model is that of the whole site, whatever is
 * filtered or listed. Each is used as long as nothing has changed that it rests on.
 */
import { LRUCache } from 'lru-cache';
import type { WindowShape } from '../../../count/estimate/choose-method.ts';
import type { ModelledWindow, WindowShelf } from '../../segments/window-estimator.ts';

interface Kept {
  /** What the window's days were like when it was modelled. */
  state: string;
  window: ModelledWindow;
}

export class KeptWindows {
  readonly #windows: LRUCache<string, Kept>;

  /** @param mostBytes of all windows together */
  constructor(mostBytes: number) {
    this.#windows = new LRUCache({ maxSize: Math.max(1, mostBytes), sizeCalculation: ({ window }) => bytesOf(window) });
  }

  /** Those of one site. @param stateOf what a window rests on, as text: whoever finds another text finds nothing */
  ofSite(siteId: number, stateOf: (firstDay: number, lastDay: number) => string): WindowShelf {
    const nameOf = (by: string, { firstDay, lastDay }: WindowShape) => `${siteId} ${by} ${firstDay} ${lastDay}`;
    return {
      find: (by, shape) => {
        const kept = this.#windows.get(nameOf(by, shape));
        return kept?.state === stateOf(shape.firstDay, shape.lastDay) ? kept.window : null;
      },
      keep: (by, shape, window) => {
        this.#windows.set(nameOf(by, shape), { state: stateOf(shape.firstDay, shape.lastDay), window });
      },
    };
  }

  /** Keeps nothing about a site. */
  forget(siteId: number): void {
    for (const name of [...this.#windows.keys()]) if (name.startsWith(`${siteId} `)) this.#windows.delete(name);
  }
}

function bytesOf({ rowsOf, model: { days, cells, weights, overlap } }: ModelledWindow): number {
  const arrays = [...Object.values(days), ...Object.values(cells), ...rowsOf.values(), weights, overlap?.surplus];
  return arrays.reduce<number>((sum, each) => sum + (ArrayBuffer.isView(each) ? each.byteLength : 0), 1);
}
