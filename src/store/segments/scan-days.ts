/**
 * The column scanner: runs a plan over a site's days, oldest first, one pass.
 * Visits and visitors belong to the day on which the visit began; pageviews and events to their own time. So the day before
 * the window is read too: its visits may reach into it.
 */
import { DateFlags, type FirstPages } from '../../count/date-flags.ts';
import { UNATTRIBUTED } from '../../count/ports.ts';
import { type InstrumentDay, OverlapLedger, WindowBounds } from '../../count/window-bounds.ts';
import { ENGAGEMENT, PAGEVIEW } from '../../domain/event.ts';
import { dimensionRule } from '../../stats/dimensions.ts';
import type { Buckets, Plan } from '../../stats/plan.ts';
import type { Scan, ScannedGroup } from '../../stats/ports.ts';
import { type Cursor, compileFilter, labelOf, type Terms, valueReader } from './compile-filter.ts';
import type { DayColumns } from './day-columns.ts';
import { DayMarks } from './day-marks.ts';
import { Group } from './group.ts';
import { RowsOfDay } from './visitor-book.ts';
import { WindowEstimator } from './window-estimator.ts';

export interface ScanInput {
  /** A site's days in order; days without rows may be missing. */
  days: (first: number, last: number) => Iterable<DayColumns>;
  /** From 30 days before the window to its last day. */
  instrument: readonly InstrumentDay[];
  /** From the day before the window on. */
  firstPages: readonly FirstPages[];
  terms: Terms;
}

const DENIED = 1;
/** In place of a bucket's number. */
const WHOLE = -1;
/** Between the parts of a group's key, which are numbers. */
const SEPARATOR = ' ';

