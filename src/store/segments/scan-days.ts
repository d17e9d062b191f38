/**
 * The column scanner: runs a plan over a site's days, oldest first, one pass.
 * Visits and visitors belong to the day on which the visit began; pageviews and events to their own time. So the day before
 * the window is read too: its visits may reach into it.
 */
import { DateFlags, type FirstPages } from '../../count/date-flags.ts';
import { Scratch } from '../../count/estimate/scratch.ts';
import { type InstrumentDay, OverlapLedger, WindowBounds } from '../../count/window-bounds.ts';
import type { Plan, Rank } from '../../stats/plan.ts';
import type { Scan, ScannedGroup, WindowFacts } from '../../stats/ports.ts';
import { AnswerRows } from './answer-rows.ts';
import type { Day } from './day-columns.ts';
import { DayView, daysOfBucket, lastNotAbove, prepareQuestion, type Question } from './day-view.ts';
import { type SiteTexts, valuesOf } from './dimension-values.ts';
import { exactly, firstRows, NOBODY } from './first-rows.ts';
import type { Needs } from './gathered.ts';
import { Group, sumsOf } from './group.ts';
import type { GroupKeys } from './group-keys.ts';
import { RowKeys } from './row-keys.ts';
import { WindowEstimator, type WindowShelf } from './window-estimator.ts';

export interface ScanInput extends SiteTexts {
  /** A site's days in order; days without rows may be missing. */
  days: (first: number, last: number) => Iterable<Day>;
  /** From 30 days before the window to its last day. */
  instrument: readonly InstrumentDay[];
  /** From the day before the window on. */
  firstPages: readonly FirstPages[];
  /** Windows that were modelled before; absent: each is modelled anew. */
  windows?: WindowShelf;
  /** What other questions about the same days and the same filter have found of the whole; absent: it is counted anew. */
  wholes?: WholeShelf;
}

/** The whole of a plan, which its rows do not change. */
export interface WholeShelf {
  find: (plan: Plan) => WindowFacts | null;
  keep: (plan: Plan, facts: WindowFacts) => void;
}

/** In place of a bucket's number. */
const WHOLE = -1;

/** Rows from which on it pays to look first which of them can be shown: people of the others need not be kept in mind. */
const MANY_ROWS = 1000;

/** @param manyRows from how many rows on it is looked first which of them can be shown */
export function scanDays(plan: Plan, input: ScanInput, manyRows = MANY_ROWS): Scan {
  const question = prepareQuestion(plan, { terms: input.terms, firstDays: input.firstDays, goals: plan.goals });
  const scan = new DayScan(question, input);
  if (!plan.countsVisitors) return scan.countThings();
  if (plan.only !== undefined) return scan.countPeople(scan.selectWanted(plan.only));
  return scan.countPeople(scan.hasRows(manyRows) ? scan.selectRows() : null);
}

/** Rows that can be among those shown, by a byte each, with the numbers of all rows. */
interface SelectedRows {
  keys: GroupKeys;
  only: Uint8Array;
  /** How many rows there are, as far as that was looked at. */
  total: number;
}

class DayScan {
  readonly #question: Question;
  readonly #plan: Plan;
  readonly #input: ScanInput;
  readonly #people: PeopleOfScan;

  constructor(question: Question, input: ScanInput) {
    this.#question = question;
    this.#plan = question.plan;
    this.#input = input;
    this.#people = new PeopleOfScan(question.plan, input);
  }

