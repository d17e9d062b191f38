/** Saving, changing and removing the segments of sites. */
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import type { Segment } from '../domain/segment.ts';
import { cleanText } from '../lib/clean-text.ts';
import type { FilterCheck, SegmentStore } from './ports.ts';

const MOST_SEGMENTS = 200;
export const LONGEST_SEGMENT_NAME = 80;

export interface SegmentsOptions {
  store: SegmentStore;
  /** The judgement of whoever answers questions. */
  checkFilters: FilterCheck;
  /** UTC ms. */
  now: () => number;
}

export class Segments {
  readonly #options: SegmentsOptions;

  constructor(options: SegmentsOptions) {
    this.#options = options;
  }

  /** In the order of their names. */
  list(siteId: number): Segment[] {
    return this.#options.store.list(siteId);
  }

  /** @throws AppError `invalid` with one detail per mistake, or `conflict` when the name is taken or there are too many */
  add(siteId: number, given: { name: unknown; filters: unknown }): Segment {
    const checked = this.#check(given);
    if (this.list(siteId).length >= MOST_SEGMENTS)
      throw new AppError('conflict', `A site has at most ${MOST_SEGMENTS} segments; remove one first.`);
    const added = this.#options.store.insert(siteId, checked, this.#options.now());
    if (added !== null) return added;
    throw nameTaken(checked.name);
  }

  /**
   * Gives a segment another name, other filters, or both.
   * @throws AppError `invalid`, `not_found`, or `conflict` when the name is another one's
   */
  change(siteId: number, id: number, given: { name?: unknown; filters?: unknown }): Segment {
    const known = this.list(siteId).find((each) => each.id === id);
    if (known === undefined) throw notThere();
    const { name = known.name, filters = known.filters } = given;
    const changed = { id, ...this.#check({ name, filters }) };
    if (this.#options.store.update(siteId, changed, this.#options.now())) return changed;
    throw nameTaken(changed.name);
  }

  /** @param named its name or its number @throws AppError `not_found` */
  remove(siteId: number, named: string | number): void {
    const { store } = this.#options;
    const id = typeof named === 'number' ? named : store.list(siteId).find(({ name }) => name === named)?.id;
    if (id === undefined || !store.remove(siteId, id)) throw notThere();
  }

  #check({ name, filters }: { name: unknown; filters: unknown }): Omit<Segment, 'id'> {
    const mistakes: ErrorDetail[] = [];
    const cleaned = typeof name === 'string' ? cleanText(name).trim() : '';
    if (cleaned === '' || cleaned.length > LONGEST_SEGMENT_NAME)
      mistakes.push({ path: 'name', message: `A name has 1 to ${LONGEST_SEGMENT_NAME} characters.` });
    if (!Array.isArray(filters) || filters.length === 0)
      mistakes.push({
        path: 'filters',
        message: 'Give a list of one filter at least: [["is", "visit:country", ["FR"]]].',
      });
    else mistakes.push(...this.#options.checkFilters(filters));
    if (mistakes.length > 0) throw new AppError('invalid', 'The segment cannot be saved; see details.', mistakes);
    return { name: cleaned, filters: filters as readonly unknown[] };
  }
}

function nameTaken(name: string): AppError {
  return new AppError('conflict', `The site has a segment called ${name}; give this one another name.`);
}

function notThere(): AppError {
  return new AppError('not_found', 'The site has no such segment; it may have been removed.');
}
