/** The mark of an objection as it travels: a cookie that says the same of everybody who carries it. */
import { OBJECTION_COOKIE } from '../domain/consent.ts';

const MARK = new RegExp(`(?:^|;\\s*)${OBJECTION_COOKIE}=1\\s*(?:;|$)`);

/** @param cookies the header as it came */
export function hasObjected(cookies: string | undefined): boolean {
  return cookies !== undefined && MARK.test(cookies);
}
