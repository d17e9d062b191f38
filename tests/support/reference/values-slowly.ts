/** The values that a visit or an event has of a dimension, as answers show them. */
import { clockOf } from './calendar-slowly.ts';
import type { Row, Tables } from './read-tables.ts';
import { ERASED } from './rows.ts';

export type SlowGoal = { name: string } & (
  | { kind: 'event'; event: string; props?: Readonly<Record<string, string>> }
  | { kind: 'page'; path: string }
  | { kind: 'scroll'; path: string; depth: number }
);

/** A row that may count: a visit alone, or an event with the visit it belongs to. */
export interface Candidate {
  visit: Row | null;
  event: Row | null;
}

/** What values depend on beside the row itself. */
export interface Surroundings {
  goals: readonly SlowGoal[];
  timeZone: string;
}

const NOTHING = '(not set)';
const EVENT_COLUMNS: Readonly<Record<string, string>> = {
  'event:page': 'page',
  'event:hostname': 'host',
  'event:name': 'name',
  'event:currency': 'currency',
};
const ODD_COLUMNS: Readonly<Record<string, string>> = {
  'visit:entry_page_hostname': 'entry_host',
  'visit:exit_page_hostname': 'exit_host',
  'visit:region_name': 'region',
  'visit:city_name': 'city',
};

/** Whether a dimension can differ between the events of a visit. */
export function isOfEvents(name: string): boolean {
  return name.startsWith('event:') && name !== 'event:language';
}

/** One value; of goals none, one or several. */
export function valuesOf(
  name: string,
  candidate: Candidate,
  { goals, timeZone }: Surroundings,
  tables: Tables,
): string[] {
  const { visit, event } = candidate;
  if (name === 'event:goal') {
    return goals.filter((goal) => event !== null && fulfils(goal, event, tables)).map((goal) => goal.name);
  }
  if (name === 'event:search') return [propertyOf(event, 'search', tables) ?? NOTHING];
  if (name.startsWith('event:props:')) return [propertyOf(event, name.slice(12), tables) ?? NOTHING];
  if (name === 'event:section') return [sectionOf(event?.page)];
  const ofEvent = EVENT_COLUMNS[name];
  if (ofEvent !== undefined) return [String(event?.[ofEvent] || NOTHING)];
  if (name === 'visit:consent') return [consentOf(visit, tables)];
  if (name === 'visit:new') return [newnessOf(visit, tables)];
  if (name === 'visit:weekday' || name === 'visit:hour') return [clockValueOf(name, visit, timeZone, tables)];
  if (name === 'visit:country_name') return [countryOf(visit)];
  const absent = name === 'visit:source' || name === 'visit:referrer' ? 'Direct / None' : NOTHING;
  return [String(visit?.[ODD_COLUMNS[name] ?? name.split(':')[1] ?? ''] || absent)];
}

export function visitOf(event: Row, { visits }: Tables): Row | null {
  return visits.find((visit) => visit.day === event.day && visit.visit === event.visit) ?? null;
}

/** `visitors.id` of a visit: 0 for an anonymous one, null for one whose visitors are not told apart. */
export function visitorOf(visit: Row, { people }: Tables): number | null {
  if (visit.ordinal === 0) return null;
  return Number(people.find(({ day, ordinal }) => day === visit.day && ordinal === visit.ordinal)?.visitor);
}

function fulfils(goal: SlowGoal, event: Row, tables: Tables): boolean {
  switch (goal.kind) {
    case 'event':
      return (
        event.name === goal.event &&
        Object.entries(goal.props ?? {}).every(([key, value]) => propertyOf(event, key, tables) === value)
      );
    case 'page':
      return event.name === 'pageview' && isPath(goal.path, String(event.page));
    case 'scroll':
      return (
        event.name === 'engagement' &&
        event.scroll_depth !== null &&
        Number(event.scroll_depth) >= goal.depth &&
        isPath(goal.path, String(event.page))
      );
  }
}

/** `**` is any characters, `*` any but a slash: every way of splitting the text is tried. */
export function isPath(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const stars = pattern.startsWith('**') ? 2 : pattern.startsWith('*') ? 1 : 0;
  if (stars === 0) return text[0] === pattern[0] && isPath(pattern.slice(1), text.slice(1));
  if (isPath(pattern.slice(stars), text)) return true;
  return text !== '' && (stars === 2 || text[0] !== '/') && isPath(pattern, text.slice(1));
}

function propertyOf(event: Row | null, key: string, { event_properties }: Tables): string | null {
  const property = event_properties.find(
    (each) => each.day === event?.day && each.event === event?.event && each.key === key,
  );
  return property === undefined ? null : String(property.value);
}

function sectionOf(page: string | number | null | undefined): string {
  if (!page) return NOTHING;
  const [, folder, ...more] = String(page).replace(/\?.*/s, '').split('/');
  return more.length === 0 ? '/' : `/${folder}/`;
}

function consentOf(visit: Row | null, tables: Tables): string {
  const visitor = (visit && visitorOf(visit, tables)) ?? 0;
  return visitor === ERASED ? NOTHING : visitor > 0 ? 'granted' : 'anonymous';
}

/** Of the visits of a visitor's first day the one that began first is new. */
function newnessOf(visit: Row | null, tables: Tables): string {
  const visitor = (visit && visitorOf(visit, tables)) ?? 0;
  if (visitor === 0 || visitor === ERASED) return NOTHING;
  const firstDay = tables.visitors.find(({ id }) => id === visitor)?.first_day;
  const [first] = tables.visits
    .filter((each) => each.day === firstDay && visitorOf(each, tables) === visitor)
    .sort((a, b) => Number(a.started_at) - Number(b.started_at) || Number(a.visit) - Number(b.visit));
  return visit === first ? 'new' : 'returning';
}

function clockValueOf(name: string, visit: Row | null, timeZone: string, { instrument_days }: Tables): string {
  if (visit === null) return NOTHING;
  const zone = instrument_days.find(({ day }) => day === visit.day)?.time_zone ?? timeZone;
  const clock = clockOf(Number(visit.started_at), String(zone));
  if (name === 'visit:hour') return clock.slice(11, 13);
  return String(new Date(`${clock.slice(0, 10)}T12:00:00Z`).getUTCDay() || 7);
}

const COUNTRIES: Readonly<Record<string, string>> = { FR: 'France', DE: 'Germany' };

function countryOf(visit: Row | null): string {
  const code = String(visit?.country || '');
  return COUNTRIES[code] ?? (code === '' ? NOTHING : code);
}
