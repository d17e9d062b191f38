/** What a right does on the device. Nothing is read before somebody has asked for it, but the mark of their own objection. */
import { safely } from '../consent/browser.ts';
import { readCookie, writeCookie } from '../consent/cookies.ts';
import { hasObjected, OBJECTION } from '../consent/objection.ts';
import { readPreferences, writePreferences } from '../consent/preferences.ts';

const IDENTIFIER = 'passant_id';
const DATE = 'passant_date';
/** 13 months at their shortest, so that it is never longer. */
const MARK_SECONDS = 393 * 86_400;

const readStorage = safely(() => localStorage.getItem(IDENTIFIER) ?? undefined);
const emptyStorage = safely(() => localStorage.removeItem(IDENTIFIER));

/** The identifier, wherever the site keeps it; one that only the server can read is not here. */
export function readIdentifier(): string | undefined {
  return (readCookie(IDENTIFIER) ?? readStorage())?.match(/^[\w-]{21}(?=$|\.)/)?.[0];
}

export function removeIdentifier(): void {
  writeCookie(IDENTIFIER, '', 0);
  emptyStorage();
}

/** True when the device keeps it. */
export function markObjection(): boolean {
  writeCookie(OBJECTION, '1', MARK_SECONDS);
  return hasObjected();
}

export function unmarkObjection(): void {
  writeCookie(OBJECTION, '', 0);
}

/** Writes down that consent was taken back, where there was an answer, and tells the tracker of the page. */
export function forgetConsent(): void {
  if (readPreferences()) writePreferences(false);
  writeCookie(DATE, '', 0);
  (window as { passant?: { consent?: (choice: string) => void } }).passant?.consent?.('denied');
}
