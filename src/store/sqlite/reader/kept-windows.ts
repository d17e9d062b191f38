/**
 * Windows that a reader has modelled: most questions of a page are about the same days, and the model is that of the whole site, whatever is
 * filtered or listed. Each is used as long as nothing has changed that it rests on.
 */
import type { WindowShape } from '../../../count/estimate/choose-method.ts';
import type { ModelledWindow, WindowShelf } from '../../segments/window-estimator.ts';
import { SiteCache } from './site-cache.ts';

export class KeptWindows {
  readonly #windows: SiteCache<ModelledWindow>;

  /** @param mostBytes of all windows together */
  constructor(mostBytes: number) {
    this.#windows = new SiteCache(mostBytes, bytesOf);
  }

  /** Those of one site. @param stateOf digest of what a window rests on */
  ofSite(siteId: number, stateOf: (firstDay: number, lastDay: number) => string): WindowShelf {
    const nameOf = (by: string, { firstDay, lastDay }: WindowShape) => `${by} ${firstDay} ${lastDay}`;
    return {
      find: (by, shape) => this.#windows.find(siteId, nameOf(by, shape), () => stateOf(shape.firstDay, shape.lastDay)),
      keep: (by, shape, window) =>
        this.#windows.keep(siteId, nameOf(by, shape), stateOf(shape.firstDay, shape.lastDay), window),
    };
  }

  forget(siteId: number): void {
    this.#windows.forget(siteId);
  }
}

function bytesOf({ rowsOf, model: { days, cells, weights, overlap } }: ModelledWindow): number {
  const arrays = [...Object.values(days), ...Object.values(cells), ...rowsOf.values(), weights, overlap?.surplus];
  return arrays.reduce<number>((sum, each) => sum + (ArrayBuffer.isView(each) ? each.byteLength : 0), 1);
}
