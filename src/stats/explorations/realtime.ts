/** Current visitors: who did something in the last 5 and in the last 30 minutes. */
import { clockTime, dayAt } from '../../lib/calendar.ts';
import { isSmall } from '../disclosure/choose-hidden.ts';
import { roundCount } from '../disclosure/describe-disclosure.ts';
import { hideInList, protectSpan, type Told } from '../disclosure/protect-explorations.ts';
import { presentTold, type ToldMeta } from './coverage.ts';
import type { RealtimeSpan } from './ports.ts';
import { disclosureFor, type ExplorationContext } from './read-body.ts';

/** null for a figure that is hidden. */
export interface CurrentVisitors {
  /** Told apart; both populations together. */
  visitors: number | null;
  identified: number | null;
  anonymous: number | null;
  pageviews: number | null;
  /** Pageviews of people who are told apart from nobody: they are in none of the figures of visitors. */
  uncounted_pageviews: number | null;
}

export interface RealtimeAnswer {
  results: {
    last_5_minutes: CurrentVisitors;
    last_30_minutes: CurrentVisitors;
    /** Of the last 30 minutes, the oldest first; the last one ends now. */
    pageviews_by_minute: readonly (number | null)[];
    /** Of the last 30 minutes, the most first, ten at most. */
    pages: readonly { page: string; pageviews: number }[];
    sources: readonly { source: string; visitors: number }[];
  };
  meta: { now: string } & ToldMeta;
  query: { site_id: string };
}

export async function answerRealtime(context: ExplorationContext): Promise<RealtimeAnswer> {
  const { site, goals, executor, now } = context;
  const disclosure = disclosureFor(context);
  const { smallest } = disclosure;
  const today = dayAt(now, site.timezone).day;
  const { spans, pageviewsByMinute, pages, sources } = await executor.explore('realtime', {
    ...{ siteId: site.id, goals, now, today },
  });
  const last = protectSpan(spans[5], spans[30], disclosure);
  const longer = protectSpan(spans[30], null, disclosure);
  const whole = { total: spans[30].pageviews, isWhole: true };
  const hiddenMinutes = smallest === null ? [] : hideInList(pageviewsByMinute, whole, smallest);
  const minutes = pageviewsByMinute.map((count, at) => (hiddenMinutes[at] ? null : roundCount(count, disclosure)));
  // A list of the largest: what is too small is not in it.
  const isTold = (count: number) => smallest === null || !isSmall(count, smallest);
  return {
    results: {
      last_5_minutes: presentSpan(last),
      last_30_minutes: presentSpan(longer),
      pageviews_by_minute: minutes,
      pages: pages
        .filter(({ pageviews }) => isTold(pageviews))
        .map(({ page, pageviews }) => ({ page, pageviews: roundCount(pageviews, disclosure) })),
      sources: sources
        .filter(({ visitors }) => isTold(visitors))
        .map(({ source, visitors }) => ({ source, visitors: roundCount(visitors, disclosure) })),
    },
    meta: {
      now: clockTime(now, site.timezone),
      ...presentTold(disclosure, null, [last.pageviews, longer.pageviews, ...minutes]),
    },
    query: { site_id: site.domain },
  };
}

function presentSpan({ identified, anonymous, pageviews, uncounted }: Told<RealtimeSpan>): CurrentVisitors {
  const visitors = identified === null || anonymous === null ? null : identified + anonymous;
  return {
    ...{ visitors, identified, anonymous, pageviews },
    uncounted_pageviews: uncounted,
  };
}
