/**
 * Nothing on disk joins two days of an anonymous visitor: a week is lived twice, and the second time it is drawn anew each day
 * which network stands for which anonymous visitor. Every table and column is equal but the sums that count an overlap.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CONSENT_ACTIONS } from '../../src/domain/consent.ts';
import { startOf } from '../support/reference/calendar-slowly.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { identifierOf } from '../support/reference/random-traffic.ts';
import { dumpTables, type Row } from '../support/reference/read-tables.ts';
import type { Message } from '../support/reference/rows.ts';
import { howOften } from '../support/soak.ts';

const MINUTE = 60_000;
const ZONE = 'Europe/Paris';
const FIRST_DAY = 20614;
const DAYS = 7;

/** `consents` and `withdraws` do so in the middle of a visit; `known` said yes before, behind a network that others use too. */
type Stance = 'silent' | 'refuses' | 'consents' | 'withdraws' | 'known';

/** What is stored of a sender beside the hash is equal within a group: browser, device class, country. */
interface Visitor {
  number: number;
  group: number;
  stance: Stance;
  /** The network that stands for this visitor the first time. */
  home: string;
  /** The day of the answer: `consents` and `withdraws`. */
  answersOn: number;
}

/** A message, but for the network it comes from. */
type Unplaced = Omit<Message, 'address'> & { visitor: Visitor; day: number };

const STANCES: readonly Stance[] = [
  'silent',
  'silent',
  'silent',
  'silent',
  'refuses',
  'consents',
  'consents',
  'withdraws',
];
const GROUPS = 6;
/** Nobody of this group answers in mid-visit, and `known` visitors share its networks. */
const SHARED_GROUP = 0;

function randomFrom(seed: string): () => number {
  let drawn = 0;
  return () => createHash('sha256').update(`${seed} ${++drawn}`).digest().readUInt32BE() / 2 ** 32;
}

function populationOf(random: () => number): Visitor[] {
  const visitors: Visitor[] = [];
  for (let group = 0; group < GROUPS; group++) {
    // The last figure of a network of the test world is its country.
    const homeOf = (index: number) => `198.51.${index * GROUPS + group}.1`;
    const stances = group === SHARED_GROUP ? STANCES.map((): Stance => 'silent') : STANCES;
    stances.forEach((stance, index) => {
      const answersOn = Math.floor(random() * DAYS);
      visitors.push({ number: visitors.length, group, stance, home: homeOf(index), answersOn });
    });
    if (group !== SHARED_GROUP) continue;
    for (let index = 0; index < 3; index++)
      visitors.push({ number: visitors.length, group, stance: 'known', home: homeOf(index), answersOn: -1 });
  }
  return visitors;
}

const isIdentified = ({ stance, answersOn }: Visitor, day: number) =>
  stance === 'known' || (stance === 'consents' ? day > answersOn : stance === 'withdraws' && day <= answersOn);

function messagesOf(visitor: Visitor, random: () => number): Unplaced[] {
  const messages: Unplaced[] = [];
  const { number, stance, answersOn, group } = visitor;
  const yes = { consent: 'granted' as const, identifier: identifierOf(number) };
  const no = { consent: 'denied' as const, identifier: null };
  const silence = { consent: stance === 'refuses' ? ('denied' as const) : ('unset' as const), identifier: null };
  for (let day = 0; day < DAYS; day++) {
    let answer: Pick<Message, 'consent' | 'identifier'> = isIdentified(visitor, day) ? yes : silence;
    if (stance === 'withdraws' && day > answersOn) answer = no;
    const say = (minute: number, more: Partial<Message>) =>
      messages.push({
        ...{ visitor, day, at: startOf(FIRST_DAY + day, ZONE) + minute * MINUTE + number, ...answer, name: 'pageview' },
        ...{ browser: `Browser ${group % 2}`, deviceClass: group % 2, page: `/${Math.floor(random() * 4)}` },
        ...{ referrer: 'none', action: null, messageId: `${number} ${messages.length}`, leftByLink: false },
        ...more,
      });
    const visit = (minute: number, pages: number, turn?: Partial<Message> & typeof answer) => {
      for (let page = 0; page < pages; page++) {
        say(minute + page * 17, { referrer: page > 0 ? 'own' : 'outside', df: ['d', 'dw', 'dwm', undefined][page] });
        if (page !== 1 || turn === undefined) continue;
        say(minute + page * 17 + 1, turn);
        answer = turn;
      }
      if (random() < 0.3) say(minute + pages * 17, { name: random() < 0.5 ? 'engagement' : 'Sign up' });
    };
    // Known visitors are fresh but once, and before anybody could be taken for them.
    if (day === 0 && isIdentified(visitor, 0)) visit(30, 1);
    const turns = day === answersOn && (stance === 'consents' || stance === 'withdraws');
    const turn =
      stance === 'consents' ? { ...yes, action: 'accepted' as const } : { ...no, action: 'withdrawn' as const };
    if (turns) visit(120 + Math.floor(random() * 400), 3, { ...turn, name: 'consent' });
    // Nobody begins a visit while one of the evening before may be open: a network would stand for two visitors at once.
    if (random() < 0.7) visit(700 + Math.floor(random() * 500), 1 + Math.floor(random() * 3));
    if (random() < 0.2) visit(1420 + Math.floor(random() * 15), 3);
  }
  return messages;
}

