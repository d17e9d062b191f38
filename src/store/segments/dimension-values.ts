/** What a dimension says of each visit or event of a day: numbers first, their texts when an answer shows them. */
import { UNATTRIBUTED } from '../../count/ports.ts';
import { ENGAGEMENT, PAGEVIEW } from '../../domain/event.ts';
import { startOfDay } from '../../lib/calendar.ts';
import {
  CONSENT_VALUES,
  countryName,
  dimensionRule,
  NEW_VALUES,
  NOT_SET,
  type Scope,
  sectionOf,
  type ValueDimension,
} from '../../stats/dimensions.ts';
import type { Column } from './column.ts';
import type { Day } from './day-columns.ts';

/** The texts of one kind by id; index 0 is unused. */
export type Terms = (kind: string) => readonly string[];

/** What the values of a site's dimensions rest on, beside its days. */
export interface SiteTexts {
  terms: Terms;
  /** By id of an identified visitor: the day of their first visit ever. */
  firstDays: () => Int32Array;
}

export interface DimensionValues {
  scope: Scope;
  /** Numbers are from 0 to `size` - 1. */
  size: number;
  label: (value: number) => string;
  /** One number per visit or event of the day. */
  read: (day: Day) => Pick<Column, 'values' | 'from'>;
  /** The number of what belongs to no visit. */
  ofNoVisit: number;
}

/** @param seesPageviews engagement events pass for the pageviews that they tell of */
export function valuesOf(
  name: Exclude<ValueDimension, 'event:goal'>,
  { terms, firstDays }: SiteTexts,
  seesPageviews = false,
): DimensionValues {
  const rule = dimensionRule(name);
  switch (rule.kind) {
    case 'column':
    case 'country': {
      const texts = terms(rule.terms);
      const show = rule.kind === 'country' ? countryName : (text: string) => text;
      const part = rule.scope === 'visit' ? 'visits' : 'events';
      const isName = seesPageviews && name === 'event:name';
      return {
        scope: rule.scope,
        size: Math.max(1, texts.length),
        label: (id) => (id === 0 ? rule.absent : show(texts[id] ?? rule.absent)),
        read: (day) => (isName ? asPageviews(day.column(part, 'name'), texts) : day.column(part, rule.column)),
        ofNoVisit: 0,
      };
    }
    case 'section': {
      const { labels, sections } = sectionsOf(terms(rule.terms));
      return {
        ...{ scope: rule.scope, size: labels.length, ofNoVisit: 0 },
        label: (section) => labels[section] ?? rule.absent,
        read: (day) => mapped(day.column('events', rule.column), sections),
      };
    }
    case 'property': {
      const [keys, texts] = [terms('prop_key'), terms('prop_value')];
      const key = keys.indexOf(rule.key);
      return {
        ...{ scope: rule.scope, size: Math.max(1, texts.length), ofNoVisit: 0 },
        label: (id) => (id === 0 ? rule.absent : (texts[id] ?? rule.absent)),
        read: (day) => ({ values: propertyOf(day, key), from: 0 }),
      };
    }
    case 'consent':
      // Only consent makes an identified visitor, so what belongs to no visit is anonymous.
      return { ...ofVisits(CONSENT_VALUES, 2), read: (day) => ({ values: consentOf(day), from: 0 }) };
    case 'new':
      return { ...ofVisits(NEW_VALUES, 0), read: (day) => ({ values: newness(day, firstDays()), from: 0 }) };
    case 'weekday':
      // 1970-01-01 was a Thursday.
      return {
        ...ofVisits([NOT_SET, '1', '2', '3', '4', '5', '6', '7'], 0),
        read: (day) => ({ values: new Uint8Array(day.rows.visits), from: ((((day.day + 3) % 7) + 7) % 7) + 1 }),
      };
    case 'hour': {
      const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
      return { ...ofVisits([NOT_SET, ...hours], 0), read: (day) => ({ values: hoursOf(day), from: 1 }) };
    }
    case 'goal':
      throw new Error('an event can fulfil several goals: they are no values');
  }
}

function ofVisits(labels: readonly string[], ofNoVisit: number) {
  return {
    ...{ scope: 'visit' as const, size: labels.length, ofNoVisit },
    label: (value: number) => labels[value] ?? NOT_SET,
  };
}

function mapped({ values, from }: Column, to: Uint32Array): Pick<Column, 'values' | 'from'> {
  const out = new Uint32Array(values.length);
  for (let row = 0; row < out.length; row++) out[row] = to[(values[row] ?? 0) + from] ?? 0;
  return { values: out, from: 0 };
}

function asPageviews({ values, from }: Column, names: readonly string[]): Pick<Column, 'values' | 'from'> {
  const [engagement, pageview] = [names.indexOf(ENGAGEMENT), names.indexOf(PAGEVIEW)];
  const out = new Uint32Array(values.length);
  for (let row = 0; row < out.length; row++) {
    const name = (values[row] ?? 0) + from;
    out[row] = name === engagement ? Math.max(0, pageview) : name;
  }
  return { values: out, from: 0 };
}

