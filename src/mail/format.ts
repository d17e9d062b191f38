/** Numbers and dates in mails, as a reader of the language expects them. */
import type { MailLanguage } from './ports.ts';

const LOCALES: Readonly<Record<MailLanguage, string>> = {
  ...{ en: 'en-GB', fr: 'fr-FR', de: 'de-DE', es: 'es-ES', it: 'it-IT', nl: 'nl-NL' },
};
/** What stands for a figure that cannot be known. */
export const UNKNOWN = '–';

export function formatCount(count: number, language: MailLanguage): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 }).format(count);
}

/** With its sign. @param percent 100 for twice as much */
export function formatChange(percent: number, language: MailLanguage): string {
  const digits = Math.abs(percent) < 10 ? 1 : 0;
  const format = { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(LOCALES[language], format).format(percent / 100).replace('-', '\u2212');
}

export function formatPercent(percent: number, language: MailLanguage): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100);
}

/** `23–29 November 2026`. @param first such as `2026-11-23` */
export function formatDays(first: string, last: string, language: MailLanguage): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(Date.parse(first), Date.parse(last));
}

/** A day and its hour. @param at UTC ms */
export function formatHour(at: number, timeZone: string, language: MailLanguage): string {
  const format = { dateStyle: 'full', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}
