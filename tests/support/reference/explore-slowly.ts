/** Explorations answered the plain way: every visit and every event looked at again for each figure. Written from docs/how-we-count.md. */
import type { Span } from './buckets-slowly.ts';
import { dateOfDay, dayNumber } from './calendar-slowly.ts';
import type { Condition } from './conditions-slowly.ts';
import type { Row } from './read-tables.ts';
import {
  beganInside,
  coverageSlowly,
  eventPasses,
  type Site,
  type SlowVisit,
  shareSlowly,
  visitPasses,
  visitsSlowly,
} from './visits-slowly.ts';

const DAY_MS = 86_400_000;

/** Visits that pass the filters: of the range, and all of them. */
function chosen(site: Site, filters: Condition[], span: Span): { inside: SlowVisit[]; all: SlowVisit[] } {
  const all = visitsSlowly(site.tables).filter((visit) => visitPasses(visit, filters, site));
  return { inside: all.filter((visit) => beganInside(visit, span)), all };
}

export interface FunnelQuestion {
  filters: Condition[];
  steps: Condition[];
  withinDays: number | null;
}

export function funnelSlowly(site: Site, span: Span, { filters, steps, withinDays }: FunnelQuestion) {
  const { inside, all } = chosen(site, filters, span);
  const takes = ({ event, visit }: EventOfVisit, step: number) =>
    eventPasses(event, visit, [steps[step] as Condition], site);
  const numbers = steps.map((_step, index) => index);
  const coverage = coverageSlowly(inside);
  if (withinDays === null) {
    const taken = inside.map((visit) => stepsTaken(eventsOf(visit), 0, steps.length, takes, () => true));
    const results = numbers.map((step) => {
      const visits = inside.filter((_visit, index) => (taken[index] ?? 0) > step);
      return {
        visits: visits.length,
        identified: visits.filter(({ population }) => population === 'identified').length,
        anonymous: visits.filter(({ population }) => population === 'anonymous' || population === 'unseen').length,
      };
    });
    return { counts: 'visits', results: withShares(results, ({ visits }) => visits), coverage };
  }
  const visitors = [...new Set(all.map(({ visitor }) => visitor))].filter((visitor) => visitor > 0);
  const farthest = visitors.map((visitor) => {
    const visits = all.filter((visit) => visit.visitor === visitor);
    const events = visits.flatMap(eventsOf);
    const begun = inside.map(({ row }) => row);
    // From every first step there is, as far as one gets.
    const reached = events.map((first, index) => {
      if (!begun.includes(first.visit) || !takes(first, 0)) return 0;
      const inTime = ({ event }: EventOfVisit) => Number(event.at) - Number(first.event.at) <= withinDays * DAY_MS;
      return 1 + stepsTaken(events.slice(index + 1), 1, steps.length, takes, inTime);
    });
    return Math.max(0, ...reached);
  });
  const results = numbers.map((step) => ({ visitors: farthest.filter((reached) => reached > step).length }));
  return { counts: 'visitors', results: withShares(results, ({ visitors: count }) => count), coverage };
}

interface EventOfVisit {
  event: Row;
  visit: Row;
}

function eventsOf({ events, row }: SlowVisit): EventOfVisit[] {
  return events.map((event) => ({ event, visit: row }));
}

/** Steps from `first` on, each by the earliest event after that of the step before. */
function stepsTaken(
  events: EventOfVisit[],
  first: number,
  steps: number,
  takes: (event: EventOfVisit, step: number) => boolean,
  inTime: (event: EventOfVisit) => boolean,
): number {
  if (first === steps) return 0;
  const found = events.findIndex((event) => inTime(event) && takes(event, first));
  return found < 0 ? 0 : 1 + stepsTaken(events.slice(found + 1), first + 1, steps, takes, inTime);
}

function withShares<T extends object>(steps: T[], countOf: (step: T) => number) {
  return steps.map((step, index) => {
    const before = countOf(steps[index - 1] ?? step);
    return {
      name: `Step ${index + 1}`,
      ...step,
      of_first: shareSlowly(countOf(step), countOf(steps[0] ?? step)),
      of_previous: shareSlowly(countOf(step), before),
      drop_off: before - countOf(step),
    };
  });
}

export interface RetentionQuestion {
  filters: Condition[];
  unit: 'day' | 'week' | 'month';
  periods: number;
}

export function retentionSlowly(site: Site, span: Span, today: number, question: RetentionQuestion) {
  const { filters, unit, periods } = question;
  const { inside, all } = chosen(site, filters, span);
  const { visitors } = site.tables;
  const days = Array.from({ length: span.lastDay - span.firstDay + 1 }, (_, index) => span.firstDay + index);
  const cohorts = [...new Set(days.map((day) => beginOf(day, unit)))];
  const results = cohorts.map((begins) => {
    const members = visitors.filter(({ first_day }) => {
      const first = Number(first_day);
      return days.includes(first) && beginOf(first, unit) === begins;
    });
    const counts = Array.from({ length: periods + 1 }, (_, period) => unitAfter(begins, unit, period))
      .filter((from) => from <= today)
      .map((from, period) => {
        const until = unitAfter(begins, unit, period + 1);
        const came = members.filter(({ id, first_day }) =>
          all.some(({ visitor, row }) => {
            const day = Math.max(Number(row.day), Number(first_day));
            return visitor === id && Number(row.day) >= Number(first_day) - 1 && day >= from && day < until;
          }),
        );
        return { visitors: came.length, incomplete: until > today };
      });
    const size = counts[0]?.visitors ?? 0;
    return {
      cohort: dateOfDay(Math.max(begins, span.firstDay)),
      is_cut: begins < span.firstDay || unitAfter(begins, unit, 1) - 1 > span.lastDay,
      periods: counts.map(({ visitors: count, incomplete }) => ({
        ...{ visitors: count, share: shareSlowly(count, size), incomplete },
      })),
    };
  });
  return { results, coverage: coverageSlowly(inside) };
}

