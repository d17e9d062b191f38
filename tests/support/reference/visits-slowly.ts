/** The visits that an exploration asks about, each with its events and whose it is: from plain tables, as docs/how-we-count.md defines them. */
import type { Goal } from '../../../src/domain/goal.ts';
import type { Span } from './buckets-slowly.ts';
import type { Row, Tables } from './read-tables.ts';
import { ERASED } from './rows.ts';

export type EventFilter =
  | ['is' | 'is_not' | 'contains' | 'contains_not', string, string[]]
  | ['and' | 'or', EventFilter[]]
  | ['not', EventFilter];

export interface SlowVisit {
  row: Row;
  /** In the order of their arrival. */
  events: SlowEvent[];
  population: 'identified' | 'anonymous' | 'unseen' | 'erased';
  visitor: number;
}

export interface SlowEvent {
  name: string;
  page: string;
  at: number;
  /** The names of the goals that it fulfils. */
  goals: string[];
  plan: string;
  scrolled: number;
  visit: Row;
  consent: string;
}

export function visitsSlowly(tables: Tables, goals: readonly Goal[]): SlowVisit[] {
  return tables.visits
    .map((row): SlowVisit => {
      const person = tables.people.find(({ day, ordinal }) => day === row.day && ordinal === row.ordinal);
      const visitor = Number(person?.visitor ?? 0);
      const population =
        row.ordinal === 0 ? 'unseen' : visitor === ERASED ? 'erased' : visitor === 0 ? 'anonymous' : 'identified';
      const consent = population === 'erased' ? '(not set)' : population === 'identified' ? 'granted' : 'anonymous';
      const events = tables.events
        .filter(({ day, visit }) => day === row.day && visit === row.visit)
        .sort((a, b) => Number(a.event) - Number(b.event))
        .map((event) => describe(event, row, consent, tables, goals));
      return { row, events, population, visitor: population === 'identified' ? visitor : 0 };
    })
    .sort(
      (a, b) =>
        Number(a.row.day) - Number(b.row.day) ||
        Number(a.row.started_at) - Number(b.row.started_at) ||
        Number(a.row.visit) - Number(b.row.visit),
    );
}

function describe(event: Row, visit: Row, consent: string, tables: Tables, goals: readonly Goal[]): SlowEvent {
  const property = tables.event_properties.find(
    ({ day, event: number, key }) => day === event.day && number === event.event && key === 'plan',
  );
  const plain = {
    ...{ name: String(event.name), page: String(event.page), at: Number(event.at) },
    ...{ plan: String(property?.value ?? ''), scrolled: Number(event.scroll_depth ?? -1), visit, consent, goals: [] },
  };
  return { ...plain, goals: goals.filter((goal) => fulfils(plain, goal)).map(({ name }) => name) };
}

/** Knows the goals of `explored-traffic.ts`: `**` at the end of a path is anything, `*` anything in the same folder. */
function fulfils({ name, page, plan, scrolled }: SlowEvent, goal: Goal): boolean {
  if (goal.kind === 'event') return name === goal.event && plan === goal.props?.plan;
  const start = goal.path.replaceAll('*', '');
  const isPage = page.startsWith(start) && (goal.path.endsWith('**') || !page.slice(start.length).includes('/'));
  if (goal.kind === 'page') return name === 'pageview' && isPage;
  return name === 'engagement' && isPage && scrolled >= goal.depth;
}

/** Whether an event passes filters that are joined by and. Engagement does as far as it fulfils a scroll goal that is asked for. */
export function passes(event: SlowEvent, filters: EventFilter[], goals: readonly Goal[]): boolean {
  if (!filters.every((filter) => holds(filter, event))) return false;
  if (event.name !== 'engagement') return true;
  const asked = filters.flatMap(positiveGoals);
  return goals.some(
    ({ kind, name }) =>
      kind === 'scroll' &&
      event.goals.includes(name) &&
      asked.some(([operator, , values]) =>
        values.some((value) => (operator === 'is' ? name === value : name.includes(value))),
      ),
  );
}

type Plain = Extract<EventFilter, [string, string, string[]]>;

function positiveGoals(filter: EventFilter): Plain[] {
  if (filter[0] === 'not') return [];
  if (filter[0] === 'and' || filter[0] === 'or') return filter[1].flatMap(positiveGoals);
  return filter[1] === 'event:goal' && !filter[0].endsWith('_not') ? [filter] : [];
}

/** A visit passes where it does, or, by conditions on events, where one of its events does. */
export function visitPasses({ row, events, population }: SlowVisit, filters: EventFilter[], goals: readonly Goal[]) {
  if (JSON.stringify(filters).includes('event:')) return events.some((event) => passes(event, filters, goals));
  const consent = population === 'erased' ? '(not set)' : population === 'identified' ? 'granted' : 'anonymous';
  const alone = { name: '', page: '', at: 0, goals: [], plan: '', scrolled: -1, visit: row, consent };
  return filters.every((filter) => holds(filter, alone));
}

export function beganInside({ row }: SlowVisit, { firstDay, lastDay, startsAt, endsAt, isWholeDays }: Span): boolean {
  const [day, at] = [Number(row.day), Number(row.started_at)];
  return isWholeDays ? day >= firstDay && day <= lastDay : at >= startsAt && at < endsAt;
}

/** How much of what was asked could be seen. */
export function coverageSlowly(visits: SlowVisit[]) {
  const identified = visits.filter(({ population }) => population === 'identified').length;
  return {
    ...{ visits: visits.length, identified, identified_share: shareSlowly(identified, visits.length) },
    unseen: visits.filter(({ population }) => population === 'unseen').length,
  };
}

export function shareSlowly(part: number, whole: number): number | null {
  return whole === 0 ? null : Number(((part / whole) * 100).toFixed(1));
}

function holds(filter: EventFilter, event: SlowEvent): boolean {
  if (filter[0] === 'and') return filter[1].every((each) => holds(each, event));
  if (filter[0] === 'or') return filter[1].some((each) => holds(each, event));
  if (filter[0] === 'not') return !holds(filter[1], event);
  const [operator, name, values] = filter as Plain;
  const texts = textsOf(name, event);
  const isSaid = values.some((value) =>
    texts.some((text) => (operator.startsWith('is') ? text === value : text.includes(value))),
  );
  return operator.endsWith('_not') ? !isSaid : isSaid;
}

function textsOf(name: string, { name: event, page, plan, goals, visit, consent }: SlowEvent): string[] {
  switch (name) {
    case 'event:page':
      return [page || '(not set)'];
    case 'event:name':
      return [event];
    case 'event:goal':
      return goals;
    case 'event:props:plan':
      return [plan || '(not set)'];
    case 'visit:consent':
      return [consent];
    case 'visit:source':
      return [String(visit.source || 'Direct / None')];
    default:
      return [String(visit[name.split(':')[1] ?? ''] || '(not set)')];
  }
}
