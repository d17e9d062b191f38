/** How good a site's data is, as the server tells it. */
import type { Days } from '../state/period.ts';
import { asFields, asList, asNumberOrNull, asText, asTextOrNull, isFields } from './decode.ts';
import { getJson } from './request.ts';
import { sitePath } from './site-path.ts';

export type Counts = readonly (readonly [name: string, count: number])[];

export interface Quality {
  days: readonly { date: string; kept: number; dropped: Counts; restarts: number }[];
  kept: number;
  /** The most first. */
  dropped: Counts;
  brokenDays: readonly string[];
  imports: readonly ImportRun[];
  /** Of the beacons of late, in percent; null while too few have come. */
  withoutAddress: number | null;
  isCoarsened: boolean;
}

export interface ImportRun {
  kind: string;
  startedAt: string;
  /** null: it goes on, or was cut off. */
  finishedAt: string | null;
  read: number | null;
  kept: number | null;
  dropped: Counts;
}

export interface QualityQuestion {
  domain: string;
  days: Days;
}

/** @throws ApiError */
export async function askQuality({ domain, days }: QualityQuestion, signal: AbortSignal): Promise<Quality> {
  const path = sitePath(domain, `quality?from=${days.first}&to=${days.last}`);
  return decodeQuality(await getJson(path, signal));
}

export function decodeQuality(value: unknown): Quality {
  const { results, meta: given } = asFields(value);
  const meta = asFields(given);
  return {
    days: asList(results).map((day) => {
      const { date, kept, dropped, restarts } = asFields(day);
      return {
        date: asText(date),
        kept: asNumberOrNull(kept) ?? 0,
        dropped: readCounts(dropped),
        restarts: asNumberOrNull(restarts) ?? 0,
      };
    }),
    kept: asNumberOrNull(meta.kept) ?? 0,
    dropped: readCounts(meta.dropped),
    brokenDays: asList(meta.broken_days).map((date) => asText(date)),
    imports: asList(meta.imports).map((run) => {
      const fields = asFields(run);
      return {
        kind: asText(fields.kind),
        startedAt: asText(fields.started_at),
        finishedAt: asTextOrNull(fields.finished_at),
        read: asNumberOrNull(fields.read),
        kept: asNumberOrNull(fields.kept),
        dropped: readCounts(fields.dropped),
      };
    }),
    withoutAddress: asNumberOrNull(meta.without_address),
    isCoarsened: isFields(meta.disclosure),
  };
}

function readCounts(value: unknown): Counts {
  return Object.entries(asFields(value)).flatMap(([name, count]) => {
    const known = asNumberOrNull(count);
    return known === null ? [] : [[name, known] as const];
  });
}
