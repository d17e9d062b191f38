/** Where the words are that come with the pages that need them; itself loaded with the first of them. */
import type { explore } from './en/explore.ts';
import type { office } from './en/office.ts';
import type { Language, LaterPart, LaterTexts } from './languages.ts';

type Loaders<Part extends LaterPart> = Readonly<Record<Language, () => Promise<LaterTexts[Part]>>>;
const exploreOf = (arriving: Promise<{ explore: typeof explore }>) => arriving.then((each) => each.explore);
const officeOf = (arriving: Promise<{ office: typeof office }>) => arriving.then((each) => each.office);
const LATER: { readonly [Part in LaterPart]: Loaders<Part> } = {
  explore: {
    en: () => exploreOf(import('./en/explore.ts')),
    fr: () => exploreOf(import('./fr/explore.ts')),
    de: () => exploreOf(import('./de/explore.ts')),
    es: () => exploreOf(import('./es/explore.ts')),
    it: () => exploreOf(import('./it/explore.ts')),
    nl: () => exploreOf(import('./nl/explore.ts')),
  },
  counted: {
    en: () => import('./en/counted.ts'),
    fr: () => import('./fr/counted.ts'),
    de: () => import('./de/counted.ts'),
    es: () => import('./es/counted.ts'),
    it: () => import('./it/counted.ts'),
    nl: () => import('./nl/counted.ts'),
  },
  door: {
    en: () => import('./en/door.ts'),
    fr: () => import('./fr/door.ts'),
    de: () => import('./de/door.ts'),
    es: () => import('./es/door.ts'),
    it: () => import('./it/door.ts'),
    nl: () => import('./nl/door.ts'),
  },
  office: {
    en: () => officeOf(import('./en/office.ts')),
    fr: () => officeOf(import('./fr/office.ts')),
    de: () => officeOf(import('./de/office.ts')),
    es: () => officeOf(import('./es/office.ts')),
    it: () => officeOf(import('./it/office.ts')),
    nl: () => officeOf(import('./nl/office.ts')),
  },
  provider: {
    en: () => import('./en/provider.ts'),
    fr: () => import('./fr/provider.ts'),
    de: () => import('./de/provider.ts'),
    es: () => import('./es/provider.ts'),
    it: () => import('./it/provider.ts'),
    nl: () => import('./nl/provider.ts'),
  },
};

export const LATER_PARTS = Object.keys(LATER) as readonly LaterPart[];

export function loadLaterTexts<Part extends LaterPart>(language: Language, part: Part): Promise<LaterTexts[Part]> {
  return LATER[part][language]();
}
