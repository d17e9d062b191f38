/** How good the data of a site is: what was kept and dropped by reason on each day, restarts that lost a key, and imports. */
import { type Disclosure, disclosureOf } from '../../domain/disclosure.ts';
import type { DropReason } from '../../domain/drop-reason.ts';
import type { Site } from '../../domain/site.ts';
import { dateOf } from '../../lib/calendar.ts';
import { isSmall } from '../disclosure/choose-hidden.ts';
import { type DisclosureMeta, roundCount } from '../disclosure/describe-disclosure.ts';
import { describeProtectedConsent, disclosureOfConsent } from '../disclosure/protect-consent.ts';
import { Body, planWindow } from '../explorations/read-body.ts';
import type { StatsExecutor } from '../ports.ts';
import type { ImportFacts, QualityFacts, QualityReader } from './ports.ts';

export interface QualityContext {
  site: Site;
  executor: Pick<StatsExecutor, 'firstDay'> & QualityReader;
  /** UTC ms. */
  now: number;
  /** Of the beacons that this server has seen of late, those that came without the visitor's own address; 0 to 1, null when too few. */
  lostAddresses: number | null;
}

type Counts = Partial<Record<DropReason, number>>;

export interface QualityDay {
  date: string;
  kept: number;
  dropped: Counts;
  /** Restarts that have lost the day's key: the day is not exact. */
  restarts: number;
}

export interface QualityAnswer {
  /** Days on which something was kept or dropped, or the service restarted, in order. */
  results: QualityDay[];
  meta: {
    kept: number;
    dropped: Counts;
    broken_days: string[];
    imports: {
      kind: string;
      started_at: string;
      finished_at: string | null;
      read: number | null;
      kept: number | null;
      dropped: Readonly<Partial<Record<string, number>>>;
    }[];
    /** Percent with one digit, of all sites of the server together; null when too few have come to tell. */
    without_address: number | null;
    disclosure?: Omit<DisclosureMeta, 'hidden'>;
  };
  query: { site_id: unknown; from: string; to: string };
}

/**
 * @param given `site_id`, and the dates `from` and `to`
 * @throws AppError `invalid` with one detail per mistake
 */
export async function answerQuality(
  given: Readonly<Record<string, unknown>>,
  { site, executor, now, lostAddresses }: QualityContext,
): Promise<QualityAnswer> {
  const { from, to } = given;
  const body = new Body({ date_range: [from, to] });
  const isDates = [from, to].every((date) => typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date));
  if (!isDates) body.refuse('from', 'Give from and to as two dates such as 2026-03-01, both included.');
  body.check();
  const { dateRange } = body.range();
  body.check();
  const { firstDay, lastDay } = await planWindow(dateRange, { site, executor, now });
  const facts = await executor.readQuality({ siteId: site.id, firstDay, lastDay });
  const disclosure = disclosureOfConsent(disclosureOf(site, 'staff'));
  const told = describeProtectedConsent(disclosure);
  const tell = tellerOf(disclosure);
  return {
    results: daysOf(facts, tell),
    meta: {
      kept: tell(sumOf(facts.kept)),
      dropped: tellCounts(sumDrops(facts.drops), tell),
      broken_days: facts.restarts.map(({ day }) => dateOf(day)),
      imports: facts.imports.map((run) => presentImport(run, tell)),
      without_address: lostAddresses === null ? null : Number((lostAddresses * 100).toFixed(1)),
      ...(told && { disclosure: told }),
    },
    query: { site_id: given.site_id, from: dateOf(firstDay), to: dateOf(lastDay) },
  };
}

type Tell = (count: number) => number;

/** Few are told as none, so that nobody can tell one visitor from none; the others in tens. */
function tellerOf(disclosure: Disclosure): Tell {
  return (count) => (isSmall(count, disclosure.smallest ?? 0) ? 0 : roundCount(count, disclosure));
}

function daysOf({ kept, drops, restarts }: QualityFacts, tell: Tell): QualityDay[] {
  const days = new Map<number, { kept: number; drops: QualityFacts['drops'][number][]; restarts: number }>();
  const dayOf = (day: number) => {
    const known = days.get(day) ?? { kept: 0, drops: [], restarts: 0 };
    days.set(day, known);
    return known;
  };
  for (const { day, count } of kept) dayOf(day).kept += count;
  for (const drop of drops) dayOf(drop.day).drops.push(drop);
  for (const { day, count } of restarts) dayOf(day).restarts = count;
  return [...days]
    .sort(([one], [other]) => one - other)
    .map(([day, known]) => ({
      date: dateOf(day),
      kept: tell(known.kept),
      dropped: tellCounts(sumDrops(known.drops), tell),
      restarts: known.restarts,
    }))
    .filter((day) => day.kept > 0 || day.restarts > 0 || Object.keys(day.dropped).length > 0);
}

function sumDrops(drops: QualityFacts['drops']): Counts {
  const sums: Counts = {};
  for (const { reason, count } of drops) sums[reason] = (sums[reason] ?? 0) + count;
  return sums;
}

/** The most first; what is told as none is left out. */
function tellCounts<Name extends string>(
  counts: Readonly<Partial<Record<Name, number>>>,
  tell: Tell,
): Partial<Record<Name, number>> {
  const told = (Object.entries(counts) as [Name, number][])
    .map(([name, count]) => [name, tell(count)] as const)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one);
  return Object.fromEntries(told) as Partial<Record<Name, number>>;
}

function presentImport({ kind, startedAt, finishedAt, lines }: ImportFacts, tell: Tell) {
  return {
    kind,
    started_at: new Date(startedAt).toISOString(),
    finished_at: finishedAt === null ? null : new Date(finishedAt).toISOString(),
    read: lines && tell(lines.read),
    kept: lines && tell(lines.kept),
    dropped: tellCounts(lines?.dropped ?? {}, tell),
  };
}

function sumOf(counts: readonly { count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
