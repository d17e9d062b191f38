/**
 * Answers a question the plain way: every row of every table as an object, read from the first to the last for each group.
 * Written from the definitions in src/stats/metrics.ts and docs/how-we-count.md.
 */
import { boundsOf, type SiteDay } from './bounds-slowly.ts';
import { type Bucket, bucketOfDay, bucketOfTime, bucketsSlowly, type Span } from './buckets-slowly.ts';
import type { Row, Tables } from './read-tables.ts';
import { ERASED } from './rows.ts';

export type Condition =
  | ['is' | 'is_not' | 'contains' | 'contains_not', string, string[]]
  | ['is' | 'is_not' | 'contains' | 'contains_not', string, string[], { case_sensitive: boolean }]
  | ['and' | 'or', Condition[]]
  | ['not', Condition];

export interface Question {
  metrics: string[];
  span: Span;
  dimensions: string[];
  filters: Condition[];
  timeZone: string;
  /** The site counts a refusal, or everybody, as pageviews only. */
  countsRefusals: boolean;
}

export interface SlowRow {
  dimensions: string[];
  metrics: (number | null)[];
}

/** A row that may count: a visit alone, or an event with the visit it belongs to. */
interface Candidate {
  visit: Row | null;
  event: Row | null;
}

const EVENT_COLUMNS: Readonly<Record<string, string>> = {
  'event:page': 'page',
  'event:hostname': 'host',
  'event:name': 'name',
};
const ODD_COLUMNS: Readonly<Record<string, string>> = {
  'visit:entry_page_hostname': 'entry_host',
  'visit:exit_page_hostname': 'exit_host',
};

export function answerSlowly(tables: Tables, question: Question): SlowRow[] {
  const { span, dimensions, filters, timeZone, metrics } = question;
  const buckets = bucketsSlowly(span, dimensions.find((name) => name.startsWith('time')) ?? null, timeZone);
  const needsEvents = [...dimensions, ...filters.flatMap(namesOf)].some((name) => name in EVENT_COLUMNS);
  const visitOf = (event: Row): Row | null =>
    tables.visits.find((visit) => visit.day === event.day && visit.visit === event.visit) ?? null;
  const textOf = (name: string, candidate: Candidate) => textOfValue(tables, name, candidate);
  const passes = (candidate: Candidate) => filters.every((filter) => holds(filter, (name) => textOf(name, candidate)));
  const keyOf = (candidate: Candidate, bucket: Bucket | null): string =>
    JSON.stringify(dimensions.map((name) => (name.startsWith('time') ? bucket?.startsAt : textOf(name, candidate))));

  // What is counted: each time with the group it belongs to.
  const visits: { key: string; row: Row }[] = [];
  const events: { key: string; row: Row; isStray: boolean }[] = [];
  for (const event of tables.events) {
    if (event.name === 'engagement') continue;
    const candidate = { event, visit: visitOf(event) };
    if (!passes(candidate)) continue;
    if (needsEvents && candidate.visit && beganInside(candidate.visit, span)) {
      visits.push({ key: keyOf(candidate, bucketOfVisit(candidate.visit, buckets)), row: candidate.visit });
    }
    const at = Number(event.at);
    if (at < span.startsAt || at >= span.endsAt) continue;
    const isStray = candidate.visit === null && event.name === 'pageview' && isUncounted(event, tables, question);
    events.push({ key: keyOf(candidate, bucketOfTime(at, buckets)), row: event, isStray });
  }
  for (const visit of needsEvents ? [] : tables.visits) {
    const candidate = { visit, event: null };
    if (beganInside(visit, span) && passes(candidate)) {
      visits.push({ key: keyOf(candidate, bucketOfVisit(visit, buckets)), row: visit });
    }
  }

  const keys = [...new Set([...visits, ...events].map(({ key }) => key))];
  if (dimensions.length === 0 && keys.length === 0) keys.push('[]');
  return keys.map((key) => {
    const values = JSON.parse(key) as (string | number)[];
    const time = values[dimensions.findIndex((name) => name.startsWith('time'))];
    const bucket = buckets?.find(({ startsAt }) => startsAt === time) ?? null;
    const figures = figuresOf(
      tables,
      question,
      bucket,
      [...new Set(visits.filter((visit) => visit.key === key).map(({ row }) => row))],
      events.filter((event) => event.key === key),
    );
    return {
      dimensions: values.map((value) => (value === time ? (bucket?.label ?? '') : String(value))),
      metrics: metrics.map((name) => figures[name] ?? null),
    };
  });
}

