/** The catalogue of dimensions: what rows may be grouped and filtered by, and where its value comes from. */

/** The text of a value that is absent. */
export const NOT_SET = '(not set)';
export const DIRECT = 'Direct / None';

/** Whose property it is: a visit has one value, an event may differ within its visit. */
export type Scope = 'visit' | 'event';

/** A column of ids; 0 is `absent`, any other a text of the dictionary `terms`. */
interface Column {
  scope: Scope;
  column: string;
  terms: string;
  /** What an absent value is called. */
  absent: string;
}

export type DimensionRule =
  | ({ kind: 'column' } & Column)
  /** The ids of a column, shown under another text: the English name of a country (`countryName`). */
  | ({ kind: 'country' } & Column)
  /** The first folder of the page in a column (`sectionOf`): several ids have one value. */
  | ({ kind: 'section' } & Column)
  /** The event's value of one property. */
  | { kind: 'property'; scope: 'event'; key: string; absent: string }
  /** The names of the goals that the event fulfils: none, one or several values. */
  | { kind: 'goal'; scope: 'event' }
  /** By the day-visitor of the visit: `CONSENT_VALUES`. */
  | { kind: 'consent'; scope: 'visit'; absent: string }
  /** Whether it is the identified visitor's first visit ever: `NEW_VALUES`. */
  | { kind: 'new'; scope: 'visit'; absent: string }
  /** Local time at which the visit began: `1` Monday to `7`, `00` to `23`. */
  | { kind: 'weekday' | 'hour'; scope: 'visit'; absent: string };

const visit = (column: string, terms = column, absent = NOT_SET) =>
  ({ kind: 'column', scope: 'visit', column, terms, absent }) as const;
const event = (column: string, terms: string) =>
  ({ kind: 'column', scope: 'event', column, terms, absent: NOT_SET }) as const;
const property = (key: string) => ({ kind: 'property', scope: 'event', key, absent: NOT_SET }) as const;
const ofVisit = <K extends 'consent' | 'new' | 'weekday' | 'hour'>(kind: K) =>
  ({ kind, scope: 'visit', absent: NOT_SET }) as const;

export const DIMENSIONS = {
  'event:page': event('page', 'page'),
  'event:section': { ...event('page', 'page'), kind: 'section' },
  'event:hostname': event('host', 'host'),
  'event:name': event('name', 'name'),
  'event:goal': { kind: 'goal', scope: 'event' },
  /** What the revenue of an event is an amount of. */
  'event:currency': event('currency', 'currency'),
  /** What a visitor searched the site for. */
  'event:search': property('search'),
  'event:language': visit('language'),
  'visit:entry_page': visit('entry_page', 'page'),
  'visit:exit_page': visit('exit_page', 'page'),
  'visit:entry_page_hostname': visit('entry_host', 'host'),
  'visit:exit_page_hostname': visit('exit_host', 'host'),
  'visit:source': visit('source', 'source', DIRECT),
  'visit:channel': visit('channel'),
  'visit:referrer': visit('referrer', 'referrer', DIRECT),
  'visit:utm_source': visit('utm_source'),
  'visit:utm_medium': visit('utm_medium'),
  'visit:utm_campaign': visit('utm_campaign'),
  'visit:utm_content': visit('utm_content'),
  'visit:utm_term': visit('utm_term'),
  'visit:country': visit('country'),
  'visit:region': visit('region'),
  'visit:city': visit('city'),
  'visit:country_name': { ...visit('country'), kind: 'country' },
  // The database of places knows regions and cities by their English names.
  'visit:region_name': visit('region'),
  'visit:city_name': visit('city'),
  'visit:browser': visit('browser'),
  'visit:browser_version': visit('browser_version'),
  'visit:os': visit('os'),
  'visit:os_version': visit('os_version'),
  'visit:device': visit('device'),
  'visit:consent': ofVisit('consent'),
  'visit:new': ofVisit('new'),
  'visit:weekday': ofVisit('weekday'),
  'visit:hour': ofVisit('hour'),
} as const satisfies Record<string, DimensionRule>;

const PROPERTY = 'event:props:';
/** Characters of a property's name, as of those that are kept. */
const LONGEST_KEY = 300;

export type PropertyDimension = `${typeof PROPERTY}${string}`;
export type ValueDimension = keyof typeof DIMENSIONS | PropertyDimension;
export const TIME_DIMENSIONS = ['time', 'time:hour', 'time:day', 'time:week', 'time:month'] as const;
export type TimeDimension = (typeof TIME_DIMENSIONS)[number];
export type Dimension = ValueDimension | TimeDimension;

/** Values of `visit:consent` by the number that a scan uses; an erased visitor belongs to neither population. */
export const CONSENT_VALUES = [NOT_SET, 'granted', 'anonymous'] as const;
/** Values of `visit:new` in the same way: anonymous and erased visitors are neither. */
export const NEW_VALUES = [NOT_SET, 'new', 'returning'] as const;

/** All names with a value, for a sentence. */
export const DIMENSION_NAMES = [...Object.keys(DIMENSIONS), `${PROPERTY}<name>`];

export function isValueDimension(name: unknown): name is ValueDimension {
  if (typeof name !== 'string') return false;
  if (Object.hasOwn(DIMENSIONS, name)) return true;
  return name.startsWith(PROPERTY) && name.length > PROPERTY.length && name.length <= PROPERTY.length + LONGEST_KEY;
}

export function isTimeDimension(name: unknown): name is TimeDimension {
  return TIME_DIMENSIONS.some((known) => known === name);
}

export function dimensionRule(name: ValueDimension): DimensionRule {
  return isProperty(name) ? property(name.slice(PROPERTY.length)) : DIMENSIONS[name];
}

function isProperty(name: ValueDimension): name is PropertyDimension {
  return name.startsWith(PROPERTY);
}

/** The first folder of a page: `/docs/start` is in `/docs/`, `/about` in `/`. Not for absent pages. */
export function sectionOf(page: string): string {
  const [path = ''] = page.split('?');
  return path.slice(0, path.indexOf('/', 1) + 1) || '/';
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The English name of a country code; what is no code stays as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}
