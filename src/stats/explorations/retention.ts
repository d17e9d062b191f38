/** Retention: of the identified visitors who came first in one day, week or month, how many came again in each later one. */
import { dateOf, dayAt } from '../../lib/calendar.ts';
import { bucketsOf, windowOf } from '../date-range.ts';
import { protectCohorts } from '../disclosure/protect-explorations.ts';
import type { Window } from '../plan.ts';
import { restrictExploration } from '../restrict-report.ts';
import { type Coverage, presentCoverage, presentTold, type ToldMeta } from './coverage.ts';
import type { RetentionPlan } from './ports.ts';
import {
  Body,
  disclosureFor,
  type ExplorationContext,
  type Fields,
  invalid,
  planWindow,
  presentAsked,
  shareOf,
} from './read-body.ts';

const RETENTION_UNITS = ['day', 'week', 'month'] as const;
type Unit = (typeof RETENTION_UNITS)[number];
/** Days that no unit is longer than. */
const LONGEST_UNIT: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 31 };
const MOST_PERIODS = 365;
/** Cells of one answer. */
const MOST_CELLS = 9000;

export interface RetentionCohort {
  /** First day of the cohort, such as 2026-03-02. */
  cohort: string;
  /** The range begins after the unit does, or ends before it. */
  is_cut: boolean;
  /** The first one is the unit of the first visit; those that have not begun are left out. */
  periods: RetentionCell[];
}

export interface RetentionCell {
  /** null when it is hidden. */
  visitors: number | null;
  /** Of the visitors of the cohort's first period, in percent. */
  share: number | null;
  /** The period is not over yet. */
  incomplete: boolean;
}

export interface RetentionAnswer {
  results: RetentionCohort[];
  meta: {
    coverage: Coverage;
    /** A visitor who clears the identifier is missing from then on, and counts as a new one when they come again. */
    is_lower_bound: true;
  } & ToldMeta;
  query: Fields;
}

/** @throws AppError `invalid` with one detail per mistake */
export async function answerRetention(asked: unknown, context: ExplorationContext): Promise<RetentionAnswer> {
  const { site, goals, executor, now } = context;
  const body = new Body(asked, context.segments);
  const { dateRange, filter: given } = body.range();
  const { filter, restriction } = restrictExploration(given, site.profile);
  const disclosure = disclosureFor(context);
  const unit = body.word('unit', RETENTION_UNITS, null) ?? 'day';
  const periods = body.whole('periods', null, 1, MOST_PERIODS);
  body.check();
  const window = await planWindow(dateRange, context);
  if (!window.isWholeDays)
    throw invalid([{ path: 'date_range', message: 'Visitors are known by the day of their first visit: give days.' }]);
  const today = dayAt(now, site.timezone).day;
  // No fewer cohorts than if each was as long as they get: a century of days is refused before it is cut into units.
  checkCells(Math.ceil((window.lastDay - window.firstDay + 1) / LONGEST_UNIT[unit]), periods);
  const units = planUnits(window, unit, periods, site.timezone);
  checkCells(units.cohorts, periods);
  const lastDay = Math.min(today, units.endsBefore - 1);
  const plan: RetentionPlan = { siteId: site.id, goals, window, filter, ...units, lastDay };
  const scan = await executor.explore('retention', plan);
  const told = protectCohorts(scan.visitors, disclosure);
  return {
    results: presentCohorts(told, { ...units, unit, window, today, timeZone: site.timezone }),
    meta: {
      coverage: presentCoverage(scan.seen, disclosure),
      is_lower_bound: true,
      ...presentTold(disclosure, restriction, told.flat()),
    },
    query: { ...presentAsked(body, window, site.timezone), unit, periods },
  };
}

function checkCells(cohorts: number, periods: number): void {
  if (cohorts * (periods + 1) > MOST_CELLS)
    throw invalid([{ path: 'periods', message: `Ask for at most ${MOST_CELLS} cohorts times periods.` }]);
}

interface Units {
  units: readonly number[];
  cohorts: number;
  /** The day after the last unit. */
  endsBefore: number;
}

/** Calendar units from the beginning of the window on: the cohorts, and as many periods after the last of them. */
function planUnits({ firstDay, lastDay }: Window, unit: Unit, periods: number, timeZone: string): Units {
  const long = { from: firstDay, to: lastDay + (periods + 2) * LONGEST_UNIT[unit] };
  const { firstDays } = bucketsOf(windowOf(long, timeZone, 0, null), unit, timeZone);
  const cohorts = firstDays.filter((day) => day <= lastDay).length;
  return { units: firstDays.slice(0, cohorts + periods), cohorts, endsBefore: firstDays[cohorts + periods] ?? lastDay };
}

interface Presented extends Units {
  unit: Unit;
  window: Window;
  today: number;
  timeZone: string;
}

function presentCohorts(visitors: readonly (readonly (number | null)[])[], presented: Presented): RetentionCohort[] {
  const { units, endsBefore, today, window } = presented;
  const endOf = (index: number) => units[index + 1] ?? endsBefore;
  return visitors.map((row, cohort) => ({
    cohort: dateOf(units[cohort] ?? 0),
    is_cut: (cohort === 0 && !beginsUnit(presented)) || endOf(cohort) - 1 > window.lastDay,
    periods: row
      .map((count, period) => ({
        visitors: count,
        share: shareOf(count, row[0] ?? null),
        incomplete: endOf(cohort + period) > today,
      }))
      .filter((_cell, period) => (units[cohort + period] ?? today) <= today),
  }));
}

/** Whether the window's first day is the first one of a unit: a window that begins the day before then has two. */
function beginsUnit({ window: { firstDay }, unit, timeZone }: Presented): boolean {
  const twoDays = windowOf({ from: firstDay - 1, to: firstDay }, timeZone, 0, null);
  return bucketsOf(twoDays, unit, timeZone).firstDays.includes(firstDay);
}
