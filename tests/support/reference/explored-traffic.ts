/** Random lives of a site for explorations: a few people who read, scroll and sign up in visits that lie minutes to months apart. */
import fc from 'fast-check';
import type { CollectedSite } from '../../../src/collect/ports.ts';
import { dayOf, startOf } from './calendar-slowly.ts';
import type { CountingService } from './counting-service.ts';
import { identifierOf, rules } from './random-traffic.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
/** What waits is written before a pause like this (minutes). */
const LONG = 5;

export const PAGES = ['/', '/docs/', '/docs/start', '/shop', '/shop/cart'] as const;

/** What a person does next, or what happens to the service. */
type Act =
  | { kind: 'page'; page: string }
  | { kind: 'signup'; plan: string | null }
  | { kind: 'scroll'; page: string; depth: number }
  | { kind: 'accept' | 'withdraw' | 'erase' | 'restart' }
  | { kind: 'seal'; which: 'due' | 'all' };

interface Step {
  /** Minutes, or so many after the next midnight of the site. */
  wait: { minutes: number } | { afterMidnight: number };
  person: number;
  acts: Act[];
  /** Minutes between them. */
  pause: number;
}

export interface Life {
  settings: Partial<CollectedSite> & { timezone: string };
  startsAt: number;
  /** Whether each person has said yes before the first day. */
  consents: boolean[];
  steps: Step[];
}

const PEOPLE = 5;

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PAGES).map((page): Act => ({ kind: 'page', page })) },
  { weight: 3, arbitrary: fc.constantFrom('pro', 'free', null).map((plan): Act => ({ kind: 'signup', plan })) },
  {
    weight: 3,
    arbitrary: fc
      .record({ page: fc.constantFrom(...PAGES), depth: fc.constantFrom(0, 49, 50, 100) })
      .map((each): Act => ({ ...each, kind: 'scroll' })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('accept' as const, 'accept' as const, 'withdraw' as const, 'erase' as const, 'restart' as const)
      .map((kind): Act => ({ kind })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('due' as const, 'all' as const).map((which): Act => ({ kind: 'seal', which })),
  },
);

const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(0, 0, 1, 4, 12, 29).map((minutes) => ({ minutes })) },
    { weight: 2, arbitrary: fc.constantFrom(31, 600).map((minutes) => ({ minutes })) },
    { weight: 3, arbitrary: fc.constantFrom(-12, -1, 0, 3).map((afterMidnight) => ({ afterMidnight })) },
    { weight: 2, arbitrary: fc.constantFrom(1, 2, 6, 7, 26).map((days) => ({ minutes: days * DAY_MINUTES })) },
  ),
  person: fc.nat(PEOPLE - 1),
  acts: fc.oneof(
    fc.array(act, { minLength: 1, maxLength: 1 }),
    fc.array(act, { minLength: 2, maxLength: 6, size: 'max' }),
  ),
  pause: fc.constantFrom(0, 1, 4, 12),
});

export const life: fc.Arbitrary<Life> = fc.record({
  settings: rules.map(({ timeZone, level, onRefusal }) => ({ timezone: timeZone, anonymous: level, onRefusal })),
  startsAt: fc
    .constantFrom('2026-03-28T17:00Z', '2026-10-24T17:00Z', '2026-03-07T22:00Z', '2026-06-26T22:00Z')
    .map((text) => Date.parse(text)),
  consents: fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }),
  steps: fc.array(step, { minLength: 10, maxLength: 35, size: 'max' }),
});

/** Lives through it in both services; only the first one ever seals a day. @returns when it ends (UTC ms) */
export function liveIn({ settings, startsAt, consents, steps }: Life, sealing: CountingService, twin: CountingService) {
  const services = [sealing, twin];
  const hasConsent = [...consents];
  const sealed = { days: 0, again: 0 };
  const known = new Set<number>();
  let at = startsAt;
  const pass = (until: number) => {
    if (until - at > LONG * MINUTE) for (const service of services) service.passTime(until);
    at = until;
  };
  const seal = (which: 'due' | 'all') => {
    for (const day of sealing.seal(which === 'all' ? Number.POSITIVE_INFINITY : at)) {
      sealed.days += 1;
      if (known.has(day)) sealed.again += 1;
      known.add(day);
    }
  };
  for (const { wait, person, acts, pause } of steps) {
    pass('minutes' in wait ? at + wait.minutes * MINUTE : afterMidnight(at, wait.afterMidnight, settings.timezone));
    for (const act of acts) {
      if (act.kind === 'seal') seal(act.which);
      if (act.kind === 'accept' || act.kind === 'withdraw') hasConsent[person] = act.kind === 'accept';
      for (const service of act.kind === 'seal' ? [] : services) {
        if (act.kind === 'restart') service.restart();
        else if (act.kind === 'erase') service.erase(identifierOf(person));
        else service.sendBody(bodyOf(act, person, hasConsent[person] === true), sender(person, at));
      }
      pass(at + pause * MINUTE);
    }
  }
  for (const service of services) service.flush();
  return { now: at, sealed };
}

function bodyOf(act: Act, person: number, consents: boolean): Record<string, unknown> {
  const page = 'page' in act ? act.page : '/';
  const body = {
    ...{ u: `https://example.org${page}`, r: person % 2 === 0 ? 'https://www.google.com/' : null },
    ...{ c: consents ? 'granted' : 'unset', id: consents ? identifierOf(person) : null },
  };
  switch (act.kind) {
    case 'page':
      return { ...body, n: 'pageview' };
    case 'scroll':
      return { ...body, n: 'engagement', e: 1000, sd: act.depth };
    case 'signup':
      return { ...body, n: 'signup', ...(act.plan !== null && { p: { plan: act.plan } }) };
    default:
      return { ...body, n: 'consent', action: consents ? 'accepted' : 'withdrawn' };
  }
}

function sender(person: number, at: number) {
  return { ip: `198.51.${person}.1`, userAgent: `Chrome ${person % 2}`, at };
}

function afterMidnight(at: number, minutes: number, timeZone: string): number {
  return Math.max(at, startOf(dayOf(at, timeZone) + 1, timeZone) + minutes * MINUTE);
}

/** Pages that one person looks at, each so many minutes after the one before; consent is given where the page is `yes`. */
export function lifeOf(start: string, consents: boolean, pages: readonly [minutes: number, page: string][]): Life {
  return {
    settings: { timezone: 'UTC', anonymous: 'two-day' },
    ...{ startsAt: Date.parse(start), consents: [consents] },
    steps: pages.map(([minutes, page]): Step => {
      const act: Act = page === 'yes' ? { kind: 'accept' } : { kind: 'page', page };
      return { wait: { minutes }, person: 0, acts: [act], pause: 0 };
    }),
  };
}
