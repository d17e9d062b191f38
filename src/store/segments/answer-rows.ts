/** Gathers the rows of an answer from one day after the other: finds the row of each visit and event, and adds it there. */
import { NumberList } from '../../lib/number-list.ts';
import type { Plan } from '../../stats/plan.ts';
import { addEngagement } from './add-engagement.ts';
import { holds, valueAt } from './column.ts';
import type { Day } from './day-columns.ts';
import type { DayView, Question } from './day-view.ts';
import { valuesOf } from './dimension-values.ts';
import { type EventHits, placeOf } from './event-hits.ts';
import { Gathered, type Needs } from './gathered.ts';
import type { GroupKeys, Values } from './group-keys.ts';
import { both, countOnes, spreadBuckets, withBuckets } from './masks.ts';
import type { VisitorDayOf } from './people-by-row.ts';
import { Revenue } from './revenue.ts';
import { type RowFinder, RowKeys } from './row-keys.ts';
import { VisitPicker } from './visit-picker.ts';

const DENIED = 1;
const NO_GOAL = -1;

export interface RowsOptions {
  dimensions: Plan['dimensions'];
  needs: Needs;
  /** Of the day under way. */
  visitorDayOf: VisitorDayOf;
  /** Numbers of rows that were given before. */
  keys?: GroupKeys | undefined;
  /** A pageview outside any visit may be of somebody who is counted nowhere else. */
  isUncountedDay: (day: number) => boolean;
}

/** Where the events of a day were counted. */
interface CountedRows {
  /** Of each visit, each event, or each hit; or one for all. */
  rows: Uint32Array | number;
  areOf: 'visits' | 'events' | EventHits;
  /** The filter looks at visits only. */
  isByVisit: boolean;
}

export class AnswerRows {
  readonly keys: RowKeys;
  readonly gathered: Gathered;
  readonly revenue = new Revenue();
  /** A visit counts in the rows of its events. */
  readonly readsEvents: boolean;
  readonly #question: Question;
  readonly #options: RowsOptions;
  /** Rows that a loose event has left: the visit that it is of has not. */
  readonly #left = new Set<number>();
  readonly #picker: VisitPicker;
  /** Of the day under way: the row of each visit or event. */
  readonly #rowsOf = new NumberList();

  constructor(question: Question, options: RowsOptions) {
    this.#question = question;
    this.#options = options;
    this.keys = new RowKeys(question, options.dimensions, options.keys);
    this.readsEvents = question.filter.needsEvents || this.keys.areOfEvents || this.keys.hasGoals;
    this.gathered = new Gathered(options.needs);
    this.#picker = new VisitPicker(options.needs.only);
  }

