/** The metrics of one row of an answer, from everything that belongs to it. */
import { boundsOf, type SiteDay } from './bounds-slowly.ts';
import type { Bucket, Span } from './buckets-slowly.ts';
import type { Row, Tables } from './read-tables.ts';
import { ERASED } from './rows.ts';
import { type Candidate, visitorOf } from './values-slowly.ts';

export interface Money {
  value: number;
  currency: string;
  short: string;
  long: string;
}
export type Figure = number | Money | null;

export interface Members {
  visits: Row[];
  /** Pageviews and custom events. */
  events: Candidate[];
  /** Engagement that is asked for by a goal of its own. */
  reads: Candidate[];
  /** Engagement of the pages of visits. */
  attention: Candidate[];
}

interface Asked {
  span: Span;
  dimensions: string[];
  filters: unknown[];
  countsRefusals: boolean;
}

const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);

export function figuresOf(
  tables: Tables,
  asked: Asked,
  bucket: Bucket | null,
  members: Members,
): Record<string, Figure> {
  const { visits, events, reads, attention } = members;
  const pageviews = events.filter(({ event }) => event?.name === 'pageview').length;
  const seen = visits.filter((visit) => visit.ordinal !== 0);
  const bounces = visits.filter((visit) =>
    visit.ordinal === 0
      ? visit.left_by_link === 0 && visit.interactions === 0
      : Number(visit.pageviews) <= 1 && visit.interactions === 0,
  ).length;
  const lengths = seen.map((visit) => Number(visit.last_at) - Number(visit.started_at));
  return {
    ...peopleOf(tables, asked, bucket, visits, events),
    ...attentionOf(attention),
    ...revenueOf(events),
    visits: visits.length,
    pageviews,
    views_per_visit: visits.length === 0 ? null : Number((pageviews / visits.length).toFixed(2)),
    bounce_rate: visits.length === 0 ? null : Number(((bounces / visits.length) * 100).toFixed(1)),
    visit_duration: lengths.length === 0 ? null : Math.round(total(lengths) / lengths.length / 1000),
    events: events.length + new Set(reads.map(pageOfVisit)).size,
  };
}

/** @param digits of the percentage */
export function shareOf(part: Figure | undefined, whole: Figure | undefined, digits: number): Figure {
  if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return null;
  return Number(((part / whole) * 100).toFixed(digits));
}

function peopleOf(
  tables: Tables,
  { span, dimensions, filters, countsRefusals }: Asked,
  bucket: Bucket | null,
  visits: Row[],
  events: Candidate[],
): Record<string, Figure> {
  const seen = visits.filter((visit) => visit.ordinal !== 0);
  const days = [...new Set(seen.map(({ day }) => Number(day)))].sort((a, b) => a - b);
  const perDay = days.map((day) => {
    const ofDay = seen.filter((visit) => visit.day === day);
    const visitors = ofDay.map((visit) => visitorOf(visit, tables));
    const identified = visitors.filter((visitor) => visitor !== 0 && visitor !== ERASED);
    const anonymous = ofDay.filter((_visit, index) => visitors[index] === 0).map(({ ordinal }) => ordinal);
    return { day, identified: [...new Set(identified)].map(Number), anonymous: new Set(anonymous).size };
  });
  const strays = events.filter((each) => isUncounted(each, tables, countsRefusals)).length;
  const isPart = filters.length > 0 || dimensions.some((name) => !name.startsWith('time')) || !span.isWholeDays;
  const { low, high } = boundsOf({
    days: perDay,
    site: siteDays(tables),
    firstDay: bucket?.firstDay ?? span.firstDay,
    isPart: isPart || bucket?.unit === 'hour',
    unseen: visits.length - seen.length + strays,
  });
  return {
    visitors: low === high ? low : null,
    visitors_low: low,
    visitors_high: high,
    visitors_measured: new Set(perDay.flatMap(({ identified }) => identified)).size,
    visitors_daily_sum: total(perDay.map(({ identified, anonymous }) => identified.length + anonymous)),
  };
}

/** Where nobody can be told apart a pageview outside any visit may be anybody's. */
function isUncounted({ visit, event }: Candidate, { instrument_days }: Tables, countsRefusals: boolean): boolean {
  if (visit !== null || event === null || event.name !== 'pageview') return false;
  const level = instrument_days.find(({ day }) => day === event.day)?.level;
  return level === 'pageviews' || (countsRefusals && event.consent === 1);
}

/** How long, and how far, each page of each visit was looked at. */
function attentionOf(attention: Candidate[]): Record<string, Figure> {
  const pages = [...new Set(attention.map(pageOfVisit))].map((page) =>
    attention.filter((each) => pageOfVisit(each) === page),
  );
  const told = (column: string) =>
    pages
      .map((reports) => reports.map(({ event }) => event?.[column] ?? null).filter((value) => value !== null))
      .filter(({ length }) => length > 0)
      .map((values) => values.map(Number));
  const times = told('engaged_ms').map(total);
  const depths = told('scroll_depth').map((values) => Math.max(...values));
  return {
    time_on_page: times.length === 0 ? null : Math.round(total(times) / times.length / 1000),
    scroll_depth: depths.length === 0 ? null : Math.round(total(depths) / depths.length),
  };
}

/** The same for all reports of a page by one visit; outside any visit each report stands for itself. */
function pageOfVisit({ visit, event }: Candidate): string {
  return JSON.stringify(visit === null ? [event?.day, event?.event] : [visit.day, visit.visit, 'page', event?.page]);
}

function revenueOf(events: Candidate[]): Record<string, Figure> {
  const paid = events.flatMap(({ event }) =>
    event !== null && event.name !== 'pageview' && event.amount !== null ? [event] : [],
  );
  const currencies = [...new Set(paid.map(({ currency }) => String(currency)))];
  const [currency] = currencies;
  if (currency === undefined || currencies.length > 1) return { total_revenue: null, average_revenue: null };
  const amount = total(paid.map((event) => Number(event.amount)));
  return { total_revenue: moneyOf(amount, currency), average_revenue: moneyOf(amount / paid.length, currency) };
}

function moneyOf(amount: number, currency: string): Money {
  const value = Number(amount.toFixed(2));
  const english = (options: Intl.NumberFormatOptions) =>
    value.toLocaleString('en', { style: 'currency', currency, ...options });
  return { value, currency, short: english({ notation: 'compact' }), long: english({ minimumFractionDigits: 2 }) };
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
