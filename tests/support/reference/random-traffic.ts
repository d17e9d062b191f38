/** Random lives of a site: visitors around the limits of visits and days, restarts, erasures, refused transactions. */
import fc from 'fast-check';
import { dayOf, startOf } from './calendar-slowly.ts';
import type { SlowCounter } from './count-slowly.ts';
import type { CountingService } from './counting-service.ts';
import type { Message, Rules } from './rows.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long nothing happens before a step: a span (ms), or until so long after the next midnight of the site. */
type Wait = { span: number } | { afterMidnight: number };

/** When what waits is written; `refused` lets the disk refuse it once before. */
type Commit = 'later' | 'now' | 'refused';
type Unsent = Omit<Message, 'at' | 'messageId'>;

export type Step = { wait: Wait } & (
  | { kind: 'message'; message: Unsent; retries: 0 | 1 | 2; commit: Commit }
  /** Several messages of one sender, so far apart. */
  | { kind: 'visit'; messages: Unsent[]; pauseMs: number; commit: Commit }
  /** Many browsers at once, so that a day can be large enough to date its counters. */
  | { kind: 'crowd'; size: number; consent: 'nobody' | 'known' | 'fresh'; answers: boolean }
  | { kind: 'restart' }
  /** A restart that changes nothing, since keys and memory are carried over. */
  | { kind: 'carried restart'; by: 'folder' | 'hand-over' }
  | { kind: 'erase'; identifier: string }
);

export interface Scenario {
  rules: Rules;
  startsAt: number;
  steps: Step[];
}

export const identifierOf = (number: number): string => `person-${number}`.padEnd(21, '_');

const PAGES = [
  ...['/', '/docs/', '/docs/start', '/docs/api/query', '/about'],
  ...['/shop?utm_source=letter&utm_medium=email', '/shop?utm_campaign=spring'],
];

/** Paris and New York before their clocks change, both ways, and an ordinary evening. */
const STARTS = [
  '2026-03-28T17:00Z',
  '2026-10-24T17:00Z',
  '2026-03-07T22:00Z',
  '2026-10-31T22:00Z',
  '2026-06-10T12:00Z',
];

const wait: fc.Arbitrary<Wait> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, SECOND, MINUTE, 7 * MINUTE, 20 * MINUTE).map((span) => ({ span })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(29 * MINUTE, 30 * MINUTE - 1, 30 * MINUTE, 30 * MINUTE + 1, 31 * MINUTE)
      .map((span) => ({ span })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(2 * HOUR, 11 * HOUR + 59 * MINUTE, 12 * HOUR, 26 * HOUR).map((span) => ({ span })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(-20 * MINUTE, -MINUTE, -1, 0, 10 * MINUTE, 30 * MINUTE - 1, 30 * MINUTE, 35 * MINUTE, 9 * HOUR)
      .map((afterMidnight) => ({ afterMidnight })),
  },
);

const commit = fc.constantFrom<Commit>('later', 'later', 'now', 'now', 'refused');

const SENDERS = [
  { address: '192.0.0.9', browser: 'Firefox', deviceClass: 0 },
  { address: '192.0.1.9', browser: 'Firefox', deviceClass: 0 },
  { address: '192.0.1.77', browser: 'Safari', deviceClass: 1 }, // in the same /24 as the one before
] as const;
const sender = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.nat(1).map((number) => ({ ...SENDERS[number as 0 | 1], identifier: identifierOf(number) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ from: fc.constantFrom(...SENDERS), number: fc.nat(2) })
      .map(({ from, number }) => ({ ...from, identifier: identifierOf(number) })),
  },
);

const content = fc.record({
  consent: fc.constantFrom(
    ...(['unset', 'unset', 'unset', 'granted', 'granted', 'granted', 'unnamed', 'denied'] as const),
  ),
  name: fc.constantFrom(
    ...['pageview', 'pageview', 'pageview', 'pageview', 'engagement', 'engagement', 'signup', 'search'],
    ...['consent', 'consent'],
  ),
  props: fc.constantFrom<Message['props']>(
    undefined,
    undefined,
    { plan: 'pro' },
    { plan: 'free', author: 'Ada' },
    { search: 'boots' },
    { search: 'Hats and gloves', plan: 'pro' },
  ),
  // Fractions that binary numbers hold: however they are added up the sum is the same.
  revenue: fc.constantFrom<Message['revenue']>(
    undefined,
    undefined,
    undefined,
    { amount: 12.5, currency: 'EUR' },
    { amount: 999.75, currency: 'EUR' },
    { amount: -20.25, currency: 'EUR' },
    { amount: 3, currency: 'USD' },
  ),
  engagedMs: fc.constantFrom(undefined, 0, 499, 1501, 8000, 60_000),
  scrollDepth: fc.constantFrom(undefined, 0, 33, 49, 50, 75, 100),
  language: fc.constantFrom(undefined, 'fr-FR,fr;q=0.9', 'en-GB'),
  page: fc.constantFrom(...PAGES),
  referrer: fc.constantFrom('none' as const, 'outside' as const, 'own' as const),
  leftByLink: fc.boolean(),
});

