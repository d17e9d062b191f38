/** Events of the eight weeks before today, for an import: enough visitors with consent to estimate the others, and some of Google. */
import { CHROME, FIREFOX } from './beacons.ts';

const DAYS = 56;
const DAY_MS = 86_400_000;
const PEOPLE = 180;
const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';
const BROWSERS = [CHROME, FIREFOX, PHONE];

export interface TwoMonths {
  /** JSON lines. */
  events: string;
  /** The last four weeks of them, as two dates. */
  from: string;
  to: string;
}

/** Every third person gives consent; these come by Google more often than the others do. @param now UTC ms */
export function twoMonths(now: number): TwoMonths {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const first = today - DAYS * DAY_MS;
  const lines: object[] = [];
  for (let day = 0; day < DAYS; day++) {
    for (let person = 0; person < PEOPLE; person++) {
      // Everybody comes on two days in a row, in a rhythm of their own.
      const rhythm = 5 + (person % 31);
      if ((day + person * 7) % rhythm > 1) continue;
      lines.push(...visitOf(person, first + day * DAY_MS + (8 * 3600 + person * 100) * 1000));
    }
  }
  const date = (time: number) => new Date(time).toISOString().slice(0, 10);
  return {
    events: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    from: date(today - 28 * DAY_MS),
    to: date(today - DAY_MS),
  };
}

function visitOf(person: number, at: number): object[] {
  const isIdentified = person % 3 === 0;
  const isOfGoogle = isIdentified ? person % 2 === 0 : person % 8 === 1;
  return Array.from({ length: 1 + (Math.floor(person / 3) % 3) }, (_, page) => ({
    time: new Date(at + page * 60_000).toISOString(),
    name: 'pageview',
    url: `https://month.example/${['', 'datasets/', 'contact/'][page]}`,
    referrer: page === 0 && isOfGoogle ? 'https://www.google.com/' : null,
    ip: `203.0.${person}.9`,
    user_agent: BROWSERS[person % 5] ?? CHROME,
    consent: isIdentified ? 'granted' : 'unset',
    ...(isIdentified && { visitor: `person${String(person).padStart(14, '0')}A` }),
  }));
}
