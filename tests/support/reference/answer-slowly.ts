/**
 * Answers a question the plain way: every row of every table as an object, read from the first to the last for each group.
 * Written from the definitions in docs/how-we-count.md.
 */
import { type Bucket, bucketOfDay, bucketOfTime, bucketsSlowly, type Span } from './buckets-slowly.ts';
import { type Condition, conditionsIn, isAskedPositively, passesSlowly, withoutGoals } from './conditions-slowly.ts';
import { type Figure, figuresOf, type Members, shareOf } from './figures-slowly.ts';
import type { Row, Tables } from './read-tables.ts';
import { type Candidate, isOfEvents, type SlowGoal, valuesOf, visitOf } from './values-slowly.ts';

export type { Condition } from './conditions-slowly.ts';

export interface Question {
  metrics: string[];
  span: Span;
  dimensions: string[];
  filters: Condition[];
  timeZone: string;
  goals: readonly SlowGoal[];
  /** The site counts a refusal, or everybody, as pageviews only. */
  countsRefusals: boolean;
}

export interface SlowRow {
  dimensions: string[];
  metrics: Figure[];
}

/** A row of the answer with what tells it apart, which its texts need not: in autumn an hour comes twice. */
interface Keyed extends SlowRow {
  key: string;
}

export function answerSlowly(tables: Tables, question: Question): SlowRow[] {
  return answerWithKeys(tables, question).map(({ dimensions, metrics }) => ({ dimensions, metrics }));
}

function answerWithKeys(tables: Tables, question: Question): Keyed[] {
  const { span, dimensions, timeZone, metrics } = question;
  const buckets = bucketsSlowly(span, dimensions.find((name) => name.startsWith('time')) ?? null, timeZone);
  const groups = gather(tables, question, buckets);
  const shares = sharesOf(tables, question);
  return [...groups].map(([key, members]) => {
    const values = JSON.parse(key) as (string | number)[];
    const time = values[dimensions.findIndex((name) => name.startsWith('time'))];
    const bucket = buckets?.find(({ startsAt }) => startsAt === time) ?? null;
    const figures = figuresOf(tables, question, bucket, members);
    return {
      key,
      dimensions: values.map((value) => (value === time ? (bucket?.label ?? '') : String(value))),
      metrics: metrics.map((name) => shares[name]?.(figures.visitors, values) ?? figures[name] ?? null),
    };
  });
}

/** Who and what belongs to each row, by its values as JSON; time by the beginning of its bucket. */
function gather(tables: Tables, question: Question, buckets: Bucket[] | null): Map<string, Members> {
  const { span, dimensions, filters } = question;
  const groups = new Map<string, Members>();
  const membersOf = (key: string): Members => {
    const members = groups.get(key) ?? { visits: [], events: [], reads: [], attention: [] };
    groups.set(key, members);
    return members;
  };
  const passes = (candidate: Candidate) => filters.every((filter) => passesSlowly(filter, candidate, question, tables));
  const keysOf = (candidate: Candidate, bucket: Bucket | null): string[] => {
    const values = dimensions.map((name) =>
      name.startsWith('time') ? [bucket?.startsAt ?? 0] : valuesOf(name, candidate, question, tables),
    );
    const rows = values.reduce<(string | number)[][]>(
      (known, next) => known.flatMap((row) => next.map((value) => [...row, value])),
      [[]],
    );
    return rows.map((row) => JSON.stringify(row));
  };
  const addVisit = (candidate: Candidate) => {
    const { visit } = candidate;
    if (visit === null || !beganInside(visit, span) || !passes(candidate)) return;
    for (const key of keysOf(candidate, bucketOfVisit(visit, buckets))) {
      const { visits } = membersOf(key);
      if (!visits.includes(visit)) visits.push(visit);
    }
  };
  const addEvent = (candidate: Candidate, kind: 'events' | 'reads' | 'attention') => {
    const at = Number(candidate.event?.at);
    if (at < span.startsAt || at >= span.endsAt || !passes(candidate)) return;
    for (const key of keysOf(candidate, bucketOfTime(at, buckets))) membersOf(key)[kind].push(candidate);
  };

  const needsEvents = [...dimensions, ...filters.flatMap(conditionsIn).map(([, name]) => name)].some(isOfEvents);
  if (!needsEvents) for (const visit of tables.visits) addVisit({ visit, event: null });
  for (const event of tables.events) {
    const candidate = { event, visit: visitOf(event, tables) };
    if (event.name !== 'engagement') {
      if (needsEvents) addVisit(candidate);
      addEvent(candidate, 'events');
      continue;
    }
    // Reading so far is an event of its own only for those who ask for it.
    const reached = valuesOf('event:goal', candidate, question, tables);
    const asked = dimensions.includes('event:goal')
      ? reached
      : reached.filter((name) => filters.some((filter) => isAskedPositively(filter, name)));
    if (asked.length > 0) {
      addVisit(candidate);
      addEvent(candidate, 'reads');
    }
    // Attention is that of the page that was shown.
    if (candidate.visit !== null) addEvent({ ...candidate, event: { ...event, name: 'pageview' } }, 'attention');
  }
  // A row is made of visits and events; attention alone makes none.
  for (const [key, { visits, events, reads }] of groups) {
    if (visits.length + events.length + reads.length === 0) groups.delete(key);
  }
  if (dimensions.length === 0) membersOf('[]');
  return groups;
}

type Share = (visitors: Figure | undefined, values: (string | number)[]) => Figure;

/** The metrics that compare a row with the answer to another question. */
function sharesOf(tables: Tables, question: Question): Readonly<Record<string, Share>> {
  const ask = (more: Partial<Question>) => answerWithKeys(tables, { ...question, ...more, metrics: ['visitors'] });
  const { dimensions, metrics } = question;
  const filters = withoutGoals(question.filters);
  const shares: Record<string, Share> = {};
  if (metrics.includes('percentage')) {
    const [whole] = ask({ dimensions: [] });
    shares.percentage = (visitors) => shareOf(visitors, whole?.metrics[0], 1);
  }
  if (metrics.includes('conversion_rate')) {
    const [whole] = ask({ dimensions: [], filters });
    shares.conversion_rate = (visitors) => shareOf(visitors, whole?.metrics[0], 2);
  }
  if (metrics.includes('group_conversion_rate')) {
    const isKept = (_value: unknown, index: number) => dimensions[index] !== 'event:goal';
    const rows = ask({ dimensions: dimensions.filter(isKept), filters });
    shares.group_conversion_rate = (visitors, values) => {
      const key = JSON.stringify(values.filter(isKept));
      return shareOf(visitors, rows.find((row) => row.key === key)?.metrics[0], 2);
    };
  }
  return shares;
}

/** A visit belongs to the day on which it began; a part of a day asks for the time at which it did. */
function beganInside(visit: Row, { firstDay, lastDay, startsAt, endsAt, isWholeDays }: Span): boolean {
  const [day, at] = [Number(visit.day), Number(visit.started_at)];
  return isWholeDays ? day >= firstDay && day <= lastDay : at >= startsAt && at < endsAt;
}

function bucketOfVisit(visit: Row, buckets: Bucket[] | null): Bucket | null {
  return buckets?.[0]?.unit === 'hour'
    ? bucketOfTime(Number(visit.started_at), buckets)
    : bucketOfDay(Number(visit.day), buckets);
}
