/**
 * How long an answer about people takes: 90 days, 100 000 identified visitors, columns in memory. Beside it the same scan without
 * people, so that the price of the estimate stands alone.
 */
import { cpus } from 'node:os';
import type { InstrumentDay } from '../src/count/window-bounds.ts';
import type { Plan } from '../src/stats/plan.ts';
import { emptyParts, orderEvents } from '../src/store/segments/arrange-day.ts';
import { type Day, DayInMemory } from '../src/store/segments/day-columns.ts';
import { PARTS, type PartName } from '../src/store/segments/parts.ts';
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
  const plan = {
    siteId: 1,
    window,
    buckets: null,
    dimensions,
    filter: null,
    goals: [],
    cut: null,
    countsRefusals: false,
  };
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
  const columns = activeBy.map((visitors, index): Day => {
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
      ({ day, rows: { people } }): InstrumentDay => ({
        ...{ day, level: 'two-day', parts: 1, largestPart: 0, o: Math.round(people * 0.05) },
        ...{
          anonymous: Math.round((people * 2) / 3),
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
    firstDays: () => new Int32Array(0),
    terms: (kind: string) => (kind === 'name' ? names : kind === 'page' ? pages : sources),
  };
}

function dayOf(day: number, identified: number[], anonymous: number): Day {
  const people = identified.length + anonymous;
  const visits = Math.round(people * 1.2);
  const views = visits * 3;
  const startsAt = day * DAY_MS;
  const column = (part: PartName, name: string, index: number): number => {
    switch (`${part}.${name}`) {
      case 'visits.ordinal':
        return index < people ? index + 1 : 1 + Math.floor(random() * people);
      case 'visits.source':
        return 1 + Math.floor(random() ** 3 * SOURCES);
      case 'visits.started_at':
      case 'events.at':
        return startsAt + 1000;
      case 'visits.last_at':
        return startsAt + 60_000;
      case 'visits.pageviews':
        return 3;
      case 'visits.interactions':
        return 0;
      case 'events.visit':
        return (index % visits) + 1;
      case 'events.page':
        return 1 + Math.floor(random() ** 4 * PAGES);
      case 'people.visitor':
        return identified[index] ?? 0;
      case 'people.s':
        return Math.floor(random() * 4);
      case 'people.b':
        return index < identified.length && random() < 0.05 ? 1 : 0;
      default:
        return name === 'visit' || name === 'ordinal' || name === 'event' ? index + 1 : 1;
    }
  };
  const part = (name: PartName, length: number) =>
    PARTS[name].columns.map((one) => Float64Array.from({ length }, (_, index) => column(name, one, index)));
  const parts = { visits: part('visits', visits), events: part('events', views), people: part('people', people) };
  const facts = { day, timeZone: 'UTC', startsAt, endsAt: startsAt + DAY_MS };
  return new DayInMemory(facts, orderEvents({ ...emptyParts(), ...parts }));
}

function median(values: number[]): number {
  return round([...values].sort((a, b) => a - b)[values.length >> 1] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
