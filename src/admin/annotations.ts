/** Adding, changing and removing the notes on the days of sites. */
import type { Annotation } from '../domain/annotation.ts';
import { AppError } from '../domain/errors.ts';
import { parseAnnotation, parseDayRange } from './parse-annotation.ts';
import type { AnnotationStore } from './ports.ts';

/** A chart whose every bar has a mark shows none. */
const MOST_ANNOTATIONS = 2000;
/** Beyond every day that a site can have. */
const [FIRST_DAY, LAST_DAY] = ['0000-01-01', '9999-12-31'];

export class Annotations {
  readonly #store: AnnotationStore;
  readonly #now: () => number;

  /** @param now UTC ms */
  constructor(store: AnnotationStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** By day, then in the order in which they were written. @param range `from` and `to`  @throws AppError `invalid` */
  list(siteId: number, range: unknown = {}): Annotation[] {
    const { from = FIRST_DAY, to = LAST_DAY } = parseDayRange(range);
    return this.#store.list(siteId, from, to);
  }

  /** @param given `day` and `text`  @throws AppError `invalid`, or `conflict` when there are too many */
  add(siteId: number, given: unknown): Annotation {
    const note = parseAnnotation(given);
    if (this.#store.count(siteId) >= MOST_ANNOTATIONS)
      throw new AppError('conflict', `A site has at most ${MOST_ANNOTATIONS} notes; remove one first.`);
    return { id: this.#store.insert(siteId, note, this.#now()), ...note };
  }

  /** @throws AppError `invalid`, `not_found` */
  change(siteId: number, id: number, given: unknown): Annotation {
    const note = parseAnnotation(given);
    if (!this.#store.update(siteId, id, note)) throw unknown();
    return { id, ...note };
  }

  /** @throws AppError `not_found` */
  remove(siteId: number, id: number): void {
    if (!this.#store.remove(siteId, id)) throw unknown();
  }
}

function unknown(): AppError {
  return new AppError('not_found', 'The site has no note of that number; it may have been removed by somebody else.');
}