  /** Rows in which anything was counted; without dimensions there is always one. */
  listRows(): number[] {
    if (this.keys.isOneRow) return [0];
    const { tally } = this.gathered;
    const [visits, pageviews, others] = [tally.of('visits'), tally.of('pageviews'), tally.of('others')];
    const rows: number[] = [];
    const { count } = this.keys.groups;
    for (let row = 0; row < count; row++) {
      const isEmpty = visits[row] === 0 && pageviews[row] === 0 && others[row] === 0;
      if (!isEmpty || this.#left.has(row)) rows.push(row);
    }
    return rows;
  }

  /** The next day. @param looksAtEvents although the rows do not ask for it */
  add(view: DayView, looksAtEvents: boolean): void {
    const goals = this.keys.hasGoals ? this.#question.goals.map((_, index) => index) : [NO_GOAL];
    for (const goal of goals) {
      // Engagement counts once per page of a visit: that takes looking at all events.
      if (view.mode === 'loose' && !view.hasEngagement(goal)) this.#addLoose(view, goal, null);
      else if (this.readsEvents || looksAtEvents) this.#addEvents(view, goal, true);
      else {
        this.#addVisits(view);
        if (view.mode === 'timed') this.#addEvents(view, goal, false);
      }
      this.#addRest(view, goal);
    }
    this.#picker.endDay(view.day);
  }

  #addVisits(view: DayView): void {
    const { day } = view;
    const length = day.rows.visits;
    const passing = view.visits();
    const buckets = view.visitBuckets();
    if (buckets === -1) return;
    const mask = typeof buckets === 'number' ? passing : withBuckets(passing, buckets);
    const isOneRow = typeof buckets === 'number' && this.keys.isOnePerBucket(false);
    const each = this.#rowsOf.room(length);
    if (!isOneRow) this.keys.ofVisits(day, buckets, NO_GOAL, mask, each);
    const hasVisits = mask === null ? length > 0 : mask.includes(1);
    // A row begins with its first visit or event.
    const rows = isOneRow && hasVisits ? this.keys.rowOfBucket(view.bucket, NO_GOAL) : each;
    this.#makeRoom();
    if (hasVisits) this.gathered.addVisits(day, rows, mask, this.#options.visitorDayOf);
    if (view.mode !== 'whole') return;
    if (hasVisits && this.#options.needs.figures.includes('events')) {
      const [pageviews, interactions] = [day.column('visits', 'pageviews'), day.column('visits', 'interactions')];
      this.#addEventsOfVisits(rows, mask, pageviews, interactions);
    }
    this.#addLoose(view, NO_GOAL, { rows, areOf: 'visits', isByVisit: true });
  }

  /** Rows are of visits, and the events that take part say which: they are counted by visit first. */
  #addEventsByVisit(view: DayView, goal: number): void {
    const { day } = view;
    const { pageviewId, engagementId } = this.#question;
    const takes = view.takesPart(goal);
    const { values: names, from: firstName } = day.column('events', 'name');
    const starts = day.eventStarts();
    const length = day.rows.visits;
    const [mask, views, others] = [new Uint8Array(length), new Uint32Array(length), new Uint32Array(length)];
    for (let visit = 0; visit < length; visit++) {
      const end = starts[visit + 1] ?? 0;
      for (let event = starts[visit] ?? 0; event < end; event++) {
        if (takes !== null && takes[event] === 0) continue;
        const name = (names[event] ?? 0) + firstName;
        mask[visit] = 1;
        if (name === pageviewId) views[visit] = (views[visit] ?? 0) + 1;
        else if (name !== engagementId) others[visit] = (others[visit] ?? 0) + 1;
      }
    }
    const hasVisits = mask.includes(1);
    const isOneRow = this.keys.isOnePerBucket(true);
    const each = this.#rowsOf.room(length);
    if (!isOneRow) this.keys.ofVisits(day, view.bucket, goal, mask, each);
    const rows = isOneRow && hasVisits ? this.keys.rowOfBucket(view.bucket, goal) : each;
    this.#makeRoom();
    if (hasVisits) {
      this.gathered.addVisits(day, rows, mask, this.#options.visitorDayOf);
      this.#addEventsOfVisits(rows, mask, { values: views, from: 0 }, { values: others, from: 0 });
      this.#addRefusals(day, rows, 'visits', takes, false);
    }
    this.#addLoose(view, goal, { rows, areOf: 'visits', isByVisit: false });
  }

  /**
   * Pageviews of visitors who may be counted nowhere else, or keep no date.
   * @param withStrays pageviews outside any visit are among them; else they are counted as loose ones
   */
  #addRefusals(
    day: Day,
    rows: Uint32Array | number,
    areOf: 'visits' | 'events',
    takes: Uint8Array | null,
    withStrays: boolean,
  ): void {
    if (!this.#options.needs.countsVisitors) return;
    const consent = day.column('events', 'consent');
    // On most days nobody is counted by pageviews alone, and on many nobody refused.
    if (!(withStrays && this.#options.isUncountedDay(day.day)) && !holds(consent, DENIED)) return;
    const [name, visit] = [day.column('events', 'name'), day.column('events', 'visit')];
    for (let event = 0; event < day.rows.events; event++) {
      if ((takes !== null && takes[event] === 0) || valueAt(name, event) !== this.#question.pageviewId) continue;
      const owner = valueAt(visit, event);
      if (owner === 0 && !withStrays) continue;
      const row = rowIn(rows, areOf === 'visits' ? owner - 1 : event);
      this.#addRefusal(day, row, owner === 0, valueAt(consent, event), 1);
    }
  }

  /** Pageviews and custom events as their visits have counted them. */
  #addEventsOfVisits(
    rows: Uint32Array | number,
    mask: Uint8Array | null,
    { values: views, from: firstView }: Values,
    { values: others, from: firstOther }: Values,
  ): void {
    const { tally } = this.gathered;
    const { length } = views;
    if (typeof rows === 'number') {
      let [viewSum, otherSum] = [0, 0];
      for (let visit = 0; visit < length; visit++) {
        if (mask !== null && mask[visit] === 0) continue;
        viewSum += (views[visit] ?? 0) + firstView;
        otherSum += (others[visit] ?? 0) + firstOther;
      }
      tally.add('pageviews', rows, viewSum);
      tally.add('others', rows, otherSum);
      return;
    }
    const [pageviews, otherSums] = [tally.of('pageviews'), tally.of('others')];
    for (let visit = 0; visit < length; visit++) {
      if (mask !== null && mask[visit] === 0) continue;
      const row = rows[visit] ?? 0;
      pageviews[row] = (pageviews[row] ?? 0) + (views[visit] ?? 0) + firstView;
      otherSums[row] = (otherSums[row] ?? 0) + (others[visit] ?? 0) + firstOther;
    }
  }

  /** @param countsVisits visits belong to the rows of their events */
  #addEvents(view: DayView, goal: number, countsVisits: boolean): void {
    const { day } = view;
    // Engagement counts once per page of a visit: that is looked at one by one.
    const isWhole = view.mode === 'whole' && !view.hasEngagement(goal);
    const hits = isWhole ? view.hits(goal) : null;
    if (hits !== null) {
      this.#addHits(view, hits);
      return;
    }
    if (isWhole && !this.keys.areOfEvents) {
      this.#addEventsByVisit(view, goal);
      return;
    }
    const takes = view.takesPart(goal);
    const rows = this.#rowsOf.room(day.rows.events);
    if (isWhole) {
      this.keys.ofEvents(day, view.bucket, goal, takes, rows);
      this.#makeRoom();
      this.#countEvents(view, rows, takes, false);
      if (countsVisits && this.gathered.needsVisitsOfEvents) this.#addVisitsOfEvents(view, rows, takes);
      this.#addLoose(view, goal, { rows, areOf: 'events', isByVisit: false });
      return;
    }
    const buckets = view.eventBuckets();
    const inWindow = withBuckets(takes, buckets);
    this.keys.ofEvents(day, buckets, goal, inWindow, rows);
    this.#makeRoom();
    this.#countEvents(view, rows, inWindow, true);
    if (!countsVisits || !view.isInside) return;
    const visitBuckets = spreadBuckets(view.visitBuckets(), day, -1);
    const ofVisits = withBuckets(takes, visitBuckets);
    this.keys.ofEvents(day, visitBuckets, goal, ofVisits, rows);
    this.#makeRoom();
    this.#addVisitsOfEvents(view, rows, ofVisits);
  }

  /** The events that take part, where they are few. */
  #addHits(view: DayView, hits: EventHits): void {
    const { day } = view;
    const { events, visits, length } = hits;
    const rows = this.#rowsOf.room(length);
    this.keys.ofHits(day, hits, view.bucket, rows);
    this.#makeRoom();
    const { tally } = this.gathered;
    const [pageviews, others] = [tally.of('pageviews'), tally.of('others')];
    const [name, consent] = [day.column('events', 'name'), day.column('events', 'consent')];
    for (let index = 0; index < length; index++) {
      const [row, event] = [rows[index] ?? 0, events[index] ?? 0];
      const isPageview = (name.values[event] ?? 0) + name.from === this.#question.pageviewId;
      const sums = isPageview ? pageviews : others;
      sums[row] = (sums[row] ?? 0) + 1;
      if (isPageview && this.gathered.countsVisitors && (visits[index] ?? -1) >= 0)
        this.#addRefusal(day, row, false, valueAt(consent, event), 1);
    }
    if (this.gathered.needsVisitsOfEvents)
      this.gathered.addPickedVisits(day, this.#picker.ofHits(rows, visits, length), this.#options.visitorDayOf);
    this.#addLoose(view, NO_GOAL, { rows, areOf: hits, isByVisit: false });
  }

  /** @param withStrays events outside any visit are among them; else they are counted as loose ones */
  #countEvents(view: DayView, rows: Uint32Array, takes: Uint8Array | null, withStrays: boolean): void {
    const { pageviewId, engagementId } = this.#question;
    const { day } = view;
    const name = day.column('events', 'name');
    const { tally } = this.gathered;
    const [pageviews, others] = [tally.of('pageviews'), tally.of('others')];
    const { values: names, from: firstName } = name;
    const length = day.rows.events;
    let engagements = 0;
    for (let event = 0; event < length; event++) {
      if (takes !== null && takes[event] === 0) continue;
      const row = rows[event] ?? 0;
      const id = (names[event] ?? 0) + firstName;
      if (id === pageviewId) pageviews[row] = (pageviews[row] ?? 0) + 1;
      else if (id === engagementId) engagements += 1;
      else others[row] = (others[row] ?? 0) + 1;
    }
    if (engagements > 0) this.#countEngagement(day, rows, takes);
    this.#addRefusals(day, rows, 'events', takes, withStrays);
  }

  /** Engagement that fulfils a goal: once per page of a visit. */
  #countEngagement(day: Day, rows: Uint32Array, takes: Uint8Array | null): void {
    const [name, visit, page] = ['name', 'visit', 'page'].map((column) => day.column('events', column));
    if (!name || !visit || !page) return;
    const others = this.gathered.tally.of('others');
    const met = new Set<string>();
    for (let event = 0; event < day.rows.events; event++) {
      if ((takes !== null && takes[event] === 0) || valueAt(name, event) !== this.#question.engagementId) continue;
      const row = rows[event] ?? 0;
      const owner = valueAt(visit, event);
      const place = `${row} ${owner} ${valueAt(page, event)}`;
      if (owner > 0 && met.has(place)) continue;
      met.add(place);
      others[row] = (others[row] ?? 0) + 1;
    }
  }

  #addRefusal(day: Day, row: number, isStray: boolean, consent: number, by: number): void {
    const { tally } = this.gathered;
    const isRefused = consent === DENIED;
    if (isRefused) tally.add('refusedPageviews', row, by);
    const { countsRefusals } = this.#question.plan;
    if (!isStray || !(this.#options.isUncountedDay(day.day) || (countsRefusals && isRefused))) return;
    tally.add('strayPageviews', row, by);
  }

  /** Each visit once in each row that one of its events is in; the events of a visit stand together. */
  #addVisitsOfEvents(view: DayView, rows: Uint32Array, takes: Uint8Array | null): void {
    const { day } = view;
    const { gathered } = this;
    const isFew = takes !== null && isSparse(takes);
    if (!gathered.looksAtEachVisit && !isFew) gathered.addVisitsOfEvents(day, rows, takes);
    else gathered.addPickedVisits(day, this.#picker.ofEvents(day, rows, takes), this.#options.visitorDayOf);
  }

  /**
   * Events that are not where their visit is: out of the row in which they were counted with it, into that of their own time.
   * @param counted null: none of the day's events was counted yet
   */
  #addLoose(view: DayView, goal: number, counted: CountedRows | null): void {
    const { event, visit, at, name, consent } = view.loose;
    if (event.length === 0) return;
    const { filter, pageviewId, engagementId } = this.#question;
    const isByVisit = counted?.isByVisit ?? !this.readsEvents;
    const visits = isByVisit ? view.visits() : null;
    const areOf = counted?.areOf ?? 'events';
    const takes = isByVisit || typeof areOf !== 'string' ? null : view.takesPart(goal);
    const rowOf = this.#finder(view.day, goal);
    const { tally } = this.gathered;
    for (let index = 0; index < event.length; index++) {
      const [row, owner, id] = [(event[index] ?? 1) - 1, visit[index] ?? 0, name[index] ?? 0];
      const bucket = view.bucketAt(at[index] ?? 0);
      // With its visit it was counted where it belongs.
      if (counted !== null && owner > 0 && bucket === view.bucket) continue;
      const passes = isByVisit
        ? owner === 0
          ? filter.ofNoVisit
          : visits === null || visits[owner - 1] === 1
        : typeof areOf === 'string'
          ? takes === null || takes[row] === 1
          : placeOf(areOf, row) >= 0;
      if (!passes || (id === engagementId && (isByVisit || !view.hasEngagement(goal)))) continue;
      const isPageview = id === pageviewId;
      if (counted !== null && !(areOf === 'visits' && owner === 0)) {
        const place = areOf === 'visits' ? owner - 1 : areOf === 'events' ? row : placeOf(areOf, row);
        const from = rowIn(counted.rows, place);
        if (owner > 0) this.#left.add(from);
        tally.add(isPageview ? 'pageviews' : 'others', from, -1);
        if (isPageview && owner > 0 && !isByVisit && this.#options.needs.countsVisitors)
          this.#addRefusal(view.day, from, false, consent[index] ?? 0, -1);
      }
      if (bucket < 0) continue;
      const to = rowOf(row, owner, bucket);
      tally.add(isPageview ? 'pageviews' : 'others', to, 1);
      if (isPageview && this.#options.needs.countsVisitors)
        this.#addRefusal(view.day, to, owner === 0, consent[index] ?? 0, 1);
    }
  }

  #addRest(view: DayView, goal: number): void {
    const { figures } = this.#options.needs;
    const { day } = view;
    if (figures.includes('revenue')) {
      const rowAt = this.#finder(day, goal);
      this.revenue.add(view, this.#question, view.takesPart(goal), rowAt);
    }
    if (figures.includes('engagement')) {
      const { engagementFilter, goals, context } = this.#question;
      const passing = engagementFilter.ofEvents(day);
      const mask =
        goal < 0 ? passing : both(goals[goal]?.ofEngagement(day) ?? new Uint8Array(day.rows.events), passing);
      const names = this.#options.dimensions.map((name) =>
        name === 'event:name' ? valuesOf(name, context, true).read(day) : null,
      );
      addEngagement(view, this.#question, mask, this.#finder(day, goal, names), this.gathered.tally);
    }
  }

  #finder(day: Day, goal: number, instead: readonly (Values | null)[] = []): RowFinder {
    return this.keys.finder(day, goal, () => this.#makeRoom(), instead);
  }

  #makeRoom(): void {
    const { count } = this.keys.groups;
    this.gathered.makeRoom(count);
    this.#picker.makeRoom(count);
  }
}

/** Whether so few take part that looking each of them up is faster than walking through all. */
function isSparse(takes: Uint8Array): boolean {
  return countOnes(takes) * 4 < takes.length;
}

/** The row of a visit or an event, where they need not differ. */
function rowIn(rows: Uint32Array | number, place: number): number {
  return typeof rows === 'number' ? rows : (rows[place] ?? 0);
}
