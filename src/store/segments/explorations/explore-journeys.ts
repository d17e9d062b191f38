/** Journeys: the pages that come after a page, or before it, within the same visit. */
import { PAGEVIEW } from '../../../domain/event.ts';
import { NOT_SET } from '../../../stats/dimensions.ts';
import type { JourneysPlan, JourneysScan } from '../../../stats/explorations/ports.ts';
import { valueAt } from '../column.ts';
import { DayVisits } from './day-visits.ts';
import { EventCondition } from './event-condition.ts';
import { JourneyCounts } from './journey-counts.ts';
import type { SiteDays } from './site-days.ts';

export function exploreJourneys(plan: JourneysPlan, site: SiteDays): JourneysScan {
  const { window, filter, limit } = plan;
  const texts = site.terms('page');
  const condition = new EventCondition(filter, site);
  const pageview = site.terms('name').indexOf(PAGEVIEW);
  const origin = pageId(plan.page, texts);
  const seen = { visits: 0, identified: 0, unseen: 0 };
  const longest = origin === null ? plan.depth + 1 : plan.depth;
  const journeys = new JourneyCounts(longest);
  const pages: number[] = [];
  for (const day of site.days(window.firstDay, window.lastDay)) {
    const visits = new DayVisits(day, condition);
    const rows = day.eventStarts();
    const name = day.column('events', 'name');
    const page = day.column('events', 'page');
    for (let visit = 0; visit < visits.length; visit++) {
      if (!visits.passes(visit) || !visits.beganIn(window, visit)) continue;
      visits.note(visit, seen);
      // What came after the first page of an unseen visit is not known, so it may not pass for its end.
      if (visits.population(visit) === 'unseen') continue;
      pages.length = 0;
      for (let event = rows[visit] ?? 0; event < (rows[visit + 1] ?? 0); event++) {
        if (valueAt(name, event) !== pageview) continue;
        const id = valueAt(page, event);
        if (id !== pages.at(-1)) pages.push(id); // the same page again is one page: a reload
      }
      countJourneys(pages, plan.direction, origin, journeys);
    }
  }
  const rows = journeys
    .most(limit, (id) => texts[id] || NOT_SET)
    .map((journey) => ({ ...journey, ends: journey.pages.length < longest }));
  return { rows, total: journeys.total, totalRows: journeys.rows, seen };
}

/** The page where journeys start; null: the first of each visit. */
function pageId(page: string | null, pages: readonly string[]): number | null {
  if (page === null) return null;
  return page === NOT_SET ? 0 : pages.indexOf(page, 1);
}

function countJourneys(
  pages: readonly number[],
  direction: JourneysPlan['direction'],
  origin: number | null,
  journeys: JourneyCounts,
): void {
  if (origin === null) {
    if (pages.length > 0) journeys.add(pages, 0, 1);
    return;
  }
  const step = direction === 'next' ? 1 : -1;
  for (let index = 0; index < pages.length; index++) {
    if (pages[index] === origin) journeys.add(pages, index + step, step);
  }
}
