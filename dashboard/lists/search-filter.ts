/** A search as a filter that the server understands: what is stored under a code is found by the name that the reader sees. */
import type { ApiFilter } from '../api/query.ts';
import type { Texts } from '../i18n/en/texts.ts';
import type { Format } from '../i18n/format.ts';
import { sayValue } from '../i18n/say-value.ts';
import type { FilterDimension } from '../state/conditions.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const PAIRS = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];

/** @param search not empty */
export function searchFilter(
  dimensions: readonly FilterDimension[],
  search: string,
  texts: Texts,
  format: Format,
): ApiFilter {
  const each = dimensions.flatMap((dimension) => filtersOf(dimension, search, texts, format));
  return each.length === 1 && each[0] !== undefined ? each[0] : ['or', each];
}

function filtersOf(dimension: FilterDimension, search: string, texts: Texts, format: Format): ApiFilter[] {
  const wanted = fold(search);
  const named = codesOf(dimension, texts).filter((code) => {
    const name = sayValue(dimension, code, texts, format);
    return name !== code && fold(name).includes(wanted);
  });
  const contains: ApiFilter = ['contains', dimension, [search], { case_sensitive: false }];
  // Part of a code is no part of a name: `fra` would find nothing, `f` every code with an f.
  const isCode = dimension === 'visit:country' || dimension === 'event:language' || dimension === 'visit:weekday';
  const text: ApiFilter[] = isCode ? [['is', dimension, [search.trim().toUpperCase(), search.trim()]]] : [contains];
  return named.length === 0 ? text : [...text, ['is', dimension, named]];
}

/** The values that are shown under another name than they are stored. */
function codesOf(dimension: FilterDimension, { values }: Texts): readonly string[] {
  const always = ['(not set)', 'Direct / None'];
  switch (dimension) {
    case 'visit:country':
      return [...always, ...PAIRS.map((pair) => pair.toUpperCase())];
    case 'event:language':
      return [...always, ...PAIRS];
    case 'visit:channel':
      return [...always, ...Object.keys(values.channels)];
    case 'visit:device':
      return [...always, ...Object.keys(values.devices)];
    case 'visit:new':
      return [...always, ...Object.keys(values.newness)];
    case 'visit:weekday':
      return WEEKDAYS;
    default:
      return always;
  }
}

/** Without case and accents: who looks for `nouvelle-caledonie` means it with them. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
