/** Funnels, retention and journeys: how they are asked, and what all their answers say of themselves. */
import { asFields, asFlag, asList, asNumberOrNull, asText } from './decode.ts';
import { type Question, toBody } from './query.ts';
import { postJson } from './request.ts';
import { decodeTold, type Told } from './told.ts';

export type Base = Pick<Question, 'domain' | 'dateRange' | 'conditions'>;

/** How much of the traffic an exploration could see; null for what is hidden. */
export interface Coverage {
  visits: number | null;
  identified: number | null;
  /** In percent. */
  identifiedShare: number | null;
  unseen: number | null;
}

export interface Explored extends Told {
  coverage: Coverage;
}

export type Exploration = 'funnel' | 'retention' | 'journeys';

/** Asks one of them. @throws ApiError */
export async function explore(name: Exploration, base: Base, more: object, signal: AbortSignal): Promise<unknown> {
  return postJson(`/app/api/v2/${name}`, toExploreBody(base, more), signal);
}

/** @param more what only the one exploration is asked with */
export function toExploreBody(base: Base, more: object): object {
  const { site_id, date_range, filters } = asFields(toBody({ ...base, metrics: ['visits'], dimensions: [] }));
  return { site_id, date_range, filters, ...more };
}

function decodeExplored(meta: unknown): Explored {
  const { visits, identified, identified_share: share, unseen } = asFields(asFields(meta).coverage);
  return {
    ...decodeTold(meta),
    coverage: {
      visits: asNumberOrNull(visits),
      identified: asNumberOrNull(identified),
      identifiedShare: asNumberOrNull(share),
      unseen: asNumberOrNull(unseen),
    },
  };
}

/** Figures of one step; null for what is hidden. Shares in percent. */
export interface FunnelStep {
  name: string;
  reached: number | null;
  /** null too where visitors are counted, all of them with consent. */
  identified: number | null;
  anonymous: number | null;
  ofFirst: number | null;
  ofPrevious: number | null;
  dropOff: number | null;
}

export interface FunnelAnswer extends Explored {
  counts: 'visits' | 'visitors';
  steps: readonly FunnelStep[];
}

export function decodeFunnel(value: unknown): FunnelAnswer {
  const { results, meta } = asFields(value);
  const counts = asFields(meta).counts === 'visitors' ? 'visitors' : 'visits';
  return {
    ...decodeExplored(meta),
    counts,
    steps: asList(results).map((step) => {
      const fields = asFields(step);
      return {
        name: asText(fields.name),
        reached: asNumberOrNull(fields[counts]),
        identified: asNumberOrNull(fields.identified),
        anonymous: asNumberOrNull(fields.anonymous),
        ofFirst: asNumberOrNull(fields.of_first),
        ofPrevious: asNumberOrNull(fields.of_previous),
        dropOff: asNumberOrNull(fields.drop_off),
      };
    }),
  };
}

export const RETENTION_UNITS = ['day', 'week', 'month'] as const;
export type RetentionUnit = (typeof RETENTION_UNITS)[number];

export interface Cohort {
  /** First day. */
  first: string;
  /** The period on show holds a part of it only. */
  isCut: boolean;
  cells: readonly { visitors: number | null; share: number | null; isIncomplete: boolean }[];
}

export interface RetentionAnswer extends Explored {
  cohorts: readonly Cohort[];
}

export function decodeRetention(value: unknown): RetentionAnswer {
  const { results, meta } = asFields(value);
  return {
    ...decodeExplored(meta),
    cohorts: asList(results).map((row) => {
      const { cohort, is_cut: isCut, periods } = asFields(row);
      return {
        first: asText(cohort),
        isCut: asFlag(isCut),
        cells: asList(periods).map((cell) => {
          const { visitors, share, incomplete } = asFields(cell);
          return {
            visitors: asNumberOrNull(visitors),
            share: asNumberOrNull(share),
            isIncomplete: asFlag(incomplete),
          };
        }),
      };
    }),
  };
}

export interface JourneyRow {
  /** From the nearest to the farthest; without a start in the question the first one is the entry page. */
  pages: readonly string[];
  /** The visit ended (began, looking back) there. */
  ends: boolean;
  count: number | null;
  share: number | null;
}

export interface JourneysAnswer extends Explored {
  rows: readonly JourneyRow[];
  total: number | null;
  totalRows: number;
}

export function decodeJourneys(value: unknown): JourneysAnswer {
  const { results, meta } = asFields(value);
  const { total, total_rows: totalRows } = asFields(meta);
  const rows = asList(results).map((row) => {
    const { pages, ends, count, share } = asFields(row);
    return {
      pages: asList(pages).map((page) => asText(page)),
      ends: asFlag(ends),
      count: asNumberOrNull(count),
      share: asNumberOrNull(share),
    };
  });
  return {
    ...decodeExplored(meta),
    rows,
    total: asNumberOrNull(total),
    totalRows: asNumberOrNull(totalRows) ?? rows.length,
  };
}
