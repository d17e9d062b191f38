/** Roles in words. */
import type { Standing } from '../api/people.ts';
import type { TextsWith } from '../i18n/languages.ts';

/** @returns one line each, with the site that it is about */
export function sayStanding(
  { role, sites }: Standing,
  texts: TextsWith<'office'>,
): { text: string; site: string | null }[] {
  const { roles } = texts.account;
  return [
    ...(role === null ? [] : [{ text: texts.people.onEvery(roles[role]), site: null }]),
    ...sites.map((each) => ({ text: texts.people.onSite(roles[each.role]), site: each.site })),
  ];
}
