/** The catalogue of dimensions: what rows may be grouped and filtered by, and the column that holds it. */

/** The text of a value that is absent. */
export const NOT_SET = '(not set)';
export const DIRECT = 'Direct / None';

export interface DimensionRule {
  /** Whose property it is: a visit has one value, an event may differ within its visit. */
  scope: 'visit' | 'event';
  /** Column of the scanned part. */
  column: string;
  /** Kind of term in the dictionary; null for `consent`, whose values are closed. */
  terms: string | null;
  /** What an absent value is called. */
  absent: string;
}

const visit = (column: string, terms = column, absent = NOT_SET): DimensionRule => ({
  scope: 'visit',
  column,
  terms,
  absent,
});

export const DIMENSIONS = {
  'event:page': { scope: 'event', column: 'page', terms: 'page', absent: NOT_SET },
  'event:hostname': { scope: 'event', column: 'host', terms: 'host', absent: NOT_SET },
  'event:name': { scope: 'event', column: 'name', terms: 'name', absent: NOT_SET },
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
  'visit:browser': visit('browser'),
  'visit:browser_version': visit('browser_version'),
  'visit:os': visit('os'),
  'visit:os_version': visit('os_version'),
  'visit:device': visit('device'),
  'visit:consent': { scope: 'visit', column: 'consent', terms: null, absent: NOT_SET },
} as const satisfies Record<string, DimensionRule>;

export type ValueDimension = keyof typeof DIMENSIONS;
export const TIME_DIMENSIONS = ['time', 'time:hour', 'time:day', 'time:week', 'time:month'] as const;
export type TimeDimension = (typeof TIME_DIMENSIONS)[number];
export type Dimension = ValueDimension | TimeDimension;

/** Values of `visit:consent` by the number that a scan uses; an erased visitor belongs to neither population. */
export const CONSENT_VALUES = [NOT_SET, 'granted', 'anonymous'] as const;

export function isValueDimension(name: unknown): name is ValueDimension {
  return typeof name === 'string' && Object.hasOwn(DIMENSIONS, name);
}

export function isTimeDimension(name: unknown): name is TimeDimension {
  return TIME_DIMENSIONS.some((known) => known === name);
}
