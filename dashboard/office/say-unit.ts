/** What a number counts, in the word that goes with it: `month` of 1, `months` of 25. */
import type { Language } from '../i18n/languages.ts';

/** @param number as written in a field: of what is none, the word for many */
export function sayUnit(language: Language, unit: 'month' | 'day', number: string): string {
  const amount = /^\d+$/.test(number) ? Number(number) : 2;
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.formatToParts(amount).find(({ type }) => type === 'unit')?.value ?? '';
}
