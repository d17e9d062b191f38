/** Adds visible time and scroll depth: once per page of a visit within a row, from the engagement events that told it. */
import { holds, valueAt } from './column.ts';
import type { DayView, Question } from './day-view.ts';
import type { Tally } from './tally.ts';

/** What a page of a visit has told so far; null: nothing yet. */
interface Pair {
  row: number;
  page: number;
  engagedMs: number | null;
  scrollPercent: number | null;
}

/** @param rowAt finds the row of an event in a bucket */
export function addEngagement(
  view: DayView,
  { engagementId }: Question,
  takes: Uint8Array | null,
  rowAt: (event: number, owner: number, bucket: number) => number,
  tally: Tally,
): void {
  const { day } = view;
  const name = day.column('events', 'name');
  if (!holds(name, engagementId)) return;
  const visit = day.column('events', 'visit');
  const bucketOf = view.bucketOfEvents();
  const [page, engaged, scrolled] = ['page', 'engaged_ms', 'scroll_depth'].map((column) =>
    day.column('events', column),
  );
  if (!page || !engaged || !scrolled) return;
  let owner = 0;
  let pairs: Pair[] = [];
  const close = () => {
    for (const { row, engagedMs, scrollPercent } of pairs) {
      if (engagedMs !== null) {
        tally.add('engagedPairs', row, 1);
        tally.add('engagedMs', row, engagedMs);
      }
      if (scrollPercent !== null) {
        tally.add('scrollPairs', row, 1);
        tally.add('scrollPercent', row, scrollPercent);
      }
    }
    pairs = [];
  };
  for (let event = 0; event < day.rows.events; event++) {
    if (valueAt(name, event) !== engagementId || (takes !== null && takes[event] === 0)) continue;
    const visitor = valueAt(visit, event);
    const bucket = bucketOf(event);
    if (visitor === 0 || bucket < 0) continue;
    if (visitor !== owner) close();
    owner = visitor;
    const row = rowAt(event, owner, bucket);
    const shown = valueAt(page, event);
    let pair = pairs.find((each) => each.row === row && each.page === shown);
    if (pair === undefined) {
      pair = { row, page: shown, engagedMs: null, scrollPercent: null };
      pairs.push(pair);
    }
    const [ms, percent] = [valueAt(engaged, event), valueAt(scrolled, event)];
    if (!Number.isNaN(ms)) pair.engagedMs = (pair.engagedMs ?? 0) + ms;
    if (!Number.isNaN(percent)) pair.scrollPercent = Math.max(pair.scrollPercent ?? 0, percent);
  }
  close();
}
