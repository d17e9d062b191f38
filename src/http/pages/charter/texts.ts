/** The words of the cookie charter. `{site}` stands for the site's name. */
import type { OwnCookieMoment, OwnCookieUse } from '../../../consent/own-cookies.ts';
import type { CookieCategory, StorageKind } from '../../../domain/cookie.ts';
import type { PageLanguage } from '../say-words.ts';
import { en } from './texts-en.ts';
import { fr } from './texts-fr.ts';

interface Named {
  name: string;
  text: string;
}

export interface CharterTexts {
  title: string;
  lead: string;
  glance: {
    label: string;
    free: (count: number) => string;
    consent: (count: number) => string;
    others: (count: number) => string;
  };
  what: {
    title: string;
    paragraphs: readonly string[];
    law: { fr: string; europe: string; gb: string; elsewhere: string };
  };
  kinds: {
    title: string;
    bySetter: string;
    setters: readonly Named[];
    byLife: string;
    lives: readonly Named[];
    byPurpose: string;
  };
  categories: Readonly<Record<CookieCategory, Named>>;
  list: { title: string; lead: string; nothing: Readonly<Record<CookieCategory, string>>; noMeasuring: string };
  columns: { name: string; purpose: string; provider: string; service: string; lifetime: string };
  storage: Readonly<Record<StorageKind, string>>;
  when: Readonly<Record<OwnCookieMoment, string>>;
  declaredWhen: { free: string; consent: string };
  purposes: Readonly<Record<OwnCookieUse, string>>;
  /** What is added where scripts cannot read it. */
  httpOnly: string;
  thisSite: string;
  ownService: string;
  unstated: string;
  choice: {
    title: string;
    byPassant: string;
    byOther: string;
    byNobody: string;
    change: string;
    rights: string;
    browser: string;
  };
  foot: { drawn: string; json: string };
}

export function charterTexts(language: PageLanguage): CharterTexts {
  return language === 'fr' ? fr : en;
}