const unsent = (
  from: typeof sender extends fc.Arbitrary<infer T> ? T : never,
  { consent, ...rest }: typeof content extends fc.Arbitrary<infer T> ? T : never,
): Unsent => {
  const identifier = consent === 'granted' ? from.identifier : null;
  const action =
    rest.name !== 'consent' ? null : consent === 'granted' ? ('accepted' as const) : ('withdrawn' as const);
  return { ...from, ...rest, consent: consent === 'unnamed' ? 'granted' : consent, identifier, action };
};

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc
      .record({ wait, sender, content, retries: fc.constantFrom<0 | 1 | 2>(0, 0, 0, 1, 2), commit })
      .map((each): Step => ({ ...each, kind: 'message', message: unsent(each.sender, each.content) })),
  },
  {
    weight: 10,
    arbitrary: fc
      .record({
        ...{ wait, sender, contents: fc.array(content, { minLength: 2, maxLength: 5 }), commit },
        pauseMs: fc.constantFrom(SECOND, 10 * MINUTE, 25 * MINUTE, 30 * MINUTE),
      })
      .map((each): Step => {
        const messages = each.contents.map((one) => unsent(each.sender, one));
        return { ...each, kind: 'visit', messages };
      }),
  },
  {
    // Somebody reads one page for a while, which is reported more than once.
    weight: 10,
    arbitrary: fc
      .record({
        ...{ wait, sender, first: content, reports: fc.array(content, { minLength: 1, maxLength: 4 }), commit },
        pauseMs: fc.constantFrom(SECOND, 20 * MINUTE),
      })
      .map((each): Step => {
        const { page, consent } = each.first;
        const reports = each.reports.map((one) => ({ ...one, name: 'engagement', page, consent }));
        const messages = [{ ...each.first, name: 'pageview' }, ...reports].map((one) => unsent(each.sender, one));
        return { ...each, kind: 'visit', messages };
      }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      wait,
      kind: fc.constant('crowd' as const),
      size: fc.integer({ min: 8, max: 12 }),
      consent: fc.constantFrom('nobody' as const, 'nobody' as const, 'known' as const, 'fresh' as const),
      answers: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ wait, kind: fc.constant('restart' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      wait,
      kind: fc.constant('carried restart' as const),
      by: fc.constantFrom('folder' as const, 'hand-over' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ wait, kind: fc.constant('erase' as const), identifier: fc.nat(2).map(identifierOf) }),
  },
);

export const rules: fc.Arbitrary<Rules> = fc.record({
  timeZone: fc.constantFrom('Europe/Paris', 'America/New_York', 'UTC'),
  level: fc.constantFrom(
    ...(['two-day', 'two-day', 'two-day', 'day', 'day', 'visits', 'pageviews'] as const satisfies Rules['level'][]),
  ),
  onRefusal: fc.constantFrom('anonymous', 'anonymous', 'pageviews', 'none'),
});

export function scenario(steps: { minLength: number; maxLength: number }): fc.Arbitrary<Scenario> {
  return fc.record({
    rules,
    startsAt: fc.constantFrom(...STARTS).map((text) => Date.parse(text)),
    steps: fc.array(step, { ...steps, size: 'max' }),
  });
}

/** Time enough for the writer to be free again: what comes later is never in the same transaction. */
const LONGEST_BATCH_MS = 5 * MINUTE;

/** Lives a scenario through the real service and, when one is given, through the slow count beside it. */
export function live(
  { rules: { timeZone }, startsAt, steps }: Scenario,
  service: CountingService,
  slow?: SlowCounter,
): number {
  let at = startsAt;
  let messages = 0;
  let people = 0;
  const send = (sent: Unsent, messageId: string | null) => {
    service.send({ ...sent, at, messageId });
    const network = sent.address.split('.').slice(0, 3).join('.');
    slow?.take({ ...sent, address: network, at, messageId });
  };
  const pause = (until: number) => {
    if (until - at > LONGEST_BATCH_MS) service.passTime(until);
    at = until;
  };
  const commitAs = (commit: Commit) => {
    if (commit === 'refused') service.failToFlush();
    if (commit !== 'later') service.flush();
  };
  for (const each of steps) {
    pause(after(at, each.wait, timeZone));
    switch (each.kind) {
      case 'message': {
        messages += 1;
        const id = each.retries === 0 ? null : `message ${messages}`;
        for (let sent = 0; sent <= each.retries; sent++) send(each.message, id);
        commitAs(each.commit);
        break;
      }
      case 'visit':
        for (const message of each.messages) {
          send(message, null);
          pause(at + each.pauseMs);
        }
        commitAs(each.commit);
        break;
      case 'crowd':
        for (let number = 0; number < each.size; number++) {
          const identifier = each.consent === 'fresh' ? identifierOf(1000 + people++) : identifierOf(100 + number);
          const anonymous = { ...MEMBER, address: `198.51.${number}.1`, referrer: 'outside' as const };
          const consenting = { ...anonymous, consent: 'granted' as const, identifier };
          if (each.consent === 'nobody' || each.answers) send(anonymous, null);
          const isAnswer = each.answers ? { name: 'consent', action: 'accepted' as const } : {};
          if (each.consent !== 'nobody') send({ ...consenting, ...isAnswer }, null);
        }
        break;
      case 'restart':
        service.restart();
        slow?.restart();
        break;
      case 'carried restart':
        service.restartCarrying(each.by); // nothing for the slow count to notice
        break;
      case 'erase':
        service.erase(each.identifier);
        slow?.erase(each.identifier);
    }
  }
  service.flush();
  return at;
}

const MEMBER: Unsent = {
  ...{
    address: '',
    browser: 'Chrome',
    deviceClass: 0,
    consent: 'unset',
    identifier: null,
    name: 'pageview',
    page: '/',
  },
  ...{ referrer: 'none', action: null, leftByLink: false },
};

function after(at: number, wait: Wait, timeZone: string): number {
  if ('span' in wait) return at + wait.span;
  return Math.max(at, startOf(dayOf(at, timeZone) + 1, timeZone) + wait.afterMidnight);
}
