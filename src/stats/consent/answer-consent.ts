/** What visitors answered to the question for consent: counters of what banners reported, with rates whose wholes are stated. */
import type { ConsentAction, ConsentDimension } from '../../domain/consent.ts';
import { CONSENT_ACTIONS } from '../../domain/consent.ts';
import { type Audience, type Disclosure, disclosureOf } from '../../domain/disclosure.ts';
import type { Site } from '../../domain/site.ts';
import { bucketsOf } from '../date-range.ts';
import { NOT_SET } from '../dimensions.ts';
import type { DisclosureMeta } from '../disclosure/describe-disclosure.ts';
import { describeProtectedConsent, disclosureOfConsent, protectConsent } from '../disclosure/protect-consent.ts';
import { Body, type Fields, planWindow, presentAsked, shareOf } from '../explorations/read-body.ts';
import type { Buckets } from '../plan.ts';
import type { StatsExecutor } from '../ports.ts';
import type { ConsentCount, ConsentCounts, ConsentReader } from './ports.ts';

export interface ConsentContext {
  site: Site;
  executor: Pick<StatsExecutor, 'firstDay'> & ConsentReader;
  /** UTC ms. */
  now: number;
  /** Who will read the answer; `staff` when it is not said. */
  audience?: Audience;
}

/** Beside time. Each is counted for itself, so there is no more than one at once. */
export const CONSENT_QUERY_DIMENSIONS = {
  'visit:country': 'country',
  'visit:device': 'device',
  'event:page': 'page',
  'consent:text': 'text',
  'consent:banner': 'banner',
} as const satisfies Readonly<Record<string, ConsentDimension>>;
const TIMES = { 'time:day': 'day', 'time:week': 'week', 'time:month': 'month' } as const;
/** Pages beyond those that a day keeps. */
export const OTHER_PAGES = '(other)';

const ROWS = 100;
const MOST_ROWS = 10_000;

export interface ConsentRow extends ConsentCounts {
  dimensions: readonly string[];
  /** Accepted and refused. */
  answered: number;
  /** Accepted among the answered, in percent; null of nothing. */
  acceptance_rate: number | null;
  /** Answered among the asked, in percent; null of nothing, and where there are more answers than questions that were reported. */
  answer_rate: number | null;
}

export interface ConsentAnswer {
  results: ConsentRow[];
  meta: { total_rows: number; time_labels?: readonly string[]; disclosure?: Omit<DisclosureMeta, 'hidden'> };
  query: Fields;
}

type Time = keyof typeof TIMES;
type Dimension = keyof typeof CONSENT_QUERY_DIMENSIONS;

/** @throws AppError `invalid` with one detail per mistake */
export async function answerConsent(given: unknown, context: ConsentContext): Promise<ConsentAnswer> {
  const { site, executor, now, audience = 'staff' } = context;
  const body = new Body(given);
  const { dateRange } = body.range();
  const { time, dimension } = readDimensions(body);
  const { filters } = body.fields;
  if (Array.isArray(filters) && filters.length > 0)
    body.refuse(
      'filters',
      'Leave filters out: each dimension is counted for itself, so that no counter is of one person.',
    );
  const limit = body.whole('limit', ROWS, 1, MOST_ROWS);
  if ('startsAt' in dateRange || ('word' in dateRange && dateRange.word === '24h'))
    body.refuse('date_range', 'Ask for whole days: consent is counted by the day.');
  body.check();

  const window = await planWindow(dateRange, { site, executor, now });
  const { firstDay, lastDay } = window;
  const counts = await executor.readConsent({
    ...{ siteId: site.id, firstDay, lastDay, isByDay: time !== null },
    dimension: dimension === null ? 'all' : CONSENT_QUERY_DIMENSIONS[dimension],
  });
  const buckets = time === null ? null : bucketsOf(window, TIMES[time], site.timezone);
  const disclosure = disclosureOfConsent(disclosureOf(site, audience));
  const told = describeProtectedConsent(disclosure);
  const rows = sumRows(counts, dimension, buckets, disclosure);
  return {
    results: rows.slice(0, limit),
    meta: {
      total_rows: rows.length,
      ...(buckets && { time_labels: buckets.labels }),
      ...(told && { disclosure: told }),
    },
    query: { ...presentAsked(body, window, site.timezone), dimensions: body.fields.dimensions ?? [] },
  };
}

function readDimensions(body: Body): { time: Time | null; dimension: Dimension | null } {
  const { dimensions = [] } = body.fields;
  const list: unknown[] = Array.isArray(dimensions) ? dimensions : [dimensions];
  const isTime = (name: unknown): name is Time => typeof name === 'string' && Object.hasOwn(TIMES, name);
  const isDimension = (name: unknown): name is Dimension =>
    typeof name === 'string' && Object.hasOwn(CONSENT_QUERY_DIMENSIONS, name);
  list.forEach((name, index) => {
    if (isTime(name) ? index === 0 : isDimension(name) && list.findIndex(isDimension) === index) return;
    const known = Object.keys({ ...TIMES, ...CONSENT_QUERY_DIMENSIONS }).join(', ');
    body.refuse(`dimensions[${index}]`, `Use one of ${known}: one of time at most, first, and one other.`);
  });
  return { time: list.find(isTime) ?? null, dimension: list.find(isDimension) ?? null };
}

/** By time, then the most reports first; without a dimension there is always a row. */
function sumRows(
  counts: readonly ConsentCount[],
  dimension: Dimension | null,
  buckets: Buckets | null,
  disclosure: Disclosure,
): ConsentRow[] {
  const groups = new Map<string, { bucket: number; value: string; counts: Record<ConsentAction, number> }>();
  const groupOf = (bucket: number, value: string) => {
    const key = `${bucket} ${value}`;
    const group = groups.get(key) ?? { bucket, value, counts: { ...NONE } };
    groups.set(key, group);
    return group;
  };
  if (dimension === null && buckets === null) groupOf(0, '');
  for (const count of counts) {
    const group = groupOf(buckets === null ? 0 : bucketOf(count.day ?? 0, buckets), count.value);
    for (const action of CONSENT_ACTIONS) group.counts[action] += count[action];
  }
  return (
    [...groups.values()]
      .map((group) => ({ ...group, counts: protectConsent(group.counts, disclosure) }))
      // What has become nothing is not to be told from what is not there.
      .filter((group) => (dimension === null && buckets === null) || sumOf(group.counts) > 0)
      .sort((a, b) => a.bucket - b.bucket || sumOf(b.counts) - sumOf(a.counts) || (a.value < b.value ? -1 : 1))
      .map((group) => ({
        dimensions: [
          ...(buckets === null ? [] : [buckets.labels[group.bucket] ?? '']),
          ...(dimension === null ? [] : [group.value || (dimension === 'event:page' ? OTHER_PAGES : NOT_SET)]),
        ],
        ...group.counts,
        ...ratesOf(group.counts),
      }))
  );
}

const NONE = { asked: 0, accepted: 0, refused: 0, ignored: 0, withdrawn: 0 } as const;

function ratesOf({ asked, accepted, refused }: ConsentCounts) {
  const answered = accepted + refused;
  return {
    answered,
    acceptance_rate: shareOf(accepted, answered),
    answer_rate: answered > asked ? null : shareOf(answered, asked),
  };
}

function sumOf(counts: ConsentCounts): number {
  return CONSENT_ACTIONS.reduce((sum, action) => sum + counts[action], 0);
}

/** The last bucket that has begun on a day. */
function bucketOf(day: number, { firstDays }: Buckets): number {
  let [low, high] = [0, firstDays.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((firstDays[middle] ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