/** The first day of the day, week or month that holds a day. */
function beginOf(day: number, unit: RetentionQuestion['unit']): number {
  if (unit === 'month') return dayNumber(`${dateOfDay(day).slice(0, 7)}-01`);
  let begins = day;
  if (unit === 'week') while (new Date(begins * DAY_MS).getUTCDay() !== 1) begins -= 1;
  return begins;
}

function unitAfter(begins: number, unit: RetentionQuestion['unit'], units: number): number {
  if (unit !== 'month') return begins + units * (unit === 'week' ? 7 : 1);
  const [year = 0, month = 0] = dateOfDay(begins).split('-').map(Number);
  return Date.UTC(year, month - 1 + units, 1) / DAY_MS;
}

export interface JourneysQuestion {
  filters: Condition[];
  page: string | null;
  direction: 'next' | 'previous';
  depth: number;
  limit: number;
}

export function journeysSlowly(site: Site, span: Span, { filters, page, direction, depth, limit }: JourneysQuestion) {
  const { inside } = chosen(site, filters, span);
  const journeys: string[][] = [];
  for (const { events, population } of inside) {
    if (population === 'unseen') continue;
    const shown = events.filter(({ name }) => name === 'pageview').map((event) => String(event.page));
    const pages = shown.filter((each, index) => each !== shown[index - 1]);
    if (page === null && pages.length > 0) journeys.push(pages.slice(0, depth + 1));
    pages.forEach((each, index) => {
      if (each !== page) return;
      const before = pages.slice(0, index).reverse();
      journeys.push((direction === 'next' ? pages.slice(index + 1) : before).slice(0, depth));
    });
  }
  const texts = journeys.map((journey) => JSON.stringify(journey));
  const rows = [...new Set(texts)].map((text) => {
    const pages = JSON.parse(text) as string[];
    const count = texts.filter((each) => each === text).length;
    const ends = pages.length < (page === null ? depth + 1 : depth);
    return { pages, ends, count, share: shareSlowly(count, journeys.length) };
  });
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  rows.sort((a, b) => b.count - a.count || order(a.pages.join('\n'), b.pages.join('\n')));
  const meta = { total: journeys.length, total_rows: rows.length, coverage: coverageSlowly(inside) };
  return { results: rows.slice(0, limit), meta };
}

export function realtimeSlowly({ tables }: Site, now: number) {
  const visits = visitsSlowly(tables);
  const visitOf = (day: unknown, visit: unknown) => visits.find(({ row }) => row.day === day && row.visit === visit);
  const people = tables.events.map((event) => {
    const visit = visitOf(event.day, event.visit);
    const isKnown = visit?.population === 'identified' || visit?.population === 'anonymous';
    const person =
      visit?.population === 'identified' ? `visitor ${visit.visitor}` : `day ${visit?.row.day} ${visit?.row.ordinal}`;
    const minutes = (now - Number(event.at)) / 60_000;
    const isPageview = event.name === 'pageview';
    const source = String(visit?.row.source || 'Direct / None');
    return { minutes, isPageview, person: isKnown ? person : null, source, page: String(event.page) };
  });
  const last = (length: number) => people.filter(({ minutes }) => minutes >= 0 && minutes < length);
  const distinct = (texts: (string | null)[]) => [...new Set(texts.filter((text) => text !== null))];
  const span = (length: number) => {
    const known = distinct(last(length).map(({ person }) => person));
    const identified = known.filter((person) => person.startsWith('visitor')).length;
    const pageviews = last(length).filter(({ isPageview }) => isPageview);
    return {
      ...{ visitors: known.length, identified, anonymous: known.length - identified, pageviews: pageviews.length },
      uncounted_pageviews: pageviews.filter(({ person }) => person === null).length,
    };
  };
  const order = (a: string, b: string) => (a < b ? -1 : 1);
  const pages = distinct(last(30).flatMap(({ isPageview, page }) => (isPageview ? [page] : [])))
    .map((page) => ({ page, pageviews: last(30).filter((each) => each.isPageview && each.page === page).length }))
    .sort((a, b) => b.pageviews - a.pageviews || order(a.page, b.page));
  const known = last(30).filter(({ person }) => person !== null);
  const sources = distinct(known.map(({ source }) => source))
    .map((source) => ({
      source,
      visitors: distinct(known.filter((each) => each.source === source).map(({ person }) => person)).length,
    }))
    .sort((a, b) => b.visitors - a.visitors || order(a.source, b.source));
  return {
    ...{ last_5_minutes: span(5), last_30_minutes: span(30) },
    pageviews_by_minute: Array.from({ length: 30 }, (_, index) => {
      const age = 29 - index;
      return last(30).filter(({ isPageview, minutes }) => isPageview && Math.floor(minutes) === age).length;
    }),
    ...{ pages: pages.slice(0, 10), sources: sources.slice(0, 10) },
  };
}
