/** The name that a reader knows for a dimension's value; what has none is shown as it came. */
import type { ConsentDimension } from '../api/consent.ts';
import { isProperty, propertyOf, SEGMENT, type Subject } from '../state/conditions.ts';
import type { Texts } from './en/texts.ts';
import type { Format } from './format.ts';
import { sayPath } from './say-path.ts';

const NOT_SET = '(not set)';
const DIRECT = 'Direct / None';

export function sayValue(dimension: Subject | ConsentDimension, value: string, texts: Texts, format: Format): string {
  const { values } = texts;
  if (value === NOT_SET) return values.notSet;
  if (value === DIRECT) return values.direct;
  switch (dimension) {
    case 'visit:country':
      return format.country(value);
    case 'event:language':
      return format.language(value);
    case 'visit:channel':
      return own(values.channels, value);
    case 'visit:device':
      return own(values.devices, value);
    case 'visit:consent':
      return own(values.consent, value);
    case 'event:page':
    case 'event:section':
    case 'visit:entry_page':
    case 'visit:exit_page':
      return sayPath(value);
    case 'visit:new':
      return own(values.newness, value);
    case 'visit:weekday':
      return format.weekday(value, 'long');
    case 'visit:hour':
      return format.bucket(`2026-01-01 ${value}:00:00`, 'hour', 'short');
    default:
      return value;
  }
}

/** What a dimension is called. */
export function sayDimension(dimension: Subject, texts: Texts): string {
  if (dimension === SEGMENT) return texts.filters.segment;
  return isProperty(dimension) ? texts.property(propertyOf(dimension)) : texts.dimensions[dimension];
}

function own(names: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(names, value) ? (names[value] ?? value) : value;
}
