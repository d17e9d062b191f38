/** The date flag: the device keeps the date of its last visit, no identifier, and says whose first page of a period this is. */
import { safely, sendsPrivacySignal } from '../../consent/browser.ts';
import { cookie } from '../../consent/cookies.ts';
import type { ConsentState } from '../../consent/preferences.ts';
import { attributes } from '../settings.ts';
import { gates } from '../tracker.ts';

const DATE_COOKIE = 'passant_date';
/** A longer life would say nothing more: after 31 days every page is the first of its month. */
const DATE_SECONDS = 31 * 86_400;

/**
 * Which first page a page of `today` is, when the last one was on the date `last` (`YYYY-MM-DD`, empty for never): the letters
 * d (of the day), w (of the ISO week, which begins on Monday), m (of the calendar month), or undefined when of none.
 */
export const firstOf = (last: string, today: string): string | undefined => {
  // A date ahead of today was written by a clock that went wrong: it has been counted.
  if (last >= today) return;
  // 1970-01-05 was a Monday. No date gives no number, which equals nothing.
  const week = (date: string): number => Math.floor((Date.parse(date) / 86_400_000 - 4) / 7);
  return `d${week(last) === week(today) ? '' : 'w'}${last.slice(0, 7) === today.slice(0, 7) ? '' : 'm'}`;
};

/** The date in a time zone, without one in the browser's own, or undefined when the browser does not know the zone. */
export const dateIn = /* @__PURE__ */ safely((timeZone: string | undefined, now: Date): string | undefined => {
  // Swedish writes dates as ISO 8601 does; whatever else a browser makes of it must not be taken for a date.
  return isoDate(now.toLocaleDateString('sv', { timeZone: timeZone || undefined }));
});

/**
 * Writes today's date down and answers with what to send. Undefined also where the device did not keep it: there every page would
 * be the first. Whoever has said no, or sends a privacy signal and has not said yes, has no date and sends none.
 */
export const noteVisit = (
  timeZone: string | undefined,
  consent: ConsentState,
  now = new Date(),
): string | undefined => {
  if (consent !== 'granted' && (consent === 'denied' || sendsPrivacySignal())) return forgetDate();
  const today = dateIn(timeZone, now);
  const flag = today && firstOf(readDate(), today);
  if (flag) cookie(DATE_COOKIE, today, DATE_SECONDS);
  return readDate() === today ? flag : undefined;
};

/** Deletes the date at once. */
export const forgetDate = (): undefined => {
  if (cookie(DATE_COOKIE)) cookie(DATE_COOKIE, '', 0);
};

const readDate = (): string => {
  return isoDate(cookie(DATE_COOKIE)) ?? '';
};

const isoDate = (text: string | undefined): string | undefined => {
  return text?.match(/^\d{4}-\d\d-\d\d$/)?.[0];
};

/** The feature: pageviews carry the flag, and a refusal or a withdrawal forgets the date. */
export const dateFlag = (): void => {
  gates[5] = (message) => {
    // The date is written when the message is handed to the network: a page that is left at once has been seen too.
    if (message.n === 'pageview') message.df = noteVisit(attributes.timezone as string, message.c);
    else if (message.c === 'denied') forgetDate();
  };
};
