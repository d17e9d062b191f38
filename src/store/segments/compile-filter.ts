/** Makes a filter fast: each condition is decided once per text, so that a row costs one look-up; the result is a byte per row. */
import { ENGAGEMENT } from '../../domain/event.ts';
import type { Goal } from '../../domain/goal.ts';
import { acceptsText, isNegative, saysText } from '../../stats/match-text.ts';
import type { Filter } from '../../stats/plan.ts';
import { lookUp } from './column.ts';
import type { Day } from './day-columns.ts';
import { type SiteTexts, valuesOf } from './dimension-values.ts';
import { type EventHits, type EventTest, HitFinder } from './event-hits.ts';
import { goalMask } from './goal-mask.ts';
import { both, either } from './masks.ts';

export interface FilterContext extends SiteTexts {
  goals: readonly Goal[];
}

export interface CompiledFilter {
  /** A condition may differ between the events of a visit: then only `ofEvents` counts. */
  needsEvents: boolean;
  /** 1 where a visit passes (index: visit - 1); null when all do. */
  ofVisits: (day: Day) => Uint8Array | null;
  /** 1 where an event passes (index: event - 1), whatever its name; null when all do. */
  ofEvents: (day: Day) => Uint8Array | null;
  /** Whether something outside any visit passes a filter that looks at visits only. */
  ofNoVisit: boolean;
  /** The same as `ofEvents`, as a list; null when there are too many for one, absent where finding them needs a byte per event. */
  hits?: FindHits;
  /** Decides a single event. */
  tester: (day: Day) => EventTest;
}

type FindHits = (day: Day, tests?: readonly EventTest[]) => EventHits | null;

type Comparison = Extract<Filter, { kind: 'compare' }>;

const EVERYTHING: CompiledFilter = {
  needsEvents: false,
  ofVisits: () => null,
  ofEvents: () => null,
  ofNoVisit: true,
  tester: () => () => true,
};

/** @param seesPageviews engagement events are tested as the pageviews that they tell of */
export function compileFilter(filter: Filter | null, context: FilterContext, seesPageviews = false): CompiledFilter {
  return filter === null ? EVERYTHING : compile(filter, context, seesPageviews);
}

function compile(filter: Filter, context: FilterContext, seesPageviews: boolean): CompiledFilter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return join(
        filter.kind,
        filter.filters.map((each) => compile(each, context, seesPageviews)),
      );
    case 'not':
      return negate(compile(filter.filter, context, seesPageviews));
    case 'done': {
      const inner = compile(filter.filter, context, false);
      return ofVisit((day) => visitsThatDid(inner, day, context), false);
    }
    case 'compare':
      return filter.dimension === 'event:goal'
        ? compareGoals(filter, context, seesPageviews)
        : compareValues({ ...filter, dimension: filter.dimension }, context, seesPageviews);
  }
}

function compareValues(
  condition: Comparison & { dimension: Parameters<typeof valuesOf>[0] },
  context: FilterContext,
  seesPageviews: boolean,
): CompiledFilter {
  const values = valuesOf(condition.dimension, context, seesPageviews);
  const accepts = acceptsText(condition);
  const allowed = new Uint8Array(values.size);
  for (let value = 0; value < allowed.length; value++) allowed[value] = accepts(values.label(value)) ? 1 : 0;
  const read = (day: Day) => lookUp(values.read(day), allowed);
  if (values.scope === 'visit') {
    const ofNoVisit = allowed[values.ofNoVisit] === 1;
    const tester = (day: Day): EventTest => {
      const { values: numbers, from } = values.read(day);
      return (_event, visit) => (visit < 0 ? ofNoVisit : allowed[(numbers[visit] ?? 0) + from] === 1);
    };
    return { ...ofVisit(read, ofNoVisit), tester };
  }
  const tester = (day: Day): EventTest => {
    const { values: numbers, from } = values.read(day);
    return (event) => allowed[(numbers[event] ?? 0) + from] === 1;
  };
  const finder = new HitFinder();
  return {
    ...{ ...ofEvent(read), tester },
    hits: (day, tests = []) => finder.find(day, values.read(day), allowed, tests),
  };
}

