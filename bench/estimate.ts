/**
 * How long an answer about people takes: 90 days, 100 000 identified visitors, columns in memory. Beside it the same scan without
 * people, so that the price of the estimate stands alone.
 */
import { cpus } from 'node:os';
import type { InstrumentDay } from '../src/count/window-bounds.ts';
import { VISIT_DIMENSIONS } from '../src/domain/event.ts';
import type { Plan } from '../src/stats/plan.ts';
import { type DayColumns, EVENT_COLUMNS, VISIT_COLUMNS } from '../src/store/segments/day-columns.ts';
import { scanDays } from '../src/store/segments/scan-days.ts';
import { Random } from './uniques/random.ts';

const isQuick = process.argv.includes('--quick');
const FIRST_DAY = 20_000;
const DAYS = 90;
const IDENTIFIED = isQuick ? 10_000 : 100_000;
const RUNS = isQuick ? 3 : 9;
const DAY_MS = 86_400_000;
const SOURCES = 10;
const PAGES = 30_000;

const draws = new Random('estimate');
const random = () => draws.next();
const site = buildSite();
const rows = [
  row('estimate of 90 days', { dimensions: [] }),
  row('ten sources with intervals', { dimensions: ['visit:source'] }),
];
const facts = {
  identified_visitors: IDENTIFIED,
  identified_days: site.identifiedDays,
  anonymous_days: site.anonymousDays,
};
if (process.argv.includes('--json')) {
  console.log(
    JSON.stringify({ bench: 'estimate', machine: `${cpus().length} cores, Node ${process.version}`, rows, facts }),
  );
} else {
  console.log(
    Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );
  console.table(rows.map(({ case: name, ours, others, ratio }) => ({ case: name, ms: ours, ...others, ...ratio })));
}

interface Case {
  dimensions: Plan['dimensions'];
}

/** Medians of alternating runs. */
function row(name: string, { dimensions }: Case) {
  const [withPeople, without]: [number[], number[]] = [[], []];
  const window = {
    firstDay: FIRST_DAY,
    lastDay: FIRST_DAY + DAYS - 1,
    startsAt: 0,
    endsAt: Number.MAX_SAFE_INTEGER,
    isWholeDays: true,
  };
  const plan = { siteId: 1, window, buckets: null, dimensions, filter: null, goals: [], countsRefusals: false };
  let kinds = '';
  for (let run = 0; run <= RUNS; run++) {
    for (const [times, countsVisitors] of [
      [withPeople, true],
      [without, false],
    ] as const) {
      const started = performance.now();
      const { groups } = scanDays({ ...plan, figures: ['distinct'], countsVisitors }, site);
      if (run > 0) times.push(performance.now() - started); // the first run warms the compiler
      if (countsVisitors) kinds = `${groups.filter(({ sums }) => sums.visitors !== null).length} of ${groups.length}`;
    }
  }
  const [ours, plain] = [median(withPeople), median(without)];
  return {
    case: `${name} (${kinds} with a number)`,
    unit: 'ms',
    ours,
    others: { 'same scan without people': plain },
    ratio: { 'people alone': round(ours - plain) },
  };
}

function buildSite() {
  const activeBy = Array.from({ length: DAYS }, (): number[] => []);
  let identifiedDays = 0;
  for (let visitor = 1; visitor <= IDENTIFIED; visitor++) {
    // Most come once, a few on many days.
    const days = Math.min(DAYS, Math.ceil(random() ** -0.7));
    for (let n = 0; n < days; n++) activeBy[Math.floor(random() * DAYS)]?.push(visitor);
  }
  let anonymousDays = 0;
  const columns = activeBy.map((visitors, index): DayColumns => {
    const distinct = [...new Set(visitors)];
    const anonymous = distinct.length * 2;
    identifiedDays += distinct.length;
    anonymousDays += anonymous;
    return dayOf(FIRST_DAY + index, distinct, anonymous);
  });
  const names = ['', 'pageview', 'engagement'];
  const texts = (size: number) => Array.from({ length: size + 1 }, (_, id) => `term ${id}`);
  const [pages, sources] = [texts(PAGES), texts(SOURCES)];
  return {
    identifiedDays,
    anonymousDays,
    days: (first: number, last: number) => columns.filter(({ day }) => day >= first && day <= last),
    instrument: columns.map(
      ({ day, people }): InstrumentDay => ({
        ...{ day, level: 'two-day', parts: 1, largestPart: 0, o: Math.round(people.visitor.length * 0.05) },
        ...{
          anonymous: people.visitor.filter((visitor) => visitor === 0).length,
          s: 400,
          x: 10,
          y: 20,
          z: 0,
          fresh: 50,
          returned: 500,
        },
      }),
    ),
    firstPages: [],
    terms: (kind: string) => (kind === 'name' ? names : kind === 'page' ? pages : sources),
  };
}

function dayOf(day: number, identified: number[], anonymous: number): DayColumns {
  const people = identified.length + anonymous;
  const visits = Math.round(people * 1.2);
  const views = visits * 3;
  const ints = (names: readonly string[], length: number, of: (name: string) => number) =>
    Object.fromEntries(names.map((name) => [name, Uint32Array.from({ length }, () => of(name))]));
  const visitColumns = ints(VISIT_COLUMNS, visits, (name) =>
    name === 'source'
      ? 1 + Math.floor(random() ** 3 * SOURCES)
      : (VISIT_DIMENSIONS as readonly string[]).includes(name)
        ? 1
        : 2,
  );
  visitColumns.ordinal = Uint32Array.from({ length: visits }, (_, index) =>
    index < people ? index + 1 : 1 + Math.floor(random() * people),
  );
  const eventColumns = ints(EVENT_COLUMNS, views, (name) =>
    name === 'page' ? 1 + Math.floor(random() ** 4 * PAGES) : 1,
  );
  eventColumns.visit = Uint32Array.from({ length: views }, (_, index) => (index % visits) + 1);
  return {
    day,
    visits: {
      ...visitColumns,
      started_at: new Float64Array(visits).fill(day * DAY_MS),
      last_at: new Float64Array(visits).fill(day * DAY_MS + 60_000),
    },
    events: { ...eventColumns, at: new Float64Array(views).fill(day * DAY_MS + 1000) },
    people: {
      visitor: Uint32Array.from({ length: people }, (_, index) => identified[index] ?? 0),
      s: Uint8Array.from({ length: people }, () => Math.floor(random() * 4)),
      h: new Uint8Array(people).fill(1),
      b: Uint8Array.from({ length: people }, (_, index) => (index < identified.length && random() < 0.05 ? 1 : 0)),
    },
  } as DayColumns;
}

function median(values: number[]): number {
  return round([...values].sort((a, b) => a - b)[values.length >> 1] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