export function scanDays(plan: Plan, { days, instrument, firstPages, terms }: ScanInput): Scan {
  const { window, dimensions, buckets } = plan;
  const ledger = new OverlapLedger(instrument);
  const dateFlags = new DateFlags(firstPages, (day) => ledger.day(day).level !== '');
  const names = terms('name');
  const [pageviewId, engagementId] = [names.indexOf(PAGEVIEW), names.indexOf(ENGAGEMENT)];
  const { test, needsEvents } = compileFilter(plan.filter, terms);
  const values = dimensions.map((name) => (name === 'time' ? null : valueReader(name)));
  const groupsByEvent = dimensions.some((name) => name !== 'time' && dimensionRule(name).scope === 'event');
  // O, Y and the parts of a day are known of the whole site and of whole days only.
  const isPartOfAll = plan.filter !== null || !window.isWholeDays;
  const hasValues = dimensions.some((name) => name !== 'time');
  const readsEventsForVisits = needsEvents || groupsByEvent;
  const groups = new Map<string | number, Group>();
  /** One per bucket of time, and one of the whole window. */
  const estimators = new Map<number, WindowEstimator>();
  const rowsOfDay = new RowsOfDay();
  const estimatorOf = (bucket: number, firstDay: number, lastDay: number): WindowEstimator => {
    const known = estimators.get(bucket);
    if (known) return known;
    const isWholeDays = window.isWholeDays && (bucket === WHOLE || buckets?.unit !== 'hour');
    const shape = { firstDay, lastDay, isWholeDays };
    const made = new WindowEstimator({ shape, ledger, dateFlags, rowsOfDay, history: days });
    estimators.set(bucket, made);
    return made;
  };
  const marks = new DayMarks();
  const whole = new Group({
    bounds: new WindowBounds({ ...window, ledger, isPart: isPartOfAll }),
    estimator: estimatorOf(WHOLE, window.firstDay, window.lastDay),
    ...{ isAll: plan.filter === null, readsEvents: needsEvents },
  });

  const keyOf = (cursor: Cursor, bucket: number): string | number => {
    if (values.length === 0) return '';
    const [read] = values;
    if (values.length === 1 && read !== undefined) return read === null ? bucket : read(cursor);
    return values.map((read) => (read === null ? bucket : read(cursor))).join(SEPARATOR);
  };
  const groupOf = (key: string | number): Group | null => {
    if (dimensions.length === 0) return null; // the whole is all there is
    const known = groups.get(key);
    if (known) return known;
    const bucket = buckets ? Number(String(key).split(SEPARATOR)[dimensions.indexOf('time')]) : WHOLE;
    const [firstDay, lastDay] = buckets
      ? daysOfBucket(buckets, bucket, window.lastDay)
      : [window.firstDay, window.lastDay];
    const isPart = isPartOfAll || hasValues || buckets?.unit === 'hour';
    const made = new Group({
      bounds: new WindowBounds({ firstDay, lastDay, ledger, isPart }),
      estimator: estimatorOf(bucket, firstDay, lastDay),
      ...{ isAll: !hasValues && plan.filter === null, readsEvents: readsEventsForVisits },
    });
    groups.set(key, made);
    return made;
  };

  for (const columns of days(window.firstDay - 1, window.lastDay)) {
    const { visits, events, day } = columns;
    const cursor: Cursor = { columns, consent: consentOf(columns), visit: -1, event: -1 };
    const isInside = day >= window.firstDay && day <= window.lastDay;
    // A pageview outside any visit may be of somebody who is counted nowhere else.
    const isUncountedDay = ledger.day(day).level === 'pageviews';
    const visitBuckets = isInside ? visitBucketsOf(columns, plan) : null;

    if (visitBuckets && !readsEventsForVisits) {
      for (let visit = 0; visit < visits.ordinal.length; visit++) {
        const bucket = visitBuckets[visit] ?? -1;
        cursor.visit = visit;
        if (bucket < 0 || !test(cursor)) continue;
        groupOf(keyOf(cursor, bucket))?.addVisit(visit);
        whole.addVisit(visit);
      }
    }
    for (let event = 0; event < events.visit.length; event++) {
      if (events.name[event] === engagementId) continue;
      cursor.event = event;
      cursor.visit = (events.visit[event] ?? 0) - 1;
      if (!test(cursor)) continue;
      if (visitBuckets && readsEventsForVisits && cursor.visit >= 0) {
        const bucket = visitBuckets[cursor.visit] ?? -1;
        if (bucket >= 0) {
          groupOf(keyOf(cursor, bucket))?.addVisit(cursor.visit);
          whole.addVisit(cursor.visit);
        }
      }
      const at = events.at[event] ?? 0;
      if (at < window.startsAt || at >= window.endsAt) continue;
      const isPageview = events.name[event] === pageviewId;
      const isRefused = isPageview && events.consent[event] === DENIED;
      const isStray = isPageview && cursor.visit < 0 && (isUncountedDay || (plan.countsRefusals && isRefused));
      groupOf(keyOf(cursor, buckets ? lastNotAbove(buckets.starts, at) : 0))?.addEvent(isPageview, isStray, isRefused);
      whole.addEvent(isPageview, isStray, isRefused);
    }
    if (!isInside) continue;
    if (plan.countsVisitors) {
      estimators.get(WHOLE)?.beginDay(columns);
      if (buckets && buckets.unit !== 'hour') {
        const bucket = lastNotAbove(buckets.firstDays, day);
        // Also where the group has no visit on this day: its window is estimated from all of its days.
        estimatorOf(bucket, ...daysOfBucket(buckets, bucket, window.lastDay)).beginDay(columns);
      }
    }
    for (const group of groups.values()) group.endDay(columns, marks);
    whole.endDay(columns, marks);
  }

  const labelled = [...groups].map(([key, group]): ScannedGroup => {
    const ids = String(key).split(SEPARATOR).map(Number);
    const label = (name: Plan['dimensions'][number], id: number) =>
      name === 'time' ? (buckets?.labels[id] ?? '') : labelOf(name, id, terms);
    const bucket = ids[dimensions.indexOf('time')] ?? -1;
    return { values: dimensions.map((name, index) => label(name, ids[index] ?? 0)), bucket, sums: group.sums() };
  });
  return {
    groups: dimensions.length === 0 ? [{ values: [], bucket: -1, sums: whole.sums() }] : labelled,
    window: plan.countsVisitors ? whole.facts(window, ledger) : null,
  };
}

/** 1 granted, 2 anonymous, 0 neither (erased): by the day-visitor, so that consent in mid-visit counts once. */
function consentOf({ visits, people }: DayColumns): Uint8Array {
  return Uint8Array.from(visits.ordinal, (ordinal) => {
    const visitor = ordinal === 0 ? 0 : (people.visitor[ordinal - 1] ?? 0);
    if (visitor === UNATTRIBUTED) return 0;
    return visitor > 0 ? 1 : 2;
  });
}

/** The bucket of each visit of a day inside the window; -1 for a visit outside it. */
function visitBucketsOf({ day, visits }: DayColumns, { window, buckets }: Plan): Int32Array {
  const byDay = buckets === null ? 0 : lastNotAbove(buckets.firstDays, day);
  return Int32Array.from(visits.started_at, (startedAt) => {
    if (!window.isWholeDays && (startedAt < window.startsAt || startedAt >= window.endsAt)) return -1;
    if (buckets?.unit !== 'hour') return byDay;
    return Math.max(0, lastNotAbove(buckets.starts, startedAt));
  });
}

/** Index of the last entry that is not above `value`, in an ascending list; -1 when all are. */
function lastNotAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function daysOfBucket({ firstDays, unit }: Buckets, index: number, lastDay: number): [number, number] {
  const first = firstDays[index] ?? lastDay;
  if (unit === 'hour' || unit === 'day') return [first, first];
  return [first, (firstDays[index + 1] ?? lastDay + 1) - 1];
}