  /** Rows of a question that does not ask for people. */
  countThings(): Scan {
    const { dimensions, figures, buckets, only } = this.#plan;
    // A row of one day has met each of its visitors on that day.
    const isByDay = buckets?.unit === 'day' && dimensions.length === 1;
    const wanted = only === undefined ? null : this.selectWanted(only);
    const rows = this.#rows({ figures, countsVisitors: false, isByDay }, wanted?.keys);
    this.#add([rows], false);
    const met = rows.listRows().filter((row) => wanted === null || row < wanted.total);
    const figureOf = figureReader(rows);
    const shown = firstRows(met, this.#plan.cut, (row, by) => exactly(by === 'visitors' ? 0 : figureOf(row, by)));
    const groups = shown.map((row): ScannedGroup => {
      const sums = sumsOf(rows.gathered, row, figureOf(row, 'measured'), rows.revenue.of(row));
      return { ...rows.keys.labelsOf(row), sums };
    });
    return { groups, rows: met.length, window: null };
  }

  /** @param selected null: all rows may be shown */
  countPeople(selected: SelectedRows | null): Scan {
    const { dimensions, figures, window, filter } = this.#plan;
    const people = this.#people;
    const rows = this.#rows({ figures, countsVisitors: true, only: selected?.only }, selected?.keys);
    // With dimensions the whole window is counted beside them, since people of several rows are one.
    const { wholes } = this.#input;
    const known = wholes?.find(this.#plan) ?? null;
    const whole = dimensions.length === 0 || known !== null ? null : this.#whole();
    // Whether all devices keep the date is told by their pageviews.
    const looksAtEvents = this.#input.firstPages.length > 0;
    this.#add(whole === null ? [rows] : [rows, whole], looksAtEvents);

    const met = selected === null ? rows.listRows() : rows.listRows().filter((row) => selected.only[row] === 1);
    const counted = this.#countIn(rows, met, people.isPartly, people.isAll);
    const groupOf = new Map(counted.map((group, index) => [met[index] ?? 0, group]));
    // Devices that keep a date may be more than the bounds of one bucket say.
    const cut = this.#plan.cut?.by === 'visitors' && !people.hasValues ? null : this.#plan.cut;
    const figureOf = figureReader(rows);
    const shown = firstRows(met, cut, (row, by) => {
      const group = groupOf.get(row);
      if (by === 'visitors') return group?.limits() ?? NOBODY;
      if (by === 'measured' || by === 'dailySum') return exactly(group?.[by] ?? 0);
      return exactly(figureOf(row, by));
    });
    const groups = shown.flatMap((row): ScannedGroup[] => {
      const sums = groupOf.get(row)?.sums(rows.revenue.of(row));
      return sums === undefined ? [] : [{ ...rows.keys.labelsOf(row), sums }];
    });
    const [total] = whole === null ? counted : this.#countIn(whole, [0], false, filter === null);
    const facts = known ?? total?.facts(window, people.ledger) ?? null;
    if (known === null && facts !== null) wholes?.keep(this.#plan, facts);
    return { groups, rows: selected?.total ?? met.length, window: facts };
  }

  /** Whether there can be so many rows that only some of them are worth the people. */
  hasRows(manyRows: number): boolean {
    const { cut, dimensions } = this.#plan;
    if (cut === null || !this.#people.hasValues) return false;
    const sizes = dimensions.map((name) =>
      name === 'time' || name === 'event:goal' ? 1 : valuesOf(name, this.#question.context).size,
    );
    // Pageviews that may be anybody's are not counted in advance.
    return sizes.reduce((product, size) => product * size, 1) > manyRows && this.#people.countsEverybody;
  }

  selectRows(): SelectedRows {
    const { window, cut } = this.#plan;
    const rows = this.#rows({ figures: ['visits', 'distinct'], countsVisitors: false });
    this.#add([rows], false);
    const met = rows.listRows();
    const figureOf = figureReader(rows);
    const days = window.lastDay - window.firstDay + 1;
    const { hasBrokenDays } = this.#people;
    const shown = firstRows(met, cut, (row, by) => {
      if (by !== 'visitors') return exactly(figureOf(row, by));
      // On one day there were at least as many as on the mean day; everybody has made a visit.
      const onOneDay = hasBrokenDays ? 0 : Math.ceil(figureOf(row, 'dailySum') / days);
      return { low: Math.max(figureOf(row, 'measured'), onOneDay), high: figureOf(row, 'visits') };
    });
    const only = new Uint8Array(rows.keys.groups.count);
    for (const row of shown) only[row] = 1;
    return { keys: rows.keys.groups, only, total: met.length };
  }

  selectWanted(wanted: readonly (readonly string[])[]): SelectedRows {
    const keys = new RowKeys(this.#question, this.#plan.dimensions);
    keys.number(wanted);
    const { groups } = keys;
    return { keys: groups, only: new Uint8Array(groups.count).fill(1), total: groups.count };
  }

  #rows(needs: Needs, keys?: GroupKeys): AnswerRows {
    const people = this.#people;
    const { dimensions } = this.#plan;
    const rows: AnswerRows = new AnswerRows(this.#question, {
      ...{ dimensions, needs, keys, isUncountedDay: people.isUncountedDay },
      visitorDayOf: (row) => people.estimatorOf(rows.keys.bucketOf(row)).rowsToNote(people.isAll),
    });
    return rows;
  }

  #whole(): AnswerRows {
    const people = this.#people;
    return new AnswerRows(this.#question, {
      ...{ dimensions: [], needs: { figures: [], countsVisitors: true }, isUncountedDay: people.isUncountedDay },
      visitorDayOf: () => people.estimatorOf(WHOLE).rowsToNote(this.#plan.filter === null),
    });
  }

  #add(answers: readonly AnswerRows[], looksAtEvents: boolean): void {
    const { window } = this.#plan;
    // Also a day after it: where a site's zone has moved west, its days began earlier than they do now.
    for (const day of this.#input.days(window.firstDay - 1, window.lastDay + 1)) {
      const view = new DayView(day, this.#question);
      const isCounted = day.day >= window.firstDay && day.day <= window.lastDay;
      if (isCounted && answers.some(({ gathered }) => gathered.countsVisitors)) this.#people.beginDay(day);
      for (const answer of answers) answer.add(view, looksAtEvents);
    }
    for (const { gathered, keys } of answers) gathered.settle(keys.groups.count);
  }

  #countIn(answer: AnswerRows, rows: readonly number[], isPartly: boolean, isAll: boolean): Group[] {
    const people = this.#people;
    const { count } = answer.keys.groups;
    answer.gathered.makeRoom(count);
    const inRows = answer.gathered.people(count);
    if (inRows === null) throw new Error('the people of these rows were not counted');
    return rows.map((row) => {
      const bucket = answer.keys.bucketOf(row);
      const [firstDay, lastDay] = people.daysOf(bucket);
      const bounds = new WindowBounds({ firstDay, lastDay, ledger: people.ledger, isPart: people.isPart || isPartly });
      const options = { bounds, estimator: people.estimatorOf(bucket), isAll, readsEvents: answer.readsEvents };
      return new Group(options, answer.gathered, row, inRows);
    });
  }
}

/** Figures of rows that are known without counting people. */
function figureReader({ gathered, keys }: AnswerRows): (row: number, by: Exclude<Rank, 'visitors'>) => number {
  const { tally } = gathered;
  const measured = gathered.measured(keys.groups.count);
  return (row, by) => {
    if (by === 'measured') return measured[row] ?? 0;
    if (by === 'events') return tally.get('pageviews', row) + tally.get('others', row);
    if (by === 'dailySum') return tally.get('identifiedDays', row) + tally.get('anonymousDays', row);
    return tally.get(by, row);
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
  readonly #estimators = new Map<number, WindowEstimator>();
  readonly #scratch = new Scratch();

  constructor(plan: Plan, input: ScanInput) {
    this.#plan = plan;
    this.#input = input;
    this.ledger = new OverlapLedger(input.instrument);
    this.#dateFlags = new DateFlags(input.firstPages, (day) => this.ledger.day(day).level !== '');
    this.isPart = plan.filter !== null || !plan.window.isWholeDays;
    this.hasValues = plan.dimensions.some((name) => name !== 'time');
    if (plan.countsVisitors) this.estimatorOf(WHOLE);
  }

  /** Whether a row is the whole site. */
  get isAll(): boolean {
    return !this.hasValues && this.#plan.filter === null;
  }

  /** Whether rows are parts of it, or of days. */
  get isPartly(): boolean {
    return this.hasValues || this.#plan.buckets?.unit === 'hour';
  }

  /** Whether no pageview can be of somebody who is counted nowhere else. */
  get countsEverybody(): boolean {
    const { window, countsRefusals } = this.#plan;
    const days = this.ledger.between(window.firstDay - 1, window.lastDay);
    return !countsRefusals && days.every(({ level }) => level !== 'pageviews');
  }

  get hasBrokenDays(): boolean {
    const { window } = this.#plan;
    return this.ledger.between(window.firstDay, window.lastDay).some(({ parts }) => parts > 1);
  }

  /** A pageview outside any visit may then be of somebody who is counted nowhere else. */
  readonly isUncountedDay = (day: number): boolean => this.ledger.day(day).level === 'pageviews';

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
      ...{ dateFlags: this.#dateFlags, history: this.#input.days, shelf: this.#input.windows },
      scratch: this.#scratch,
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
