/**
 * The column scanner: runs a plan over a site's days, oldest first, one pass.
 * Visits and visitors belong to the day on which the visit began; pageviews and events to their own time. So the day before
 * the window is read too: its visits may reach into it.
 */
import { DateFlags, type FirstPages } from '../../count/date-flags.ts';
import { type InstrumentDay, OverlapLedger, WindowBounds } from '../../count/window-bounds.ts';
import type { Plan } from '../../stats/plan.ts';
import type { Scan, ScannedGroup } from '../../stats/ports.ts';
import { AnswerRows } from './answer-rows.ts';
import type { Day } from './day-columns.ts';
import { DayView, daysOfBucket, lastNotAbove, prepareQuestion } from './day-view.ts';
import type { SiteTexts } from './dimension-values.ts';
import { exactly, firstRows, NOBODY } from './first-rows.ts';
import { Group, sumsOf } from './group.ts';
import { Stamps } from './stamps.ts';
import { RowsOfDay } from './visitor-book.ts';
import { WindowEstimator } from './window-estimator.ts';

export interface ScanInput extends SiteTexts {
  /** A site's days in order; days without rows may be missing. */
  days: (first: number, last: number) => Iterable<Day>;
  /** From 30 days before the window to its last day. */
  instrument: readonly InstrumentDay[];
  /** From the day before the window on. */
  firstPages: readonly FirstPages[];
}

/** In place of a bucket's number. */
const WHOLE = -1;

export function scanDays(plan: Plan, input: ScanInput): Scan {
  const { window, dimensions, buckets, countsVisitors } = plan;
  const question = prepareQuestion(plan, { terms: input.terms, firstDays: input.firstDays, goals: plan.goals });
  const people = new PeopleOfScan(plan, input);
  const needs = { figures: plan.figures, countsVisitors, isByDay: buckets?.unit === 'day' && dimensions.length === 1 };
  const isUncountedDay = (day: number) => people.ledger.day(day).level === 'pageviews';
  const ofRow: (Int32Array | null | undefined)[] = [];
  const rows: AnswerRows = new AnswerRows(question, {
    ...{ dimensions, needs, isUncountedDay },
    visitorDayOf: (row) => {
      const known = ofRow[row];
      if (known !== undefined) return known;
      const found = people.estimatorOf(rows.bucketOf(row)).rowsToNote(people.isAll(rows.bucketOf(row)));
      ofRow[row] = found;
      return found;
    },
  });
  // With dimensions the whole window is counted beside them, since people of several rows are one.
  const whole =
    dimensions.length > 0 && countsVisitors
      ? new AnswerRows(question, {
          ...{ dimensions: [], needs: { figures: [], countsVisitors }, isUncountedDay },
          visitorDayOf: () => people.estimatorOf(WHOLE).rowsToNote(plan.filter === null),
        })
      : null;
  // Whether all devices keep the date is told by their pageviews.
  const looksAtEvents = countsVisitors && input.firstPages.length > 0;

  for (const day of input.days(window.firstDay - 1, window.lastDay)) {
    const view = new DayView(day, question);
    if (view.isInside) people.beginDay(day);
    ofRow.length = 0;
    rows.add(view, looksAtEvents);
    whole?.add(view, looksAtEvents);
  }

  const seen = { inWindow: new Stamps(), onDay: new Stamps() };
  const countPeople = (answer: AnswerRows): Group[] => {
    const { count } = answer.keys;
    answer.gathered.makeRoom(count);
    const inRows = answer.gathered.people(count);
    return Array.from({ length: count }, (_, row) => {
      const bucket = answer.bucketOf(row);
      const isPartly = answer === rows && (people.hasValues || buckets?.unit === 'hour');
      const [firstDay, lastDay] = people.daysOf(bucket);
      const bounds = new WindowBounds({ firstDay, lastDay, ledger: people.ledger, isPart: people.isPart || isPartly });
      const isAll = answer === rows ? people.isAll(bucket) : plan.filter === null;
      const options = { bounds, estimator: people.estimatorOf(bucket), isAll, readsEvents: answer.readsEvents };
      return new Group(options, answer.gathered, row, inRows, seen);
    });
  };
  const counted = countsVisitors ? countPeople(rows) : null;
  // A row of one day has met each of its visitors on that day.
  const isByDay = buckets?.unit === 'day' && dimensions.length === 1;
  const measured = counted
    ? null
    : isByDay
      ? rows.gathered.tally.of('identifiedDays')
      : rows.gathered.distinct.count(rows.keys.count);
  const all = Array.from({ length: rows.keys.count }, (_, row) => row);
  const met = dimensions.length === 0 ? [0] : all.filter((row) => !rows.isEmpty(row));
  // Devices that keep a date may be more than the bounds of one bucket say.
  const cut = plan.cut?.by === 'visitors' && !people.hasValues ? null : plan.cut;
  const shown = firstRows(met, cut, (row, by) => {
    const { tally } = rows.gathered;
    if (by === 'visitors') return counted?.[row]?.limits() ?? NOBODY;
    if (by === 'measured') return exactly(counted?.[row]?.measured ?? measured?.[row] ?? 0);
    if (by === 'events') return exactly(tally.get('pageviews', row) + tally.get('others', row));
    if (by !== 'dailySum') return exactly(tally.get(by, row));
    return exactly(counted?.[row]?.dailySum ?? tally.get('identifiedDays', row) + tally.get('anonymousDays', row));
  });
  const groups = shown.map((row): ScannedGroup => {
    const revenue = rows.revenue.of(row);
    const sums = counted?.[row]?.sums(revenue) ?? sumsOf(rows.gathered, row, measured?.[row] ?? 0, revenue);
    return { ...rows.labelsOf(row), sums };
  });
  const [total] = whole ? countPeople(whole) : (counted ?? []);
  return {
    ...{ groups, rows: met.length },
    window: total === undefined ? null : total.facts(window, people.ledger),
  };
}

