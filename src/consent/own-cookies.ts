/** What this service itself may put on a visitor's device, as the site's settings have it: nothing that is not set is listed. */
import { OBJECTION_COOKIE } from '../domain/consent.ts';
import type { CookieCategory, Lifetime, StorageKind } from '../domain/cookie.ts';
import type { IdentifierPlace, SiteSettings } from '../domain/site.ts';

export type OwnCookieUse = 'identifier' | 'date' | 'choice' | 'objection';
/** When it may be there: after a yes; after an answer, whichever; unless refused or objected; only after an objection. */
export type OwnCookieMoment = 'consent' | 'answer' | 'visit' | 'objection';

export interface OwnCookie {
  name: string;
  use: OwnCookieUse;
  kind: StorageKind;
  category: CookieCategory;
  when: OwnCookieMoment;
  lifetime: Lifetime;
  /** Scripts cannot read it. */
  httpOnly: boolean;
}

export const IDENTIFIER_COOKIE = 'passant_id';
export const CHOICE_COOKIE = 'cookies_preferences';
export const DATE_COOKIE = 'passant_date';

const PLACES: Readonly<Record<IdentifierPlace, Pick<OwnCookie, 'kind' | 'httpOnly'>>> = {
  cookie: { kind: 'cookie', httpOnly: false },
  storage: { kind: 'local-storage', httpOnly: false },
  server: { kind: 'cookie', httpOnly: true },
};
const SHORT = { kind: 'cookie', httpOnly: false } as const;

/** The mark of an objection is there for everybody; it comes only when it is asked for. */
export function listOwnCookies({
  askedBy,
  identifier,
  dateFlag,
}: Pick<SiteSettings, 'askedBy' | 'identifier' | 'dateFlag'>): OwnCookie[] {
  const months = (count: number): Lifetime => ({ count, unit: 'month' });
  const all: (OwnCookie | null)[] = [
    askedBy === 'passant'
      ? { ...SHORT, name: CHOICE_COOKIE, use: 'choice', category: 'necessary', when: 'answer', lifetime: months(6) }
      : null,
    {
      ...SHORT,
      name: OBJECTION_COOKIE,
      use: 'objection',
      category: 'necessary',
      when: 'objection',
      lifetime: months(13),
    },
    askedBy === 'nobody'
      ? null
      : {
          ...PLACES[identifier],
          ...{
            name: IDENTIFIER_COOKIE,
            use: 'identifier',
            category: 'statistics',
            when: 'consent',
            lifetime: months(13),
          },
        },
    dateFlag
      ? {
          ...{ ...SHORT, name: DATE_COOKIE, use: 'date', category: 'statistics', when: 'visit' },
          lifetime: { count: 31, unit: 'day' },
        }
      : null,
  ];
  return all.filter((each) => each !== null);
}