function figuresOf(
  tables: Tables,
  { span, dimensions, filters }: Question,
  bucket: Bucket | null,
  visits: Row[],
  events: { row: Row; isStray: boolean }[],
): Record<string, number | null> {
  const visitorOf = (visit: Row): number | null => {
    if (visit.ordinal === 0) return null;
    const person = tables.people.find(({ day, ordinal }) => day === visit.day && ordinal === visit.ordinal);
    return Number(person?.visitor);
  };
  const seen = visits.filter((visit) => visit.ordinal !== 0);
  const days = [...new Set(seen.map(({ day }) => Number(day)))].sort((a, b) => a - b);
  const perDay = days.map((day) => {
    const ofDay = seen.filter((visit) => visit.day === day);
    const identified = ofDay.map(visitorOf).filter((visitor) => visitor !== 0 && visitor !== ERASED);
    const anonymous = ofDay.filter((visit) => visitorOf(visit) === 0).map(({ ordinal }) => ordinal);
    return { day, identified: [...new Set(identified)].map(Number), anonymous: new Set(anonymous).size };
  });
  const measured = new Set(perDay.flatMap(({ identified }) => identified)).size;
  const strays = events.filter(({ isStray }) => isStray).length;
  const isPart = filters.length > 0 || dimensions.some((name) => !name.startsWith('time')) || !span.isWholeDays;
  const { low, high } = boundsOf({
    days: perDay,
    site: siteDays(tables),
    firstDay: bucket?.firstDay ?? span.firstDay,
    isPart: isPart || bucket?.unit === 'hour',
    unseen: visits.length - seen.length + strays,
  });
  const pageviews = events.filter(({ row }) => row.name === 'pageview').length;
  const bounces = visits.filter((visit) =>
    visit.ordinal === 0
      ? visit.left_by_link === 0 && visit.interactions === 0
      : Number(visit.pageviews) <= 1 && visit.interactions === 0,
  ).length;
  const lengths = seen.map((visit) => Number(visit.last_at) - Number(visit.started_at));
  const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
  return {
    visitors: low === high ? low : null,
    visitors_low: low,
    visitors_high: high,
    visitors_measured: measured,
    visitors_daily_sum: total(perDay.map(({ identified, anonymous }) => identified.length + anonymous)),
    visits: visits.length,
    pageviews,
    views_per_visit: visits.length === 0 ? null : Number((pageviews / visits.length).toFixed(2)),
    bounce_rate: visits.length === 0 ? null : Number(((bounces / visits.length) * 100).toFixed(1)),
    visit_duration: lengths.length === 0 ? null : Math.round(total(lengths) / lengths.length / 1000),
    events: events.length,
  };
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

/** Where nobody can be told apart a pageview outside any visit may be anybody's. */
function isUncounted(event: Row, { instrument_days }: Tables, { countsRefusals }: Question): boolean {
  const level = instrument_days.find(({ day }) => day === event.day)?.level;
  return level === 'pageviews' || (countsRefusals && event.consent === 1);
}

function siteDays({ instrument_days, instrument_parts, people }: Tables): SiteDay[] {
  return instrument_days.map(({ day, parts, o, y, fresh }) => ({
    ...{ day: Number(day), parts: Number(parts), o: Number(o), y: Number(y), fresh: Number(fresh) },
    anonymous: people.filter((person) => person.day === day && person.visitor === 0).length,
    largestPart: Math.max(
      0,
      ...instrument_parts.filter((part) => part.day === day).map((part) => Number(part.anonymous)),
    ),
  }));
}

/** The text of a dimension as answers show it. */
function textOfValue({ people }: Tables, name: string, { visit, event }: Candidate): string {
  const ofEvent = EVENT_COLUMNS[name];
  if (ofEvent !== undefined) return String(event?.[ofEvent] || '(not set)');
  if (name === 'visit:consent') {
    const person = people.find(({ day, ordinal }) => day === visit?.day && ordinal === visit?.ordinal);
    const visitor = Number(person?.visitor ?? 0);
    return visitor === ERASED ? '(not set)' : visitor > 0 ? 'granted' : 'anonymous';
  }
  const absent = name === 'visit:source' || name === 'visit:referrer' ? 'Direct / None' : '(not set)';
  return String(visit?.[ODD_COLUMNS[name] ?? name.split(':')[1] ?? ''] || absent);
}

function namesOf(condition: Condition): string[] {
  if (condition[0] === 'and' || condition[0] === 'or') return (condition[1] as Condition[]).flatMap(namesOf);
  return condition[0] === 'not' ? namesOf(condition[1] as Condition) : [condition[1] as string];
}

function holds(condition: Condition, textOf: (name: string) => string): boolean {
  switch (condition[0]) {
    case 'and':
      return condition[1].every((each) => holds(each, textOf));
    case 'or':
      return condition[1].some((each) => holds(each, textOf));
    case 'not':
      return !holds(condition[1], textOf);
  }
  const [operator, name, values, modifier] = condition;
  const fold = (text: string) => (modifier?.case_sensitive === false ? text.toLowerCase() : text);
  const text = fold(textOf(name));
  switch (operator) {
    case 'is':
      return values.some((value) => text === fold(value));
    case 'is_not':
      return values.every((value) => text !== fold(value));
    case 'contains':
      return values.some((value) => text.includes(fold(value)));
    case 'contains_not':
      return values.every((value) => !text.includes(fold(value)));
  }
}
