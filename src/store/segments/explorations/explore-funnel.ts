/** Funnels: how many got from one step to the next, within a visit or, of identified visitors, within some days. */
import type { FunnelPlan, FunnelScan } from '../../../stats/explorations/ports.ts';
import { valueAt } from '../column.ts';
import { DayVisits } from './day-visits.ts';
import { EventCondition } from './event-condition.ts';
import { followVisitors } from './follow-visitors.ts';
import type { SiteDays } from './site-days.ts';

export function exploreFunnel(plan: FunnelPlan, site: SiteDays): FunnelScan {
  return plan.withinDays === null ? followVisits(plan, site) : followVisitors(plan, plan.withinDays, site);
}

function followVisits({ window, filter, steps }: FunnelPlan, site: SiteDays): FunnelScan {
  const condition = new EventCondition(filter, site);
  const conditions = steps.map((step) => new EventCondition(step, site));
  const counts = steps.map(() => ({ reached: 0, identified: 0, anonymous: 0 }));
  const seen = { visits: 0, identified: 0, unseen: 0 };
  for (const day of site.days(window.firstDay, window.lastDay)) {
    const visits = new DayVisits(day, condition);
    const takes = conditions.map((each) => each.ofEvents(day));
    /** By visit: the steps that it has taken, whether it is asked about or not. */
    const taken = new Uint8Array(visits.length);
    const visitOf = day.column('events', 'visit');
    for (let event = 0; event < day.rows.events; event++) {
      const visit = valueAt(visitOf, event) - 1;
      if (visit < 0) continue;
      const step = taken[visit] ?? 0;
      // One event is one step at most: the earliest that fulfils the next step takes it.
      if (takes[step]?.[event] === 1) taken[visit] = step + 1;
    }
    for (let visit = 0; visit < visits.length; visit++) {
      if (!visits.passes(visit) || !visits.beganIn(window, visit)) continue;
      visits.note(visit, seen);
      const population = visits.population(visit);
      for (let step = 0; step < (taken[visit] ?? 0); step++) {
        const count = counts[step];
        if (count === undefined) break;
        count.reached += 1;
        if (population === 'identified') count.identified += 1;
        else if (population !== 'erased') count.anonymous += 1;
      }
    }
  }
  return { steps: counts, seen };
}
