/** Reads what a line of an export tells beside the message: the line is one when it says how the event stands to its visit. */

import { DEVICE_CLASSES } from '../collect/steps/detect-device.ts';
import { TOLD_VISITS } from '../collect/told-facts.ts';
import { IDENTIFIER_PATTERN } from '../domain/consent.ts';
import { VISIT_DIMENSIONS, type VisitDimensions } from '../domain/event.ts';
import { cleanText } from '../lib/clean-text.ts';
import type { ToldLine } from './told-visits.ts';

/** Characters of a fact: no stored one is longer. */
const LONGEST_FACT = 500;
/** No finer than what is made of a User-Agent, an address or a header (docs/privacy.md). */
const FORMS: Partial<Record<keyof VisitDimensions, { form: RegExp; advice: string }>> = {
  country: { form: /^[A-Z]{2}$/, advice: 'a country of two capital letters' },
  language: { form: /^[a-z]{2,3}$/, advice: 'a primary language such as `fr`' },
  browser_version: { form: /^\d{1,5}$/, advice: 'a major version' },
  os_version: { form: /^[\w.]{1,10}$/, advice: 'a version such as `11` or `10.14`' },
  device: {
    form: new RegExp(`^(?:${DEVICE_CLASSES.join('|')})$`),
    advice: `one of ${DEVICE_CLASSES.join(', ')}`,
  },
  referrer: { form: /^[^?#]+$/, advice: 'host and path, without a query' },
};

/** @returns null for a line that is none of an export, a sentence for one that cannot be read */
export function readTold(line: Record<string, unknown>): ToldLine | string | null {
  const { visit: given, visitor } = line;
  if (given === undefined || given === null) return null;
  const visit = TOLD_VISITS.find((each) => each === given);
  if (visit === undefined) return `\`visit\` is none of ${TOLD_VISITS.join(', ')}`;
  const isNamed = visitor !== undefined && visitor !== null;
  if (isNamed && !(typeof visitor === 'string' && IDENTIFIER_PATTERN.test(visitor)))
    return '`visitor` has not 21 characters of A-Z, a-z, 0-9, _ and -';
  const dimensions: Record<string, string> = {};
  for (const name of VISIT_DIMENSIONS) {
    const value = line[name] ?? '';
    if (typeof value !== 'string') return `\`${name}\` is not a text`;
    const text = cleanText(value).slice(0, LONGEST_FACT);
    const rule = FORMS[name];
    if (text !== '' && rule !== undefined && !rule.form.test(text)) return `\`${name}\` is not ${rule.advice}`;
    dimensions[name] = text;
  }
  return {
    visit,
    visitor: isNamed ? String(visitor) : null,
    dimensions: dimensions as unknown as VisitDimensions,
    leftByLink: line.left_by_link === true,
  };
}
