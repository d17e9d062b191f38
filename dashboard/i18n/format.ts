/** Numbers, dates and names as a reader of the language expects them. Days and hours arrive in the site's own time. */
import type { Bucket, Days } from '../state/period.ts';
import type { Language } from './languages.ts';

/** As written in Europe: in English too, days stand before months and hours go from 0 to 23. */
const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  de: 'de-DE',
  es: 'es-ES',
  it: 'it-IT',
  nl: 'nl-NL',
};
/** The sign of the hour; those of minute and second are the same in all of them. */
const HOURS: Readonly<Record<Language, string>> = { en: 'h', fr: 'h', de: 'h', es: 'h', it: 'h', nl: 'u' };
const NO_BREAK_SPACE = '\u00a0';
/** What stands for a figure that cannot be known. */
export const UNKNOWN = '–';

export interface Format {
  count(value: number): string;
  /** `1 204 – 1 533`, or one number when the bounds meet. */
  range(low: number, high: number): string;
  decimal(value: number): string;
  /** @param ratio 1 for the whole */
  percent(ratio: number): string;
  /** To one decimal, but without one when there is nothing to say: `11.5%`, `100%`. */
  finePercent(ratio: number): string;
  /** A change in percent with its sign: `+8.2%`. @param percent 100 for twice as much */
  change(percent: number): string;
  /** An amount with its sign, one digit after the point. */
  signed(value: number): string;
  duration(seconds: number): string;
  /** So many of a unit of time: `8 weeks`. */
  units(amount: number, unit: Bucket): string;
  /** `a, b and c`. */
  list(words: readonly string[]): string;
  /** As a title: one day begins with its weekday, in a capital. */
  days(days: Days): string;
  /** Inside a sentence: `30 March 2026`. @param day `2026-03-30` */
  date(day: string): string;
  /** A bucket's label, short for an axis or long for a sentence. */
  bucket(label: string, bucket: Bucket, length: 'short' | 'long'): string;
  /** @param day `1` Monday to `7` Sunday */
  weekday(day: string, length: 'short' | 'long'): string;
  /** A day and its time by the reader's clock. @param at UTC ms */
  moment(at: number): string;
  money(amount: number, currency: string): string;
  country(code: string): string;
  language(code: string): string;
}

/** Where a language writes its days otherwise than the platform does. */
const DAYS_AS_WRITTEN: Partial<Record<Language, (text: string) => string>> = {
  // The first of a month is an ordinal.
  fr: (text) => text.replace(/(?<![\d\p{L}])1(?=\s\p{L}|\s?\u2013)/gu, '1er'),
  // Spans come with a zero before the day, single days without.
  it: (text) => text.replace(/(?<!\d)0(?=\d(?!\d))/g, ''),
};

export function createFormat(language: Language): Format {
  const locale = LOCALES[language];
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const smallPercent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const finePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const signs = { signDisplay: 'exceptZero', maximumFractionDigits: 1 } as const;
  const signed = new Intl.NumberFormat(locale, signs);
  const change = new Intl.NumberFormat(locale, { ...signs, style: 'percent', maximumFractionDigits: 0 });
  const smallChange = new Intl.NumberFormat(locale, { ...signs, style: 'percent' });
  const list = new Intl.ListFormat(locale);
  const buckets = createBucketFormats(locale);
  const asWritten = DAYS_AS_WRITTEN[language] ?? ((text) => text);
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const sayBucket: Format['bucket'] = (label, bucket, length) => {
    const date = toDate(label);
    if (Number.isNaN(date.getTime())) return label;
    const text = buckets[length][bucket].format(date);
    return bucket === 'hour' ? text : asWritten(text);
  };
  return {
    count: (value) => count.format(value),
    range: (low, high) =>
      low === high ? count.format(low) : `${count.format(low)}${NO_BREAK_SPACE}${UNKNOWN} ${count.format(high)}`,
    decimal: (value) => withMinus(decimal.format(value)),
    percent: (ratio) => (ratio > 0 && ratio < 0.1 ? smallPercent : percent).format(ratio),
    finePercent: (ratio) => finePercent.format(ratio),
    change: (value) => withMinus((Math.abs(value) < 10 ? smallChange : change).format(value / 100)),
    signed: (value) => withMinus(signed.format(value)),
    duration: (seconds) => formatDuration(seconds, HOURS[language]),
    units: (amount, unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount),
    list: (words) => list.format(words),
    days: ({ first, last }) => asWritten(formatDays(locale, first, last)),
    date: (day) => sayBucket(day, 'week', 'long'),
    bucket: sayBucket,
    weekday: (day, length) => nameOfWeekday(locale, day, length),
    moment: (at) => moments.format(at),
    money: (amount, currency) => formatMoney(locale, amount, currency),
    country: (code) => nameOf(countries, code),
    language: (code) => capitalize(nameOf(languages, code), locale),
  };
}

/** The platform writes a hyphen where a minus belongs. */
function withMinus(text: string): string {
  return text.replace(/^-/, '\u2212');
}

/** A line may break between two amounts, never inside one. */
function formatDuration(seconds: number, hour: string): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const amount = (value: number | string, unit: string) => `${value}${NO_BREAK_SPACE}${unit}`;
  if (hours > 0) return `${amount(hours, hour)} ${amount(pad(minutes), 'min')}`;
  return minutes > 0 ? `${amount(minutes, 'min')} ${amount(pad(rest), 's')}` : amount(rest, 's');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function formatDays(locale: string, first: string, last: string): string {
  if (first === last) {
    const day = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    return capitalize(day.format(toDate(first)), locale);
  }
  const span = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  return span.formatRange(toDate(first), toDate(last));
}

type BucketFormats = Readonly<Record<'short' | 'long', Readonly<Record<Bucket, Intl.DateTimeFormat>>>>;

function createBucketFormats(locale: string): BucketFormats {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  return {
    short: {
      hour: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      day: format({ day: 'numeric', month: 'short' }),
      week: format({ day: 'numeric', month: 'short' }),
      month: format({ month: 'short', year: '2-digit' }),
    },
    long: {
      hour: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      day: format({ weekday: 'short', day: 'numeric', month: 'long' }),
      week: format({ day: 'numeric', month: 'long', year: 'numeric' }),
      month: format({ month: 'long', year: 'numeric' }),
    },
  };
}

/** `2026-03-01` or `2026-03-01 13:00:00`: a clock's reading, carried through as if it were UTC. */
function toDate(label: string): Date {
  return new Date(`${label.slice(0, 10)}T${label.slice(11) || '00:00:00'}Z`);
}

/** A day that is none is shown as it came. */
function nameOfWeekday(locale: string, day: string, length: 'short' | 'long'): string {
  if (!/^[1-7]$/.test(day)) return day;
  // The first of June 2026 is a Monday.
  const date = new Date(Date.UTC(2026, 5, Number(day)));
  return capitalize(new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: length }).format(date), locale);
}

/** What is no currency is written behind its amount. */
function formatMoney(locale: string, amount: number, currency: string): string {
  try {
    return withMinus(new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount));
  } catch {
    return `${amount}${NO_BREAK_SPACE}${currency}`;
  }
}

/** A code that is none is shown as it came. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

function capitalize(text: string, locale: string): string {
  // In Dutch the two letters are one: IJslands.
  const length = locale === LOCALES.nl && text.startsWith('ij') ? 2 : 1;
  return text.slice(0, length).toLocaleUpperCase(locale) + text.slice(length);
}
