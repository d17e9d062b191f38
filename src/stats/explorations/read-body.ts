/** What all explorations ask alike: a range and filters as a query has them, whole numbers, one of some words. */
import { type Audience, type Disclosure, disclosureOf } from '../../domain/disclosure.ts';
import { AppError, type ErrorDetail } from '../../domain/errors.ts';
import type { Goal } from '../../domain/goal.ts';
import type { Segment } from '../../domain/segment.ts';
import type { Site } from '../../domain/site.ts';
import { clockTime } from '../../lib/calendar.ts';
import { type DateRange, windowOf } from '../date-range.ts';
import { parseQuery } from '../parse-query.ts';
import type { Filter, Window } from '../plan.ts';
import { checkLength } from '../plan-query.ts';
import type { StatsExecutor } from '../ports.ts';
import type { Explorer } from './ports.ts';

export interface ExplorationContext {
  site: Site;
  /** Of the site, in the order of their names. */
  goals: readonly Goal[];
  /** Of the site, which filters may name; none when it is not said. */
  segments?: readonly Segment[];
  executor: Pick<StatsExecutor, 'firstDay'> & Explorer;
  /** UTC ms. */
  now: number;
  /** Who will read the answer; `staff` when it is not said. */
  audience?: Audience;
}

/** How finely an answer may be told. */
export function disclosureFor({ site, audience }: Pick<ExplorationContext, 'site' | 'audience'>): Disclosure {
  return disclosureOf(site, audience ?? 'staff');
}

export type Fields = Readonly<Record<string, unknown>>;

/** One question under way: its fields, and the mistakes found in them. */
export class Body {
  readonly fields: Fields;
  readonly #segments: readonly Segment[];
  readonly #mistakes: ErrorDetail[] = [];

  constructor(body: unknown, segments: readonly Segment[] = []) {
    if (!isObject(body)) throw invalid([{ path: '', message: 'The body must be a JSON object.' }]);
    this.fields = body;
    this.#segments = segments;
  }

  refuse(path: string, message: string): void {
    this.#mistakes.push({ path, message });
  }

  /** @throws AppError `invalid` with one detail per mistake */
  check(): void {
    if (this.#mistakes.length > 0) throw invalid(this.#mistakes);
  }

  /** The range and the filters, read as those of a query. */
  range(): { dateRange: DateRange; filter: Filter | null } {
    const { date_range, filters } = this.fields;
    return this.#readQuery({ date_range, filters }, (path) => path) ?? { dateRange: { word: 'day' }, filter: null };
  }

  /** One filter that stands at `path`. */
  filter(given: unknown, path: string): Filter | null {
    const inside = (inner: string) => inner.replace('filters[0]', path);
    return this.#readQuery({ date_range: 'day', filters: [given] }, inside)?.filter ?? null;
  }

  whole(name: string, fallback: number | null, least: number, most: number): number {
    const value = this.fields[name] ?? fallback;
    if (isWhole(value, least, most)) return value;
    this.refuse(name, `Give a whole number from ${least} to ${most}.`);
    return least;
  }

  word<T extends string>(name: string, words: readonly T[], fallback: T | null): T | null {
    const value = this.fields[name] ?? fallback;
    const known = words.find((word) => word === value) ?? null;
    if (known === null) this.refuse(name, `Use one of ${words.join(', ')}.`);
    return known;
  }

  #readQuery(fields: Fields, placeOf: (path: string) => string) {
    try {
      return parseQuery({ ...fields, metrics: ['visits'] }, this.#segments);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const { path, message } of error.details) this.refuse(placeOf(path), message);
      return null;
    }
  }
}

/** @throws AppError `invalid` for a range of more than a hundred years */
export async function planWindow(
  range: DateRange,
  { site, executor, now }: Pick<ExplorationContext, 'site' | 'now'> & { executor: Pick<StatsExecutor, 'firstDay'> },
): Promise<Window> {
  const firstKnown = 'word' in range && range.word === 'all' ? await executor.firstDay(site.id) : null;
  const window = windowOf(range, site.timezone, now, firstKnown);
  checkLength(window);
  return window;
}

/** The part of a question that all explorations show again as it was understood. */
export function presentAsked({ fields }: Body, { startsAt, endsAt }: Window, timeZone: string): Fields {
  return {
    site_id: fields.site_id,
    date_range: [clockTime(startsAt, timeZone), clockTime(endsAt - 1000, timeZone)],
    filters: fields.filters ?? [],
  };
}

/** Percent with one digit; null of nothing, and of what is hidden. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : Number(((part / whole) * 100).toFixed(1));
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

export function invalid(details: ErrorDetail[]): AppError {
  return new AppError('invalid', 'The query could not be understood; see details.', details);
}
