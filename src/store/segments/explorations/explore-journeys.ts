/** Journeys: the pages that come after a page, or before it, within the same visit. */
import { PAGEVIEW } from '../../../domain/event.ts';
import { NOT_SET } from '../../../stats/dimensions.ts';
import type { Journey, JourneysPlan, JourneysScan } from '../../../stats/explorations/ports.ts';
import { valueAt } from '../column.ts';
import { DayVisits } from './day-visits.ts';
import { EventCondition } from './event-condition.ts';
import type { SiteDays } from './site-days.ts';

const SEPARATOR = ' ';

export function exploreJourneys(plan: JourneysPlan, site: SiteDays): JourneysScan {
  const { window, filter } = plan;
  const { terms } = site;
  const condition = new EventCondition(filter, site);
  const pageview = terms('name').indexOf(PAGEVIEW);
  const origin = pageId(plan.page, terms('page'));
  const seen = { visits: 0, identified: 0, unseen: 0 };
  const counts = new Map<string, number>();
  for (const day of site.days(window.firstDay, window.lastDay)) {
    const visits = new DayVisits(day, condition);
    const rows = visits.eventRows();
    const name = day.column('events', 'name');
    const page = day.column('events', 'page');
    for (let visit = 0; visit < visits.length; visit++) {
      if (!visits.passes(visit) || !visits.beganIn(window, visit)) continue;
      visits.note(visit, seen);
      // What came after the first page of an unseen visit is not known, so it may not pass for its end.
      if (visits.population(visit) === 'unseen') continue;
      const pages: number[] = [];
      for (let event = rows[visit] ?? 0; event < (rows[visit + 1] ?? 0); event++) {
        if (valueAt(name, event) !== pageview) continue;
        const id = valueAt(page, event);
        if (id !== pages.at(-1)) pages.push(id); // the same page again is one page: a reload
      }
      countJourneys(pages, plan, origin, counts);
    }
  }
  return present(counts, plan, terms('page'), seen);
}

/** The page where journeys start; null: the first of each visit. */
function pageId(page: string | null, pages: readonly string[]): number | null {
  if (page === null) return null;
  return page === NOT_SET ? 0 : pages.indexOf(page, 1);
}

function countJourneys(
  pages: readonly number[],
  { direction, depth }: JourneysPlan,
  origin: number | null,
  counts: Map<string, number>,
): void {
  const add = (journey: readonly number[]) => {
    const key = journey.join(SEPARATOR);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  if (origin === null) {
    if (pages.length > 0) add(pages.slice(0, depth + 1));
    return;
  }
  for (const [index, page] of pages.entries()) {
    if (page !== origin) continue;
    if (direction === 'next') add(pages.slice(index + 1, index + 1 + depth));
    else add(pages.slice(Math.max(0, index - depth), index).reverse());
  }
}

function present(
  counts: ReadonlyMap<string, number>,
  { page, depth, limit }: JourneysPlan,
  texts: readonly string[],
  seen: JourneysScan['seen'],
): JourneysScan {
  const longest = page === null ? depth + 1 : depth;
  const rows = [...counts].map(([key, count]): Journey => {
    const pages = key === '' ? [] : key.split(SEPARATOR).map((id) => texts[Number(id)] || NOT_SET);
    return { pages, ends: pages.length < longest, count };
  });
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  rows.sort((a, b) => b.count - a.count || compare(a.pages.join('\n'), b.pages.join('\n')));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return { rows: rows.slice(0, limit), total, totalRows: rows.length, seen };
}