/** The sections of all pages, and the one of each page; 0 is that of an absent page. */
function sectionsOf(pages: readonly string[]): { labels: string[]; sections: Uint32Array } {
  const numbers = new Map<string, number>();
  const labels = [NOT_SET];
  const sections = new Uint32Array(Math.max(1, pages.length));
  for (let page = 1; page < pages.length; page++) {
    const section = sectionOf(pages[page] ?? '');
    const known = numbers.get(section) ?? labels.push(section) - 1;
    numbers.set(section, known);
    sections[page] = known;
  }
  return { labels, sections };
}

function propertyOf(day: Day, key: number): Uint32Array {
  const out = new Uint32Array(day.rows.events);
  if (day.rows.properties === 0 || key < 0) return out;
  const [events, keys, values] = ['event', 'key', 'value'].map((name) => day.column('properties', name));
  if (!events || !keys || !values) return out;
  for (let row = 0; row < day.rows.properties; row++) {
    if ((keys.values[row] ?? 0) + keys.from !== key) continue;
    out[(events.values[row] ?? 0) + events.from - 1] = (values.values[row] ?? 0) + values.from;
  }
  return out;
}

/** The visitor of each visit as `people` has them: 0 for anonymous ones and for visits of nobody in particular. */
export function visitorsOf(day: Day): Uint32Array {
  const ordinal = day.column('visits', 'ordinal');
  const visitor = day.column('people', 'visitor');
  const out = new Uint32Array(day.rows.visits);
  for (let visit = 0; visit < out.length; visit++) {
    const person = (ordinal.values[visit] ?? 0) + ordinal.from;
    if (person > 0) out[visit] = (visitor.values[person - 1] ?? 0) + visitor.from;
  }
  return out;
}

/** 1 granted, 2 anonymous, 0 neither (erased): by the day-visitor, so that consent in mid-visit counts once. */
function consentOf(day: Day): Uint8Array {
  const { identified, shared, sharedVisitors, erased } = day.people();
  const out = new Uint8Array(day.rows.visits).fill(2);
  for (let index = 0; index < identified.length; index++) out[identified[index] ?? 0] = 1;
  for (let index = 0; index < shared.length; index++) if ((sharedVisitors[index] ?? 0) > 0) out[shared[index] ?? 0] = 1;
  for (let index = 0; index < erased.length; index++) out[erased[index] ?? 0] = 0;
  return out;
}

/** 1 the first visit ever of an identified visitor, 2 a later one, 0 for everybody else. */
function newness(day: Day, firstDays: Int32Array): Uint8Array {
  const startedAt = day.column('visits', 'started_at');
  const out = new Uint8Array(day.rows.visits);
  const firstVisits = new Map<number, number>();
  for (const [visit, visitor] of visitorsOf(day).entries()) {
    if (visitor === 0 || visitor === UNATTRIBUTED) continue;
    out[visit] = 2;
    if (firstDays[visitor] !== day.day) continue;
    const first = firstVisits.get(visitor);
    const isEarlier = first === undefined || (startedAt.values[visit] ?? 0) < (startedAt.values[first] ?? 0);
    if (isEarlier) firstVisits.set(visitor, visit);
  }
  for (const visit of firstVisits.values()) out[visit] = 1;
  return out;
}

const HOUR_MS = 3_600_000;
const QUARTERS = 4;
const QUARTER_MS = HOUR_MS / QUARTERS;

/** Hours of the zone's clock at which visits began, from 0. */
function hoursOf(day: Day): Uint8Array {
  const { values, from } = day.column('visits', 'started_at');
  const startsAt = startOfDay(day.day, day.timeZone);
  const hourOf = clockOf(day, startsAt);
  const out = new Uint8Array(values.length);
  // Most visits began in the quarter of the one before.
  let [hour, quarterAt] = [0, Number.POSITIVE_INFINITY];
  for (let visit = 0; visit < out.length; visit++) {
    const at = (values[visit] ?? 0) + from;
    if (at < quarterAt || at >= quarterAt + QUARTER_MS) {
      const quarter = Math.floor((at - startsAt) / QUARTER_MS);
      quarterAt = startsAt + quarter * QUARTER_MS;
      hour = hourOf(quarter);
    }
    out[visit] = hour;
  }
  return out;
}

/** Tells the hour of the clock by the quarters since a day began: clocks are set at no other moment. */
function clockOf({ day, timeZone }: Day, startsAt: number): (quarter: number) => number {
  // Where the clock is set, an hour comes twice or not at all.
  const isPlain = startOfDay(day + 1, timeZone) - startsAt === 24 * HOUR_MS;
  let clock: Intl.DateTimeFormat | null = null;
  const known = new Map<number, number>();
  return (quarter) => {
    if (isPlain && quarter >= 0 && quarter < 24 * QUARTERS) return Math.floor(quarter / QUARTERS);
    clock ??= new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    const hour = known.get(quarter) ?? Number(clock.format(startsAt + quarter * QUARTER_MS));
    known.set(quarter, hour);
    return hour;
  };
}
