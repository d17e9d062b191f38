/** The dimensions that the questions ask for: their column, and what an absent value is called in an answer. */
import type { TermKind } from './texts.ts';

export interface DimensionColumn {
  column: string;
  /** Kind of term; null for consent, whose values are closed. */
  terms: TermKind | null;
  absent: string;
}

const of = (column: string, terms: TermKind, absent = '(not set)'): DimensionColumn => ({ column, terms, absent });

export const DIMENSION_COLUMNS = {
  'event:page': of('page', 'page'),
  'visit:entry_page': of('entry_page', 'page'),
  'visit:exit_page': of('exit_page', 'page'),
  'visit:channel': of('channel', 'channel'),
  'visit:source': of('source', 'source', 'Direct / None'),
  'visit:referrer': of('referrer', 'referrer', 'Direct / None'),
  'visit:utm_campaign': of('utm_campaign', 'utm_campaign'),
  'visit:country': of('country', 'country'),
  'visit:browser': of('browser', 'browser'),
  'visit:os': of('os', 'os'),
  'visit:device': of('device', 'device'),
  'event:language': of('language', 'language'),
  'visit:consent': { column: 'consent', terms: null, absent: '' },
} as const satisfies Record<string, DimensionColumn>;

export type AskedDimension = keyof typeof DIMENSION_COLUMNS;
export type AskedTime = 'time:day' | 'time:month';
