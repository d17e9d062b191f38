/** Answers every question with the same few rows, and remembers how it was asked. */
import type { ConsentCount, ConsentReader } from '../stats/consent/ports.ts';
import type { Exploration, Explorations, Explorer } from '../stats/explorations/ports.ts';
import type { Filter, Plan } from '../stats/plan.ts';
import type { GroupSums, Scan, StatsExecutor } from '../stats/ports.ts';
import type { QualityFacts, QualityReader } from '../stats/quality/ports.ts';
import type { ExportPiece, StoredEventReader } from '../transfer/ports.ts';

/** Visitors of the rows. */
export const MADE_UP = { AA: 3, BB: 17, CC: 1234 } as const;

export class MadeUpFigures implements StatsExecutor, Explorer, ConsentReader, QualityReader, StoredEventReader {
  /** The filter of the last question. */
  lastFilter: Filter | null = null;

  async scan(plan: Plan): Promise<Scan> {
    this.lastFilter = plan.filter;
    const rows = plan.dimensions.length === 0 ? [['', 1254] as const] : Object.entries(MADE_UP);
    const groups = rows.map(([value, people]) => ({
      values: plan.dimensions.map(() => value),
      bucket: plan.buckets === null ? -1 : 0,
      sums: sumsOf(people),
    }));
    return { groups, rows: groups.length, window: null };
  }

  async firstDay(): Promise<number | null> {
    return null;
  }

  async exportEvents(): Promise<ExportPiece> {
    return { text: '', events: 0, next: null };
  }

  async readConsent(): Promise<ConsentCount[]> {
    return [];
  }

  async readQuality(): Promise<QualityFacts> {
    return { kept: [], drops: [], restarts: [], imports: [] };
  }

  async listProperties(): Promise<string[]> {
    return [];
  }

  async explore<K extends Exploration>(kind: K, plan: Explorations[K]['plan']): Promise<Explorations[K]['scan']> {
    this.lastFilter = 'filter' in plan ? plan.filter : null;
    return NOTHING[kind];
  }
}

function sumsOf(people: number): GroupSums {
  return {
    ...{ visits: people, bounces: 0, timedVisits: 0, durationMs: 0, pageviews: people, events: people },
    ...{ measured: people, visitors: people, low: people, high: people, dailySum: people },
    ...{ engagedPairs: 0, engagedMs: 0, scrollPairs: 0, scrollPercent: 0, revenue: [] },
  };
}

const SEEN = { visits: 0, identified: 0, unseen: 0 };
const SPAN = { identified: 0, anonymous: 0, pageviews: 0, uncounted: 0 };
const NOTHING: { [K in Exploration]: Explorations[K]['scan'] } = {
  funnel: { steps: [], seen: SEEN },
  retention: { visitors: [], seen: SEEN },
  journeys: { rows: [], total: 0, totalRows: 0, seen: SEEN },
  realtime: { spans: { 5: SPAN, 30: SPAN }, pageviewsByMinute: [], pages: [], sources: [] },
};
