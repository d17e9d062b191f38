/** The languages that the dashboard speaks; the words of each arrive when it is chosen. */
import type { counted } from './en/counted.ts';
import type { door } from './en/door.ts';
import type { explore } from './en/explore.ts';
import type { office } from './en/office.ts';
import type { provider } from './en/provider.ts';
import type { Texts } from './en/texts.ts';

export const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
  nl: 'Nederlands',
};

const LOADERS: Readonly<Record<Language, () => Promise<{ texts: Texts }>>> = {
  en: () => import('./en/texts.ts'),
  fr: () => import('./fr/texts.ts'),
  de: () => import('./de/texts.ts'),
  es: () => import('./es/texts.ts'),
  it: () => import('./it/texts.ts'),
  nl: () => import('./nl/texts.ts'),
};

export async function loadTexts(language: Language): Promise<Texts> {
  return (await LOADERS[language]()).texts;
}

/** Words that come with the pages that need them, and not with the first paint. */
export interface LaterTexts {
  explore: typeof explore;
  counted: { counted: typeof counted };
  door: { door: typeof door };
  office: typeof office;
  provider: { provider: typeof provider };
}
export type LaterPart = keyof LaterTexts;
/** The words of the first paint, and those of a part. */
export type TextsWith<Part extends LaterPart> = Texts & LaterTexts[Part];
