/** The name that a reader knows for a dimension's value; what has none is shown as it came. */
import type { ConsentDimension } from '../api/consent.ts';
import type { FilterDimension } from '../state/conditions.ts';
import type { Texts } from './en.ts';
import type { Format } from './format.ts';

const NOT_SET = '(not set)';
const DIRECT = 'Direct / None';

export function sayValue(
  dimension: FilterDimension | ConsentDimension,
  value: string,
  texts: Texts,
  format: Format,
): string {
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
    default:
      return value;
  }
}

function own(names: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(names, value) ? (names[value] ?? value) : value;
}
