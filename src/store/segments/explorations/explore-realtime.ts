/** Current visitors: who did something in the last minutes. Reads today and yesterday, since a visit may have begun before midnight. */
import { PAGEVIEW } from '../../../domain/event.ts';
import { DIRECT, NOT_SET } from '../../../stats/dimensions.ts';
import {
  MOST_CURRENT,
  REALTIME_MINUTES,
  type RealtimePlan,
  type RealtimeScan,
  type RealtimeSpan,
} from '../../../stats/explorations/ports.ts';
import { valueAt } from '../column.ts';
import { DayVisits } from './day-visits.ts';
import type { SiteDays } from './site-days.ts';

const MINUTE_MS = 60_000;
const [SHORT, LONG] = REALTIME_MINUTES;

export function exploreRealtime({ now, today }: RealtimePlan, { days, terms }: SiteDays): RealtimeScan {
  const pageview = terms('name').indexOf(PAGEVIEW);
  const spans = { [SHORT]: new Span(), [LONG]: new Span() };
  const pageviewsByMinute = new Array<number>(LONG).fill(0);
  const pages = new Map<number, number>();
  const sources = new Map<number, Set<string>>();
  for (const day of days(today - 1, today)) {
    const visits = new DayVisits(day, null);
    const at = day.column('events', 'at');
    const name = day.column('events', 'name');
    const page = day.column('events', 'page');
    const visitOf = day.column('events', 'visit');
    const source = day.column('visits', 'source');
    for (let event = 0; event < day.rows.events; event++) {
      const age = now - valueAt(at, event);
      if (age < 0 || age >= LONG * MINUTE_MS) continue;
      const visit = valueAt(visitOf, event) - 1;
      const person = visit < 0 ? null : personOf(visits, visit, day.day);
      const isPageview = valueAt(name, event) === pageview;
      for (const minutes of REALTIME_MINUTES) if (age < minutes * MINUTE_MS) spans[minutes].add(person, isPageview);
      if (person !== null) {
        const id = valueAt(source, visit);
        sources.set(id, (sources.get(id) ?? new Set()).add(person));
      }
      if (!isPageview) continue;
      const minute = LONG - 1 - Math.floor(age / MINUTE_MS);
      pageviewsByMinute[minute] = (pageviewsByMinute[minute] ?? 0) + 1;
      const id = valueAt(page, event);
      pages.set(id, (pages.get(id) ?? 0) + 1);
    }
  }
  const texts = (kind: string, id: number, absent: string) => terms(kind)[id] || absent;
  return {
    spans: { [SHORT]: spans[SHORT].counts(), [LONG]: spans[LONG].counts() },
    pageviewsByMinute,
    pages: largest([...pages].map(([id, count]) => [texts('page', id, NOT_SET), count])).map(([text, count]) => ({
      page: text,
      pageviews: count,
    })),
    sources: largest([...sources].map(([id, people]) => [texts('source', id, DIRECT), people.size])).map(
      ([text, count]) => ({ source: text, visitors: count }),
    ),
  };
}

/** Who is told apart: a visitor over both days, or somebody anonymous on one of them. null: nobody who can be counted. */
function personOf(visits: DayVisits, visit: number, day: number): string | null {
  switch (visits.population(visit)) {
    case 'identified':
      return `identified ${visits.visitor(visit)}`;
    case 'anonymous':
      return `anonymous ${day} ${visits.ordinal(visit)}`;
    default:
      return null;
  }
}

class Span {
  readonly #people = new Set<string>();
  #pageviews = 0;
  #uncounted = 0;

  add(person: string | null, isPageview: boolean): void {
    if (person !== null) this.#people.add(person);
    if (!isPageview) return;
    this.#pageviews += 1;
    if (person === null) this.#uncounted += 1;
  }

  counts(): RealtimeSpan {
    const identified = [...this.#people].filter((person) => person.startsWith('identified')).length;
    const anonymous = this.#people.size - identified;
    return { identified, anonymous, pageviews: this.#pageviews, uncounted: this.#uncounted };
  }
}

/** The most first, equal ones by the alphabet. */
function largest(counted: [text: string, count: number][]): [text: string, count: number][] {
  return counted.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CURRENT);
}