function compareGoals(condition: Comparison, context: FilterContext, seesPageviews: boolean): CompiledFilter {
  const says = saysText(condition);
  const masks = context.goals.filter(({ name }) => says(name)).map((goal) => goalMask(goal, context, seesPageviews));
  const fulfilled = ofEvent((day) => {
    const out = new Uint8Array(day.rows.events);
    for (const mask of masks) either(out, mask(day));
    return out;
  });
  return isNegative(condition) ? negate(fulfilled) : fulfilled;
}

function ofVisit(ofVisits: (day: Day) => Uint8Array, ofNoVisit: boolean): CompiledFilter {
  const ofEvents = (day: Day) => spread(ofVisits(day), day, ofNoVisit);
  const tester = (day: Day): EventTest => {
    const mask = ofVisits(day);
    return (_event, visit) => (visit < 0 ? ofNoVisit : mask[visit] === 1);
  };
  const finder = new HitFinder();
  const hits: FindHits = (day, tests = []) => finder.findOfVisits(day, ofVisits(day), ofNoVisit, tests);
  return { needsEvents: false, ofVisits, ofEvents, ofNoVisit, hits, tester };
}

function ofEvent(ofEvents: (day: Day) => Uint8Array): CompiledFilter {
  const ofVisits = () => {
    throw new Error('the filter looks at events');
  };
  const tester = (day: Day): EventTest => {
    const mask = ofEvents(day);
    return (event) => mask[event] === 1;
  };
  return { needsEvents: true, ofVisits, ofEvents, ofNoVisit: false, tester };
}

function join(kind: 'and' | 'or', parts: readonly CompiledFilter[]): CompiledFilter {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const combine = (masks: (Uint8Array | null)[]): Uint8Array => {
    const [first, ...others] = masks.filter((mask) => mask !== null);
    const out = first ?? new Uint8Array(0);
    for (const mask of others) kind === 'and' ? both(out, mask) : either(out, mask);
    return out;
  };
  const ofEvents = (day: Day) => combine(parts.map((part) => part.ofEvents(day)));
  if (parts.some((part) => part.needsEvents)) {
    const hits = kind === 'and' ? hitsOfAll(parts) : undefined;
    return hits === undefined ? ofEvent(ofEvents) : { ...ofEvent(ofEvents), hits };
  }
  const passes = (part: CompiledFilter) => part.ofNoVisit;
  return ofVisit(
    (day) => combine(parts.map((part) => part.ofVisits(day))),
    kind === 'and' ? parts.every(passes) : parts.some(passes),
  );
}

/** Where one condition on events finds them by a list, the others look at these only. */
function hitsOfAll(parts: readonly CompiledFilter[]): FindHits | undefined {
  const first = parts.find((part) => part.needsEvents && part.hits !== undefined);
  const others = parts.filter((part) => part !== first);
  return (
    first?.hits &&
    ((day, tests = []) => first.hits?.(day, [...others.map((part) => part.tester(day)), ...tests]) ?? null)
  );
}

function negate(part: CompiledFilter): CompiledFilter {
  const turned = (mask: Uint8Array | null): Uint8Array => {
    const out = mask ?? new Uint8Array(0);
    for (let row = 0; row < out.length; row++) out[row] = 1 - (out[row] ?? 0);
    return out;
  };
  return part.needsEvents
    ? ofEvent((day) => turned(part.ofEvents(day)))
    : ofVisit((day) => turned(part.ofVisits(day)), !part.ofNoVisit);
}

/** Each event as its visit: the events of a visit stand together. */
function spread(visits: Uint8Array, day: Day, ofNoVisit: boolean): Uint8Array {
  const starts = day.eventStarts();
  const out = new Uint8Array(day.rows.events);
  if (ofNoVisit) out.fill(1, 0, starts[0]);
  for (let visit = 0; visit < visits.length; visit++) {
    if (visits[visit] === 1) out.fill(1, starts[visit], starts[visit + 1]);
  }
  return out;
}

function visitsThatDid(inner: CompiledFilter, day: Day, { terms }: FilterContext): Uint8Array {
  const passes = inner.ofEvents(day);
  const { values, from } = day.column('events', 'visit');
  const name = day.column('events', 'name');
  const engagement = terms('name').indexOf(ENGAGEMENT);
  const out = new Uint8Array(day.rows.visits);
  for (let event = 0; event < values.length; event++) {
    const visit = (values[event] ?? 0) + from;
    if (visit === 0 || (name.values[event] ?? 0) + name.from === engagement) continue;
    if (passes === null || passes[event] === 1) out[visit - 1] = 1;
  }
  return out;
}
