/** The dimensions in the order in which the builder offers them. */
import type { Texts } from '../i18n/en/texts.ts';
import { SEGMENT } from '../state/conditions.ts';
import { type Choice, PROPERTY } from './draft.ts';

export type DimensionGroup = keyof Texts['filters']['builder']['groups'];

export const DIMENSION_GROUPS: Readonly<Record<DimensionGroup, readonly Choice[]>> = {
  pages: ['event:page', 'event:section', 'visit:entry_page', 'visit:exit_page', 'event:hostname'],
  sources: [
    'visit:channel',
    'visit:source',
    'visit:referrer',
    'visit:utm_campaign',
    'visit:utm_source',
    'visit:utm_medium',
    'visit:utm_content',
    'visit:utm_term',
  ],
  events: ['event:goal', 'event:name', 'event:search', 'event:currency', PROPERTY],
  places: ['visit:country', 'visit:region', 'visit:city'],
  technology: [
    'visit:device',
    'visit:browser',
    'visit:browser_version',
    'visit:os',
    'visit:os_version',
    'event:language',
  ],
  visitors: ['visit:consent', 'visit:new', 'visit:weekday', 'visit:hour'],
  saved: [SEGMENT],
};