/** Which network stands for a visitor on a day. Who is identified keeps the network on which the yes was given. */
function placesOf(
  visitors: readonly Visitor[],
  draw: (() => number) | null,
): (visitor: Visitor, day: number) => string {
  const places = new Map(visitors.map((visitor) => [visitor, [] as string[]]));
  for (let day = 0; day < DAYS; day++) {
    for (let group = 0; group < GROUPS; group++) {
      const members = visitors.filter((each) => each.group === group);
      const identified = members.filter((each) => isIdentified(each, day));
      for (const each of identified) places.get(each)?.push(places.get(each)?.[day - 1] ?? each.home);
      const held = identified.filter(({ stance }) => stance !== 'known').map((each) => places.get(each)?.[day]);
      const free = [...new Set(members.map(({ home }) => home))].filter((home) => !held.includes(home));
      const anonymous = members.filter((each) => !identified.includes(each));
      expect(free).toHaveLength(anonymous.length);
      const order = draw === null ? free : shuffled(free, draw);
      anonymous.forEach((each, index) => {
        places.get(each)?.push(draw === null ? each.home : (order[index] ?? ''));
      });
    }
  }
  return (visitor, day) => places.get(visitor)?.[day] ?? '';
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((each) => ({ each, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ each }) => each);
}

function liveAWeek(messages: readonly Unplaced[], placeOf: (visitor: Visitor, day: number) => string) {
  const service = new CountingService({ timezone: ZONE, anonymous: 'two-day', dateFlag: true });
  try {
    messages.forEach(({ visitor, day, ...message }, index) => {
      service.send({ ...message, address: placeOf(visitor, day) });
      if (index % 50 === 49) service.flush();
    });
    service.flush();
    // The name of the newest transaction is drawn at random, from nothing.
    const { memory_batch: _name, ...tables } = dumpTables(service.file);
    service.seal(Number.POSITIVE_INFINITY);
    const { segments = [], sealed_days = [] } = dumpTables(service.file);
    service.close();
    return { ...tables, segments, sealed_days };
  } finally {
    service.remove();
  }
}

/**
 * The sums that may differ. O: how many of today's anonymous hashes were anonymous yesterday. Y: how many fresh identifiers came
 * with a hash that was anonymous yesterday, the same question about those who have just said yes. Z: how many returning ones did. Each is kept as a sum of the
 * site's day, and below ten visitors or five fresh identifiers not even dated (the carry). S, X and `people.b` look at
 * identifiers on both days and must not move; neither must `h`, which is of one day.
 */
const OVERLAPS: Readonly<Record<string, readonly string[]>> = {
  instrument_days: ['o', 'y', 'z'],
  instrument_carries: ['o', 'y', 'z'],
};

function split(tables: Record<string, Row[]>) {
  const overlaps: Row = {};
  const rest = Object.entries(tables).map(([name, rows]) => {
    const columns = OVERLAPS[name] ?? [];
    return [
      name,
      rows.map((row) => {
        for (const column of columns) overlaps[column] = Number(overlaps[column] ?? 0) + Number(row[column]);
        return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
      }),
    ] as const;
  });
  return { overlaps, rest: Object.fromEntries(rest) };
}

describe('a week in which each day draws anew which network stands for which anonymous visitor', () => {
  const differences = { o: 0, y: 0 };

  it.each(Array.from({ length: howOften(5, 100) }, (_each, index) => index + 1))(
    'leaves the disk as it was, but for the sums of overlaps (seed %d)',
    (seed) => {
      const random = randomFrom(`week ${seed}`);
      const visitors = populationOf(random);
      const messages = visitors.flatMap((visitor) => messagesOf(visitor, random)).sort((a, b) => a.at - b.at);
      const [once, again] = [null, randomFrom(`networks ${seed}`)].map((draw) =>
        split(liveAWeek(messages, placesOf(visitors, draw))),
      );
      expect(again?.rest).toEqual(once?.rest);

      // The week had what it was to have: both populations, answers in mid-visit, identified visitors seen on two days.
      const people = once?.rest.people ?? [];
      expect(people.some(({ visitor }) => visitor === 0) && people.some(({ b }) => b === 1)).toBe(true);
      const answers = once?.rest.consent_days ?? [];
      const reported = CONSENT_ACTIONS.filter((action) => answers.some((row) => Number(row[action]) > 0));
      expect(reported).toEqual(['accepted', 'withdrawn']);
      const empty = Object.entries(once?.rest ?? {}).filter(([, rows]) => rows.length === 0);
      expect(empty.map(([name]) => name)).toEqual([
        'drops',
        'event_properties',
        'imports',
        'removals',
        'sqlite_sequence',
      ]);
      for (const sum of ['o', 'y'] as const)
        differences[sum] += Math.abs(Number(once?.overlaps[sum]) - Number(again?.overlaps[sum]));
    },
  );

  it('was another week to whoever counts the overlap', () => {
    expect(differences.o).toBeGreaterThan(0);
    expect(differences.y).toBeGreaterThan(0);
  });
});
