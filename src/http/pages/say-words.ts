/** Lifetimes, countries and declared texts in the reader's language. */
import type { Lifetime, Words } from '../../domain/cookie.ts';

export const PAGE_LANGUAGES = ['en', 'fr'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

const LOCALES: Readonly<Record<PageLanguage, string>> = { en: 'en-GB', fr: 'fr-FR' };
const SESSION: Readonly<Record<PageLanguage, string>> = {
  en: 'Until the browser is closed',
  fr: 'Jusqu’à la fermeture du navigateur',
};
const PERSISTENT: Readonly<Record<PageLanguage, string>> = {
  en: 'Until you delete it',
  fr: 'Jusqu’à ce que vous l’effaciez',
};

export function sayLifetime(lifetime: Lifetime, language: PageLanguage): string {
  if (lifetime === 'session') return SESSION[language];
  if (lifetime === 'persistent') return PERSISTENT[language];
  const { count, unit } = lifetime;
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

export function sayCountry(code: string, language: PageLanguage): string {
  return new Intl.DisplayNames([LOCALES[language]], { type: 'region' }).of(code) ?? code;
}

/** @param at UTC ms */
export function sayDate(at: number, language: PageLanguage, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(at);
}

/** @param at UTC ms */
export function sayTime(at: number, language: PageLanguage, timeZone: string): string {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(at);
}

/** A text in the language, else in what there is; `lang` is set when it is in another one than the page. */
export function sayWords(words: Words, language: PageLanguage): { text: string; lang: string | null } {
  const own = words[language] ?? words['*'];
  if (own !== undefined) return { text: own, lang: null };
  const [lang = language, text = ''] = Object.entries(words)[0] ?? [];
  return { text, lang: lang === language ? null : lang };
}
