/** Everything that is stored for one identifier, as its owner gets it: plain JSON, names as in the query API, times in ISO 8601. */
import type { ConsentReceipt } from '../domain/consent.ts';
import type { KnownEvent, KnownVisit, SubjectAccess } from './known-visitor.ts';

export type AccessDocument = ReturnType<typeof describeAccess>;

/** @param now UTC ms. The identifier itself is not repeated: the answer may be printed and sent on. */
export function describeAccess(site: string, { visitor, receipts }: SubjectAccess, now: number) {
  return {
    site,
    created_at: timeOf(now),
    known: visitor !== null || receipts.length > 0,
    /** False: there is more than one answer holds. */
    complete: visitor?.isComplete ?? true,
    consent_receipts: receipts.map(describeReceipt),
    days: (visitor?.days ?? []).map(({ date, stratum, networks, sameAsYesterday }) => ({
      ...{ date, stratum, networks, same_as_yesterday: sameAsYesterday },
    })),
    visits: (visitor?.visits ?? []).map(describeVisit),
  };
}

function describeReceipt({ action, at, text, banner, adapter }: ConsentReceipt) {
  return { action, minute: timeOf(at), text_version: text, banner_version: banner, adapter };
}

function describeVisit(visit: KnownVisit) {
  const { startedAt, lastAt, entryHost, entryPath, exitHost, exitPath, pageviews, interactions, events, ...rest } =
    visit;
  return {
    ...{ started_at: timeOf(startedAt), last_at: timeOf(lastAt), pageviews, interactions },
    ...{ entry_page: entryHost + entryPath, exit_page: exitHost + exitPath },
    ...Object.fromEntries(Object.entries(rest).filter(([, text]) => text !== '')),
    events: events.map(describeEvent),
  };
}

function describeEvent({ name, at, host, path, consent, engagedMs, scrollDepth, revenue, properties }: KnownEvent) {
  return {
    ...{ name, at: timeOf(at), page: host + path, consent },
    ...(engagedMs === null ? {} : { engaged_ms: engagedMs }),
    ...(scrollDepth === null ? {} : { scroll_depth: scrollDepth }),
    ...(revenue === null ? {} : { revenue }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  };
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
