/** Traffic of people whom the test knows: each has one address and one browser, shared with nobody, and keeps to one answer. */
import fc from 'fast-check';
import { startOf } from './calendar-slowly.ts';
import type { CountingService } from './counting-service.ts';
import { identifierOf, rules } from './random-traffic.ts';
import type { Message, Rules } from './rows.ts';

const MINUTE = 60_000;
const GAP_MS = 30 * MINUTE;

interface Person {
  /** `accepts` and `refuses` answer in the middle of a visit; `known` had said yes before the first day. */
  stance: 'silent' | 'accepts' | 'refuses' | 'known';
  /** Which visit the answer falls into. */
  answersAt: number;
  visits: { day: number; minute: number; pauses: number[] }[];
}

export interface Village {
  rules: Rules;
  firstDay: number;
  people: Person[];
  /** Minutes after the first midnight at which the service is restarted. */
  restarts: number[];
}

/** Days on whose second or third night the clocks change in one of the zones, and an ordinary one. */
const FIRST_DAYS = [20540, 20749, 20519, 20757, 20614];
export const VILLAGE_DAYS = 5;

const visit = fc.record({
  day: fc.nat(VILLAGE_DAYS - 1),
  minute: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1400, max: 1439 })),
  pauses: fc.array(fc.constantFrom(0, 1, 10, 29, 30), { maxLength: 3 }),
});

const person: fc.Arbitrary<Person> = fc.record({
  stance: fc.constantFrom('silent', 'silent', 'silent', 'accepts', 'accepts', 'refuses', 'known'),
  answersAt: fc.nat(3),
  visits: fc.array(visit, { minLength: 1, maxLength: 8, size: 'max' }),
});

export const village: fc.Arbitrary<Village> = fc.record({
  rules,
  firstDay: fc.constantFrom(...FIRST_DAYS),
  people: fc.array(person, { minLength: 1, maxLength: 30, size: 'max' }),
  restarts: fc.oneof(
    { weight: 3, arbitrary: fc.constant<number[]>([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.integer({ min: 0, max: VILLAGE_DAYS * 1440 }), { minLength: 1, maxLength: 2 }),
    },
  ),
});

/** When each person did something that is counted at all, and when their visits began. UTC ms. */
export interface Truth {
  seen: { person: number; at: number }[];
  began: { person: number; at: number }[];
}

export function liveThrough({ rules, firstDay, people, restarts }: Village, service: CountingService): Truth {
  const messages = people.flatMap((each, number) =>
    messagesOf(each, number, firstDay, rules).map((message) => ({ message, person: number })),
  );
  messages.sort((a, b) => a.message.at - b.message.at || a.person - b.person);
  const midnight = startOf(firstDay, rules.timeZone);
  const stops = restarts.map((minute) => midnight + minute * MINUTE).sort((a, b) => a - b);
  const seen: Truth['seen'] = [];
  let before = 0;
  for (const { message, person } of messages) {
    const { at } = message;
    if (at - before > 5 * MINUTE) service.passTime(at);
    before = at;
    for (; stops[0] !== undefined && stops[0] <= at; stops.shift()) service.restart();
    if (service.send(message) === null && message.name === 'pageview') seen.push({ person, at });
  }
  service.flush();
  const began = seen.filter(
    ({ person, at }, index) =>
      !seen.slice(0, index).some((earlier) => earlier.person === person && at - earlier.at <= GAP_MS),
  );
  return { seen, began };
}

function messagesOf({ stance, visits, answersAt }: Person, number: number, firstDay: number, rules: Rules): Message[] {
  const pages = visits.flatMap(({ day, minute, pauses }) => {
    const begins = startOf(firstDay + day, rules.timeZone) + minute * MINUTE + number;
    const times = [begins];
    for (const pause of pauses) times.push((times.at(-1) ?? begins) + pause * MINUTE);
    return times.map((at, index) => ({ at, isFirst: index === 0 }));
  });
  pages.sort((a, b) => a.at - b.at);
  const answered = stance === 'known' ? 0 : (pages[Math.min(answersAt, pages.length - 1)]?.at ?? 0);
  const message = (at: number, more: Partial<Message>): Message => ({
    ...{ at, address: `198.51.${number}.1`, browser: 'Chrome', deviceClass: 0, consent: 'unset', identifier: null },
    ...{ name: 'pageview', page: '/', referrer: 'own', action: null, messageId: null, leftByLink: false },
    ...more,
  });
  const yes = { consent: 'granted' as const, identifier: identifierOf(number) };
  const no = { consent: 'denied' as const, identifier: null };
  const sent = pages.map(({ at, isFirst }) => {
    const hasAnswered = stance === 'known' || at > answered;
    const answer = !hasAnswered || stance === 'silent' ? {} : stance === 'refuses' ? no : yes;
    return message(at, { ...answer, referrer: isFirst ? 'outside' : 'own' });
  });
  // The yes comes while the page is looked at, right after its own message.
  if (stance === 'accepts') {
    const index = sent.findLastIndex(({ at }) => at === answered);
    sent.splice(index + 1, 0, message(answered, { ...yes, name: 'consent', action: 'accepted' }));
  }
  return sent;
}
