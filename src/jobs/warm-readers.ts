/**
 * Asks what a dashboard would, soon after the start. Code that has run often is compiled by then, which each reader thread does for itself:
 * on 10 million pageviews a month that had never been asked about took 2.2 s at first and 0.7 s after ten such months.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Goal } from '../domain/goal.ts';
import type { Site } from '../domain/site.ts';
import { dateOf } from '../lib/calendar.ts';
import { answerQuery } from '../stats/answer-query.ts';
import type { StatsExecutor } from '../stats/ports.ts';

/** How often everything is asked: about two periods in turn, since a reader keeps what it has found out about each. */
const ROUNDS = 8;
const DAYS = 28;
/** A site with fewer visits is answered at once, compiled or not. */
const FEWEST_VISITS = 20_000;
/** Sites that are looked at for the largest. */
const MOST_SITES = 50;
/** How long a reader who is being answered is waited for (ms), before it is looked again. */
const BUSY_MS = 100;

const PEOPLE = ['visitors', 'visitors_low', 'visitors_high'];
const LIST = { include: { total_rows: true }, pagination: { limit: 9, offset: 0 } };
const QUESTIONS: readonly object[] = [
  {
    metrics: [...PEOPLE, 'visitors_daily_sum', 'visits', 'pageviews', 'bounce_rate', 'visit_duration'],
    include: { comparisons: { mode: 'previous_period' } },
  },
  { metrics: [...PEOPLE, 'visitors_measured'], dimensions: ['time:day'] },
  { metrics: ['visits'], dimensions: ['visit:weekday', 'visit:hour'] },
  { metrics: PEOPLE, dimensions: ['event:page'], ...LIST },
  { metrics: PEOPLE, dimensions: ['visit:country'], ...LIST },
  { metrics: ['pageviews'], dimensions: ['event:page'], ...LIST },
  { metrics: ['visits'], dimensions: ['visit:source', 'visit:consent'] },
  { metrics: PEOPLE, dimensions: ['visit:source'], filters: [['is', 'visit:device', ['desktop']]], ...LIST },
  { metrics: PEOPLE, dimensions: ['event:page'], filters: [['is', 'visit:device', ['desktop']]], ...LIST },
];

/** Readers that are asked questions, and say whether they are busy. */
export interface WarmedReaders extends StatsExecutor {
  /** Nobody is being answered. */
  readonly isIdle: boolean;
  readonly mostThreads: number;
  /** Last day with rows of a site, or null. */
  lastDay(siteId: number): Promise<number | null>;
}

export interface WarmUpOptions {
  sites: () => readonly Site[];
  goalsOf: (siteId: number) => readonly Goal[];
  executor: WarmedReaders;
  /** UTC ms. */
  now: () => number;
}

/** Asks about the largest site; gives way to every reader, and ends when it is told to. @throws what an answer throws */
export async function warmReaders(options: WarmUpOptions, signal: AbortSignal): Promise<void> {
  const { executor } = options;
  const largest = await findLargest(options);
  if (largest === null) return;
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of QUESTIONS) {
      while (!signal.aborted && !executor.isIdle) await wait(BUSY_MS);
      if (signal.aborted) return;
      // One for each thread.
      const asked = Array.from({ length: executor.mostThreads }, () =>
        ask(question, largest, DAYS - (round % 2), options),
      );
      await Promise.all(asked);
    }
  }
}

interface KnownSite {
  site: Site;
  lastDay: number;
}

async function findLargest(options: WarmUpOptions): Promise<KnownSite | null> {
  let [largest, most]: [KnownSite | null, number] = [null, FEWEST_VISITS];
  for (const site of options.sites().slice(0, MOST_SITES)) {
    const lastDay = await options.executor.lastDay(site.id);
    if (lastDay === null) continue;
    const { results } = await ask({ metrics: ['visits'] }, { site, lastDay }, DAYS, options);
    const visits = Number(results[0]?.metrics[0] ?? 0);
    if (visits >= most) [largest, most] = [{ site, lastDay }, visits];
  }
  return largest;
}

/** @param days up to the last one with rows */
function ask(question: object, { site, lastDay }: KnownSite, days: number, options: WarmUpOptions) {
  const { goalsOf, executor, now } = options;
  const range = { site_id: site.domain, date_range: [dateOf(lastDay - days + 1), dateOf(lastDay)] };
  return answerQuery({ ...question, ...range }, { site, goals: goalsOf(site.id), executor, now: now(), isAnew: true });
}
