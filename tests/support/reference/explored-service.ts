/** Two services that live the same life, one of which seals its days; explorations are asked of both and of the slow count. */
import fc from 'fast-check';
import type { ExplorationContext } from '../../../src/stats/explorations/read-body.ts';
import { EventsReader } from '../../../src/store/sqlite/reader/events-reader.ts';
import type { Span } from './buckets-slowly.ts';
import { CountingService } from './counting-service.ts';
import type { Site } from './explore-slowly.ts';
import { GOALS, type Life, liveIn, PAGES } from './explored-traffic.ts';
import { type Range, rangeOf } from './random-questions.ts';
import { readTables } from './read-tables.ts';
import type { EventFilter } from './visits-slowly.ts';

export interface Explored {
  /** Of the service whose days are rows, and of the one that seals. */
  contexts: readonly ExplorationContext[];
  slow: Site;
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
    const slow = { tables, goals: GOALS };
    await check({ contexts, slow, now, timeZone, sealed, spanOf: (range) => rangeOf(range, covered) });
  } finally {
    for (const reader of readers) reader.close();
    for (const service of services) {
      service.close();
      service.remove();
    }
  }
}

const plain: fc.Arbitrary<EventFilter> = fc.oneof(
  fc.record({ name: fc.constantFrom('event:page', 'visit:entry_page'), values: texts(PAGES) }).map(
    ({ name, values }): EventFilter => ['is', name, values],
  ),
  fc
    .record({
      operator: fc.constantFrom('is' as const, 'is' as const, 'is_not' as const, 'contains' as const),
      rest: fc.constantFrom<[string, string[]]>(
        ['event:name', ['signup']],
        ['event:name', ['pageview', 'engagement']],
        ['event:goal', ['Read']],
        ['event:goal', ['Shop', 'Sign up as pro']],
        ['event:goal', ['a']],
        ['event:props:plan', ['pro']],
        ['event:page', ['/docs/']],
      ),
    })
    .map(({ operator, rest }): EventFilter => [operator, ...rest]),
  fc.constantFrom<EventFilter>(
    ['is', 'visit:source', ['Google']],
    ['is', 'visit:consent', ['granted']],
    ['is_not', 'visit:consent', ['granted']],
  ),
);

export const eventFilter: fc.Arbitrary<EventFilter> = fc.oneof(
  { weight: 8, arbitrary: plain },
  { weight: 1, arbitrary: plain.map((inner): EventFilter => ['not', inner]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(plain, { minLength: 1, maxLength: 2 }))
      .map(([operator, parts]): EventFilter => [operator, parts]),
  },
);

export const filters: fc.Arbitrary<EventFilter[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<EventFilter[]>([]) },
  { weight: 1, arbitrary: fc.array(eventFilter, { minLength: 1, maxLength: 2 }) },
);

function texts(known: readonly string[]): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray([...known], { minLength: 1, maxLength: 2 });
}

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