/** What counting people needs beside rows: the instrument's days, and an estimator per bucket and for the whole window. */
class PeopleOfScan {
  readonly ledger: OverlapLedger;
  /** O, Y and the parts of a day are known of the whole site and of whole days only. */
  readonly isPart: boolean;
  readonly hasValues: boolean;
  readonly #plan: Plan;
  readonly #input: ScanInput;
  readonly #dateFlags: DateFlags;
  readonly #rowsOfDay = new RowsOfDay();
  readonly #estimators = new Map<number, WindowEstimator>();

  constructor(plan: Plan, input: ScanInput) {
    this.#plan = plan;
    this.#input = input;
    this.ledger = new OverlapLedger(input.instrument);
    this.#dateFlags = new DateFlags(input.firstPages, (day) => this.ledger.day(day).level !== '');
    this.isPart = plan.filter !== null || !plan.window.isWholeDays;
    this.hasValues = plan.dimensions.some((name) => name !== 'time');
    if (plan.countsVisitors) this.estimatorOf(WHOLE);
  }

  /** Whether the row of a bucket is the whole site. */
  isAll(_bucket: number): boolean {
    return !this.hasValues && this.#plan.filter === null;
  }

  daysOf(bucket: number): [number, number] {
    const { window, buckets } = this.#plan;
    return buckets === null || bucket === WHOLE
      ? [window.firstDay, window.lastDay]
      : daysOfBucket(buckets, bucket, window.lastDay);
  }

  estimatorOf(bucket: number): WindowEstimator {
    const known = this.#estimators.get(bucket);
    if (known) return known;
    const { window, buckets } = this.#plan;
    const [firstDay, lastDay] = this.daysOf(bucket);
    const isWholeDays = window.isWholeDays && (bucket === WHOLE || buckets?.unit !== 'hour');
    const { ledger } = this;
    const made = new WindowEstimator({
      ...{ shape: { firstDay, lastDay, isWholeDays }, ledger },
      ...{ dateFlags: this.#dateFlags, rowsOfDay: this.#rowsOfDay, history: this.#input.days },
    });
    this.#estimators.set(bucket, made);
    return made;
  }

  /** A day inside the window: also a bucket without any visit on it is estimated from all of its days. */
  beginDay(day: Day): void {
    const { buckets, countsVisitors } = this.#plan;
    if (!countsVisitors) return;
    this.estimatorOf(WHOLE).beginDay(day);
    if (buckets === null || buckets.unit === 'hour') return;
    this.estimatorOf(Math.max(0, lastNotAbove(buckets.firstDays, day.day))).beginDay(day);
  }
}
