/** Retention: of the identified visitors who came first in one unit of time, how many came in each later one. */
import type { RetentionPlan, RetentionScan } from '../../../stats/explorations/ports.ts';
import { lastNotAbove } from '../day-view.ts';
import { DayVisits } from './day-visits.ts';
import { EventCondition } from './event-condition.ts';
import type { SiteDays } from './site-days.ts';

export function exploreRetention(plan: RetentionPlan, site: SiteDays): RetentionScan {
  const { window, filter, units, cohorts, lastDay } = plan;
  const condition = new EventCondition(filter, site);
  const firstDays = site.firstDays();
  const seen = { visits: 0, identified: 0, unseen: 0 };
  const visitors = Array.from({ length: cohorts }, () => new Array<number>(units.length - cohorts + 1).fill(0));
  /** The unit in which each visitor was counted last: days come in order. */
  const counted = new Map<number, number>();
  // Consent given after midnight makes a visit of the day before that of a visitor whose first day is this one.
  for (const day of site.days(window.firstDay - 1, lastDay)) {
    const visits = new DayVisits(day, condition);
    for (let visit = 0; visit < visits.length; visit++) {
      if (!visits.passes(visit)) continue;
      if (visits.beganIn(window, visit)) visits.note(visit, seen);
      if (visits.population(visit) !== 'identified') continue;
      const visitor = visits.visitor(visit);
      const first = firstDays[visitor];
      if (first === undefined || first < window.firstDay || first > window.lastDay || day.day < first - 1) continue;
      const unit = lastNotAbove(units, Math.max(first, day.day));
      if (counted.get(visitor) === unit) continue;
      counted.set(visitor, unit);
      const cohort = lastNotAbove(units, first);
      const row = visitors[cohort];
      if (row && unit - cohort < row.length) row[unit - cohort] = (row[unit - cohort] ?? 0) + 1;
    }
  }
  return { visitors, seen };
}
