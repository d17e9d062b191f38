/** Two services that live the same life, one of which seals its days; explorations are asked of both and of the slow count. */
import fc from 'fast-check';
import type { ExplorationContext } from '../../../src/stats/explorations/read-body.ts';
import { EventsReader } from '../../../src/store/sqlite/reader/events-reader.ts';
import type { Span } from './buckets-slowly.ts';
import type { Condition } from './conditions-slowly.ts';
import { CountingService } from './counting-service.ts';
import { type Life, liveIn, PAGES } from './explored-traffic.ts';
import { condition, GOALS, type Range, rangeOf } from './random-questions.ts';
import { readTables } from './read-tables.ts';
import type { Site } from './visits-slowly.ts';

export interface Explored {
  /** Of the service whose days are rows, and of the one that seals. */
  contexts: readonly ExplorationContext[];
  slow: Site;
  /** Their databases. */
  files: readonly string[];
  /** UTC ms. */
  now: number;
  timeZone: string;
  /** How often a day was sealed, and how often once more with late rows. */
  sealed: { days: number; again: number };
  /** A range as it is asked, and what it stands for. */
  spanOf: (range: Range) => { date_range: unknown; span: Span };
}

export async function explore(each: Life, check: (explored: Explored) => Promise<void>): Promise<void> {
  const services = [new CountingService(each.settings), new CountingService(each.settings)] as const;
  const [twin, sealing] = services;
  const readers: EventsReader[] = [];
  try {
    const { now, sealed } = liveIn(each, sealing, twin);
    const timeZone = each.settings.timezone;
    const contexts = services.map(({ file, site }): ExplorationContext => {
      const reader = new EventsReader({ file, cacheBytes: 1_000_000 });
      readers.push(reader);
      const executor: ExplorationContext['executor'] = {
        firstDay: async (id) => reader.firstDay(id),
        explore: async (kind, plan) => reader.explore(kind, plan),
      };
      return { site, goals: GOALS, executor, now };
    });
    const tables = readTables(twin.file);
    const firstKnown = tables.instrument_days.map(({ day }) => Number(day)).sort((a, b) => a - b)[0] ?? null;
    const covered = { from: each.startsAt, now, timeZone, firstKnown };
    const slow = { tables, goals: GOALS, timeZone };
    await check({
      contexts,
      slow,
      files: services.map(({ file }) => file),
      now,
      timeZone,
      sealed,
      spanOf: (range) => rangeOf(range, covered),
    });
  } finally {
    for (const reader of readers) reader.close();
    for (const service of services) {
      service.close();
      service.remove();
    }
  }
}

/** Such as events often pass, and now and then any other. */
export const step: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PAGES).map((page): Condition => ['is', 'event:page', [page]]) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Condition>(
      ['is', 'event:name', ['signup']],
      ['contains', 'event:page', ['/docs']],
      ['is', 'event:goal', ['Docs, half', 'Any page']],
      ['is', 'event:goal', ['Docs, half']],
      ['is', 'event:goal', ['Sign up, pro']],
      ['not', ['is', 'event:page', ['/']]],
      ['is', 'visit:entry_page', ['/', '/docs/']],
    ),
  },
  { weight: 2, arbitrary: condition },
);

export const filters: fc.Arbitrary<Condition[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Condition[]>([]) },
  { weight: 1, arbitrary: fc.array(fc.oneof(step, condition), { minLength: 1, maxLength: 2 }) },
);

const share = fc.integer({ min: 0, max: 1000 }).map((number) => number / 1000);

export const days: fc.Arbitrary<Range> = fc.oneof(
  fc.constantFrom('day', '7d', '30d', '12mo', 'all').map((word): Range => ({ kind: 'word', word })),
  fc.record({ kind: fc.constant('days' as const), from: share, to: share }),
);
/** Also such as cut a day apart. */
export const range: fc.Arbitrary<Range> = fc.oneof(
  { weight: 2, arbitrary: days },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('times' as const), from: share, to: share }) },
);
