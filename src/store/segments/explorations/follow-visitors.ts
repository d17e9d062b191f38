/** A funnel whose steps may lie days apart: of identified visitors, over all their visits. */
import type { FunnelPlan, FunnelScan } from '../../../stats/explorations/ports.ts';
import { valueAt } from '../column.ts';
import { Chains } from './chains.ts';
import { DayVisits } from './day-visits.ts';
import { EventCondition } from './event-condition.ts';
import type { SiteDays } from './site-days.ts';

const DAY_MS = 24 * 3_600_000;

export function followVisitors({ window, filter, steps }: FunnelPlan, withinDays: number, site: SiteDays): FunnelScan {
  const condition = new EventCondition(filter, site);
  const conditions = steps.map((step) => new EventCondition(step, site));
  const seen = { visits: 0, identified: 0, unseen: 0 };
  const chains = new Chains(steps.length, withinDays * DAY_MS);
  // A first step may come after midnight, in a visit of the last day, and has all its days before it.
  for (const day of site.days(window.firstDay, window.lastDay + withinDays + 1)) {
    const visits = new DayVisits(day, condition);
    const followed: number[] = [];
    for (let visit = 0; visit < visits.length; visit++) {
      if (!visits.passes(visit)) continue;
      if (visits.beganIn(window, visit)) visits.note(visit, seen);
      if (visits.population(visit) === 'identified') followed.push(visit);
    }
    followed.sort((a, b) => visits.startedAt(a) - visits.startedAt(b) || a - b);
    const fulfils = conditions.map((each) => each.ofEvents(day));
    const rows = day.eventStarts();
    const at = day.column('events', 'at');
    for (const visit of followed) {
      const visitor = visits.visitor(visit);
      const mayBegin = visits.beganIn(window, visit);
      for (let event = rows[visit] ?? 0; event < (rows[visit + 1] ?? 0); event++) {
        const takes = (step: number) => (step > 0 || mayBegin) && fulfils[step]?.[event] === 1;
        chains.advance(visitor, valueAt(at, event), takes);
      }
    }
  }
  return { steps: chains.reached().map((count) => ({ reached: count, identified: count, anonymous: 0 })), seen };
}
