/** Current visitors: who did something in the last 5 and in the last 30 minutes. */
import { clockTime, dayAt } from '../../lib/calendar.ts';
import type { RealtimeScan, RealtimeSpan } from './ports.ts';
import type { ExplorationContext } from './read-body.ts';

export interface CurrentVisitors {
  /** Told apart; both populations together. */
  visitors: number;
  identified: number;
  anonymous: number;
  pageviews: number;
  /** Pageviews of people who are told apart from nobody: they are in none of the figures of visitors. */
  uncounted_pageviews: number;
}

export interface RealtimeAnswer {
  results: {
    last_5_minutes: CurrentVisitors;
    last_30_minutes: CurrentVisitors;
    /** Of the last 30 minutes, the oldest first; the last one ends now. */
    pageviews_by_minute: readonly number[];
    /** Of the last 30 minutes, the most first, ten at most. */
    pages: RealtimeScan['pages'];
    sources: RealtimeScan['sources'];
  };
  meta: { now: string };
  query: { site_id: string };
}

export async function answerRealtime({ site, goals, executor, now }: ExplorationContext): Promise<RealtimeAnswer> {
  const today = dayAt(now, site.timezone).day;
  const { spans, pageviewsByMinute, pages, sources } = await executor.explore('realtime', {
    ...{ siteId: site.id, goals, now, today },
  });
  return {
    results: {
      last_5_minutes: presentSpan(spans[5]),
      last_30_minutes: presentSpan(spans[30]),
      pageviews_by_minute: pageviewsByMinute,
      ...{ pages, sources },
    },
    meta: { now: clockTime(now, site.timezone) },
    query: { site_id: site.domain },
  };
}

function presentSpan({ identified, anonymous, pageviews, uncounted }: RealtimeSpan): CurrentVisitors {
  return {
    ...{ visitors: identified + anonymous, identified, anonymous, pageviews },
    uncounted_pageviews: uncounted,
  };
}
