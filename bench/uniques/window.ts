/** The last days of a simulation as the product would read them: rows, counters, bounds; and the truth beside. */
import type { Limits } from '../../src/count/estimate/estimate-window.ts';
import type { VisitorDays } from '../../src/count/estimate/visitor-days.ts';
import type { WindowInput } from '../../src/count/estimate/window-model.ts';
import { STRATA } from './instrument.ts';
import { FILTERS, HORIZON } from './scenario.ts';
import type { Simulation } from './simulate.ts';

export interface View {
  /** Distinct people: the truth. */
  truth: number;
  /** Rows of the window, one entry per visit; null: the whole site. */
  rows: Int32Array | null;
  anonymousByStratum: Float64Array;
  limits: Limits;
  /** Identified and anonymous day-visitors added up, as others print it. */
  dailySum: number;
  measured: number;
}

export interface Window {
  input: WindowInput;
  /** Whole site, then each filter. */
  views: View[];
}

/** Rows of one visitor side by side, in day order. Sorted once, read by every window. */
export function sortRows({ instrument }: Simulation): VisitorDays & { kept: Uint8Array } {
  const { ledger, visitors } = instrument;
  const { count } = ledger;
  const place = new Uint32Array(visitors + 2);
  for (let row = 0; row < count; row++) increase(place, (ledger.visitor[row] ?? 0) + 1);
  for (let visitor = 1; visitor < place.length; visitor++) increase(place, visitor, place[visitor - 1] ?? 0);
  const sorted = {
    ...{ visitor: new Uint32Array(count), day: new Int32Array(count), s: new Uint8Array(count) },
    ...{ h: new Uint8Array(count), b: new Uint8Array(count), kept: new Uint8Array(count) },
  };
  for (let row = 0; row < count; row++) {
    const visitor = ledger.visitor[row] ?? 0;
    const to = place[visitor] ?? 0;
    place[visitor] = to + 1;
    sorted.visitor[to] = visitor;
    sorted.day[to] = ledger.day[row] ?? 0;
    sorted.s[to] = ledger.s[row] ?? 0;
    sorted.h[to] = ledger.h[row] ?? 0;
    sorted.b[to] = ledger.b[row] ?? 0;
    sorted.kept[to] = ledger.kept[row] ?? 0;
  }
  return sorted;
}

export function readWindow(simulation: Simulation, all: ReturnType<typeof sortRows>, days: number): Window {
  const { instrument } = simulation;
  const [firstDay, lastDay] = [HORIZON - days, HORIZON - 1];
  const inside = rowsSince(all.day, firstDay);
  const count = inside.length;
  const pick = <T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T => {
    for (let index = 0; index < count; index++) to[index] = from[inside[index] ?? 0] ?? 0;
    return to;
  };
  const rows: VisitorDays = {
    visitor: pick(all.visitor, new Uint32Array(count)),
    day: pick(all.day, new Int32Array(count)),
    s: pick(all.s, new Uint8Array(count)),
    h: pick(all.h, new Uint8Array(count)),
    b: pick(all.b, new Uint8Array(count)),
  };
  const kept = pick(all.kept, new Uint8Array(count));
  const later = (counter: Int32Array) => counter.subarray(firstDay + 1).reduce((sum, value) => sum + value, 0);
  const [overlap, switchers] = [later(instrument.o), later(instrument.y)];
  const views = [null, ...FILTERS.keys()].map((filter): View => {
    const visits = filter === null ? null : visitsOf(kept, filter);
    const { anonymousByStratum, low, total, measured, dailySum } = countView(
      simulation,
      rows,
      visits,
      filter,
      firstDay,
    );
    const certain = filter === null ? overlap + switchers : certainOverlap(simulation, filter, firstDay);
    const limits = { low, high: Math.max(low, measured + total - certain) };
    const truth = rowsSince(
      simulation.lastSeen[filter === null ? 0 : filter + 1] ?? new Int32Array(0),
      firstDay,
    ).length;
    return { truth, rows: visits, anonymousByStratum, limits, dailySum, measured };
  });
  const whole = views[0]?.anonymousByStratum ?? new Float64Array(STRATA);
  const input: WindowInput = {
    ...{ estimator: 'E3', firstDay, lastDay, days: rows, anonymousByStratum: whole, overlap, switchers },
    ...{ sameVisitor: later(instrument.s), otherIdentifier: later(instrument.x) },
    ...{ fresh: later(instrument.fresh), chanceMatches: later(instrument.z), returned: later(instrument.returned) },
  };
  return { input, views };
}

/** Places of the entries that are `firstDay` or later. */
function rowsSince(days: Int32Array, firstDay: number): Int32Array {
  const places = new Int32Array(days.length);
  let count = 0;
  for (let place = 0; place < days.length; place++) {
    if ((days[place] ?? -1) >= firstDay) places[count++] = place;
  }
  return places.subarray(0, count);
}

/** The rows that a filter keeps, each as often as it has visits there. */
function visitsOf(kept: Uint8Array, filter: number): Int32Array {
  const rows = new Int32Array(3 * kept.length);
  let count = 0;
  for (let row = 0; row < kept.length; row++) {
    for (let visit = ((kept[row] ?? 0) >> (2 * filter)) & 3; visit > 0; visit--) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** D_s, the sum of days and the lower bound of a view. */
function countView(
  { instrument }: Simulation,
  rows: VisitorDays,
  visits: Int32Array | null,
  filter: number | null,
  firstDay: number,
) {
  const newOn = new Int32Array(HORIZON);
  let [measured, days] = [0, 0];
  let [lastVisitor, lastRow] = [0, -1];
  const see = (row: number): void => {
    if (row === lastRow) return;
    lastRow = row;
    days += 1;
    if (rows.visitor[row] === lastVisitor) return;
    lastVisitor = rows.visitor[row] ?? 0;
    measured += 1;
    increase(newOn, rows.day[row] ?? 0);
  };
  if (visits === null) for (let row = 0; row < rows.visitor.length; row++) see(row);
  else for (const row of visits) see(row);
  const anonymousByStratum = new Float64Array(STRATA);
  let [low, seen, total] = [measured, 0, 0];
  for (let day = firstDay; day < HORIZON; day++) {
    seen += newOn[day] ?? 0;
    let today = 0;
    for (let s = 0; s < STRATA; s++) {
      const count = anonymousOn(instrument, filter, day, s);
      today += count;
      anonymousByStratum[s] = (anonymousByStratum[s] ?? 0) + count;
    }
    total += today;
    low = Math.max(low, today + seen);
  }
  return { anonymousByStratum, low, total, measured, dailySum: days + total };
}

/** Of the site's overlap, what must be the filter's whoever they were. */
function certainOverlap({ instrument }: Simulation, filter: number, firstDay: number): number {
  const of = (view: number | null, day: number): number => {
    let sum = 0;
    for (let s = 0; s < STRATA; s++) sum += anonymousOn(instrument, view, day, s);
    return sum;
  };
  let sum = 0;
  for (let day = firstDay + 1; day < HORIZON; day++) {
    const others = of(null, day) - of(filter, day) + of(null, day - 1) - of(filter, day - 1);
    sum += Math.max(0, (instrument.o[day] ?? 0) - others);
  }
  return sum;
}

function anonymousOn({ anonymous }: Simulation['instrument'], filter: number | null, day: number, s: number): number {
  return anonymous[((filter === null ? 0 : filter + 1) * HORIZON + day) * STRATA + s] ?? 0;
}

function increase(counts: Uint32Array | Int32Array, index: number, by = 1): void {
  counts[index] = (counts[index] ?? 0) + by;
}
