/** Current visitors: asked once, or heard as they come and go. */
import type { RealtimeAnswer } from '../../src/stats/explorations/realtime.ts';
import { asFields, asList, asNumberOrNull, asText } from './decode.ts';
import { getJson } from './request.ts';
import { decodeTold, type Told } from './told.ts';

export interface CurrentSpan {
  /** null where it is hidden. */
  visitors: number | null;
  identified: number | null;
  anonymous: number | null;
  pageviews: number | null;
  /** Pageviews of people who are told apart from nobody. */
  uncounted: number | null;
}

export interface Current extends Told {
  last5: CurrentSpan;
  last30: CurrentSpan;
  /** 30 of them, the oldest first; null where it is hidden. */
  minutes: readonly (number | null)[];
  pages: readonly { name: string; count: number }[];
  sources: readonly { name: string; count: number }[];
}

function addressOf(domain: string, path = ''): string {
  return `/app/api/v2/realtime${path}?site_id=${encodeURIComponent(domain)}`;
}

/** @throws ApiError */
export async function fetchCurrent(domain: string, signal: AbortSignal): Promise<Current> {
  return decodeCurrent(await getJson(addressOf(domain), signal));
}

export function openCurrent(domain: string): EventSource {
  return new EventSource(addressOf(domain, '/stream'));
}

export function decodeCurrent(value: unknown): Current {
  const { results, meta } = asFields(value);
  const fields = asFields(results);
  const rows = (list: unknown, name: keyof RealtimeRow, count: keyof RealtimeRow) =>
    asList(list).map((row) => {
      const each = asFields(row);
      return { name: asText(each[name]), count: asNumberOrNull(each[count]) ?? 0 };
    });
  return {
    last5: decodeSpan(fields.last_5_minutes),
    last30: decodeSpan(fields.last_30_minutes),
    minutes: asList(fields.pageviews_by_minute).map(asNumberOrNull),
    pages: rows(fields.pages, 'page', 'pageviews'),
    sources: rows(fields.sources, 'source', 'visitors'),
    ...decodeTold(meta),
  };
}

type Results = RealtimeAnswer['results'];
type RealtimeRow = Results['pages'][number] & Results['sources'][number];

function decodeSpan(value: unknown): CurrentSpan {
  const { visitors, identified, anonymous, pageviews, uncounted_pageviews: uncounted } = asFields(value);
  return {
    visitors: asNumberOrNull(visitors),
    identified: asNumberOrNull(identified),
    anonymous: asNumberOrNull(anonymous),
    pageviews: asNumberOrNull(pageviews),
    uncounted: asNumberOrNull(uncounted),
  };
}
