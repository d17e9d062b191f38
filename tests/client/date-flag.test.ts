/** What the device keeps of a visit with the date flag, and which first page it says a page is. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { dateIn, firstOf, forgetDate, noteVisit } from '../../client/tracker/features/date-flag.ts';
import { type FakePage, fakePage } from './support/fake-page.ts';

const PARIS = 'Europe/Paris';
const WEDNESDAY = new Date('2026-06-10T12:00Z');

let page: FakePage;
afterEach(() => page.restore());

function open(options: Parameters<typeof fakePage>[0] = {}): void {
  page = fakePage(options);
}

describe('a page', () => {
  it.each([
    ['ever', '', '2026-06-10', 'dwm'],
    ['after another of the same day', '2026-06-10', '2026-06-10', undefined],
    ['of the day, in one week and month', '2026-06-09', '2026-06-10', 'd'],
    ['on a Sunday after Monday', '2026-06-08', '2026-06-14', 'd'],
    ['on a Monday after Sunday', '2026-06-14', '2026-06-15', 'dw'],
    ['on the same weekday of the next week', '2026-06-10', '2026-06-17', 'dw'],
    ['of a month that splits a week', '2026-03-31', '2026-04-01', 'dm'],
    ['of a week and a month that begin together', '2026-05-31', '2026-06-01', 'dwm'],
    ['of a year that splits a week', '2025-12-31', '2026-01-01', 'dm'],
    ['a year later to the day', '2025-06-10', '2026-06-10', 'dwm'],
    ['before the date that a wrong clock wrote', '2026-06-11', '2026-06-10', undefined],
  ])('%s (%s, then %s) says %s', (_when, last, today, expected) => {
    open();
    expect(firstOf(last, today)).toBe(expected);
  });
});

describe('the date', () => {
  it.each([
    ['2026-06-10T21:59Z', PARIS, '2026-06-10'],
    ['2026-06-10T22:00Z', PARIS, '2026-06-11'],
    ['2026-03-28T22:59Z', PARIS, '2026-03-28'],
    ['2026-03-28T23:00Z', PARIS, '2026-03-29'],
    ['2026-03-29T21:59Z', PARIS, '2026-03-29'], // 23 hours long
    ['2026-03-29T22:00Z', PARIS, '2026-03-30'],
    ['2026-06-10T22:00Z', 'Pacific/Auckland', '2026-06-11'],
  ])('at %s in %s is %s', (at, zone, expected) => {
    open();
    expect(dateIn(zone, new Date(at))).toBe(expected);
  });

  it('is in no zone of which the browser knows nothing, and then there is no flag and nothing is kept', () => {
    open();
    expect(noteVisit('Mars/Olympus', 'unset', WEDNESDAY)).toBeUndefined();
    expect(page.writes).toEqual([]);
  });

  it('is in the zone of the browser when none is named', () => {
    open();
    expect(dateIn(undefined, WEDNESDAY)).toMatch(/^2026-06-1[01]$/);
  });
});

describe('the device', () => {
  it('keeps the date alone, for 31 days, for this host, and is written to once a day', () => {
    open();
    expect([1, 2, 3].map(() => noteVisit(PARIS, 'unset', WEDNESDAY))).toEqual(['dwm', undefined, undefined]);
    expect(page.writes).toEqual(['passant_date=2026-06-10;Path=/;Max-Age=2678400;SameSite=Lax;Secure']);
  });

  it('writes without Secure where the page came over http', () => {
    open({ protocol: 'http:' });
    noteVisit(PARIS, 'unset', WEDNESDAY);
    expect(page.writes[0]).not.toContain('Secure');
  });

  it.each([['blocked'], ['foreign']])('that keeps nothing (%s) never sends a flag', (how) => {
    open({ [how]: true });
    expect([1, 2].map(() => noteVisit(PARIS, 'granted', WEDNESDAY))).toEqual([undefined, undefined]);
  });

  it('takes what is no date for none', () => {
    open();
    page.cookies.set('passant_date', 'for ever');
    expect(noteVisit(PARIS, 'unset', WEDNESDAY)).toBe('dwm');
    expect(page.cookies.get('passant_date')).toBe('2026-06-10');
  });

  it.each([
    ['who has said no', 'denied', false, false],
    ['who has said no and sends a signal', 'denied', true, false],
    ['who sends a privacy signal', 'unset', true, false],
    ['who sends one and has said yes', 'granted', true, true],
    ['who has said nothing', 'unset', false, true],
    ['who has said yes', 'granted', false, true],
  ] as const)('of a visitor %s (%s, signal %s) keeps a date: %s', (_who, consent, signal, keeps) => {
    open({ signal });
    page.cookies.set('passant_date', '2026-06-09');
    expect(noteVisit(PARIS, consent, WEDNESDAY)).toBe(keeps ? 'd' : undefined);
    expect([...page.cookies]).toEqual(keeps ? [['passant_date', '2026-06-10']] : []);
  });

  it('forgets at once, and is left alone where there is nothing to forget', () => {
    open();
    forgetDate();
    expect(page.writes).toEqual([]);
    noteVisit(PARIS, 'unset', WEDNESDAY);
    forgetDate();
    expect(page.cookies.size).toBe(0);
  });
});
