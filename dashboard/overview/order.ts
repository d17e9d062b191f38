/** The order of the sites, and what may be added up over them. */
import { ApiError } from '../api/api-error.ts';
import type { Row } from '../api/query.ts';
import { readPeople } from '../people/people.ts';
import type { SiteFigures } from './ask-figures.ts';
import type { FiguresBySite } from './use-figures.ts';

export const COLUMNS = ['site', 'visitors', 'visits', 'pageviews', 'bounce_rate'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  by: Column;
  isRising: boolean;
}

/** As the address has it: `visits` from the most, `visits:asc` from the fewest; names the other way round. */
export function readOrder(text: string | undefined): Order {
  const [word, direction] = (text ?? '').split(':');
  const by = COLUMNS.find((column) => column === word) ?? 'pageviews';
  return { by, isRising: direction === 'asc' || (direction !== 'desc' && by === 'site') };
}

/** The order that a press on a column's head leads to: turned round where it is the one already. */
export function orderAfter({ by, isRising }: Order, pressed: Column): string {
  const rises = by === pressed ? !isRising : pressed === 'site';
  return `${pressed}:${rises ? 'asc' : 'desc'}`;
}

/** The one row of a site's totals; null while there is none. */
export function totalsOf(figures: SiteFigures | ApiError | undefined): Row | null {
  return figures === undefined || figures instanceof ApiError ? null : (figures.totals.rows[0] ?? null);
}

/** Sites whose figure is hidden or not known stand at the end, whichever way it goes. */
export function sortSites(domains: readonly string[], figures: FiguresBySite, { by, isRising }: Order): string[] {
  const sign = isRising ? 1 : -1;
  const figureOf = (domain: string) => {
    const row = totalsOf(figures.get(domain));
    if (row === null || by === 'site') return null;
    const people = by === 'visitors' ? readPeople(row) : null;
    return people === null ? row.figure(by) : (people.best ?? (people.low + people.high) / 2);
  };
  return domains.toSorted((one, other) => {
    const byName = one < other ? -1 : 1;
    if (by === 'site') return sign * byName;
    const [first, second] = [figureOf(one), figureOf(other)];
    if (first === null || second === null) return first === second ? byName : first === null ? 1 : -1;
    return sign * (first - second) || byName;
  });
}

/** Pageviews and visits are of one site each, so that they add up; `hidden` is of how many sites none may be told. */
export function sumOf(
  metric: 'visits' | 'pageviews',
  domains: readonly string[],
  figures: FiguresBySite,
): { sum: number; hidden: number } {
  const values = domains.flatMap((domain) => {
    const row = totalsOf(figures.get(domain));
    return row === null ? [] : [row.figure(metric)];
  });
  const told = values.filter((value) => value !== null);
  return { sum: told.reduce((sum, value) => sum + value, 0), hidden: values.length - told.length };
}
