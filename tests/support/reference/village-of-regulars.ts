/** A site with people enough for an estimate: eight days, most with a habit, some with consent from the start, some from one day on. */
import { Random } from '../../../bench/uniques/random.ts';
import type { CountingService } from './counting-service.ts';
import { identifierOf } from './random-traffic.ts';
import type { Message } from './rows.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export const REGULAR_DAYS = 8;
const PEOPLE = 260;

export interface RegularsOptions {
  seed: number;
  /** UTC ms of the first midnight. */
  startsAt: number;
  /** Days on which the service loses its keys at noon. */
  restarts: readonly number[];
}

/** Lives the eight days; on every day everybody has left before the next begins, but for a few around midnight. */
export function liveAsRegulars(service: CountingService, { seed, startsAt, restarts }: RegularsOptions): void {
  const draws = new Random('regulars', seed);
  const random = () => draws.next();
  const messages: Message[] = [];
  for (let person = 0; person < PEOPLE; person++) {
    const habit = random() ** 2;
    const consentsOn = person % 3 === 0 ? 0 : person % 7 === 0 ? 1 + Math.floor(random() * 7) : REGULAR_DAYS;
    const deviceClass = random() < 0.6 ? 0 : 1;
    const referrer = random() < 0.5 ? 'outside' : 'none';
    const identifier = identifierOf(person);
    let hasConsented = false;
    for (let day = 0; day < REGULAR_DAYS; day++) {
      if (random() > 0.15 + 0.7 * habit) continue;
      // Two share a network and a browser, others change theirs from day to day.
      const network = person % 20 === 1 ? person - 1 : random() < 0.2 ? person + 1000 + day : person;
      const sender = { address: `10.${network >> 8}.${network & 255}.1`, browser: 'Firefox', deviceClass };
      const visits = random() < 0.25 ? 2 : 1;
      for (let visit = 0; visit < visits; visit++) {
        let at = startsAt + day * DAY + Math.floor((visit * 10 + 2 + random() * 8) * 60) * MINUTE;
        if (random() < 0.04) at = startsAt + (day + 1) * DAY - 5 * MINUTE; // a visit across midnight
        const send = (more: Partial<Message>) => {
          const known = hasConsented
            ? { consent: 'granted' as const, identifier }
            : { consent: 'unset' as const, identifier: null };
          messages.push({
            ...{
              ...sender,
              ...known,
              at,
              name: 'pageview',
              page: '/',
              referrer,
              action: null,
              messageId: null,
              leftByLink: false,
            },
            ...more,
          });
        };
        if (consentsOn === 0) hasConsented = true;
        send({ page: random() < 0.5 ? '/' : '/shop' });
        at += 2 * MINUTE;
        if (!hasConsented && day >= consentsOn) {
          hasConsented = true;
          send({ name: 'consent', action: 'accepted' });
          at += MINUTE;
        }
        if (random() < 0.6) send({ page: random() < 0.3 ? '/rare' : '/shop', referrer: 'own' });
      }
    }
  }
  messages.sort((a, b) => a.at - b.at);
  const lost = new Set(restarts);
  let today = -1;
  for (const message of messages) {
    const sinceStart = (message.at - startsAt) / DAY;
    const day = Math.floor(sinceStart);
    if (day !== today) service.flush(); // a transaction holds the events of one day
    today = day;
    if (lost.has(day) && sinceStart - day >= 0.5) {
      lost.delete(day);
      service.flush();
      service.restart();
    }
    service.send(message);
  }
  service.flush();
}
