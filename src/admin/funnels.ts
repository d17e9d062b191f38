/** Keeping funnels of sites under a name. */
import { AppError } from '../domain/errors.ts';
import type { SavedFunnel } from '../domain/funnel.ts';
import { parseFunnel } from './parse-funnel.ts';
import type { FunnelStore } from './ports.ts';

const MOST_FUNNELS = 100;

export class Funnels {
  readonly #store: FunnelStore;
  readonly #now: () => number;

  /** @param now UTC ms */
  constructor(store: FunnelStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** In the order of their names. */
  list(siteId: number): SavedFunnel[] {
    return this.#store.list(siteId);
  }

  /** @throws AppError `invalid`, or `conflict` when the name is taken or the site has too many */
  add(siteId: number, given: unknown): SavedFunnel {
    const funnel = parseFunnel(given);
    if (this.list(siteId).length >= MOST_FUNNELS)
      throw new AppError('conflict', `A site keeps at most ${MOST_FUNNELS} funnels; remove one first.`);
    if (this.#store.insert(siteId, funnel, this.#now())) return funnel;
    throw nameTaken(funnel.name);
  }

  /** Puts another in its place, under the same name or a new one. @throws AppError `invalid`, `not_found`, or `conflict` when the name is another's */
  change(siteId: number, name: string, given: unknown): SavedFunnel {
    const funnel = parseFunnel(given);
    if (!this.list(siteId).some((each) => each.name === name)) throw notThere();
    if (this.#store.replace(siteId, name, funnel)) return funnel;
    throw nameTaken(funnel.name);
  }

  /** @throws AppError `not_found` */
  remove(siteId: number, name: string): void {
    if (this.#store.remove(siteId, name)) return;
    throw notThere();
  }
}

function nameTaken(name: string): AppError {
  return new AppError('conflict', `The site has a funnel called ${name}; give this one another name.`);
}

function notThere(): AppError {
  return new AppError('not_found', 'The site has no funnel of that name.');
}
