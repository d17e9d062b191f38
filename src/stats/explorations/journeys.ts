/** Journeys: which pages come next, or came before, within the same visit. */
import { type Coverage, presentCoverage } from './coverage.ts';
import { Body, type ExplorationContext, type Fields, planWindow, presentAsked, shareOf } from './read-body.ts';

const DIRECTIONS = ['next', 'previous'] as const;
const DEEPEST_JOURNEY = 3;
const MOST_ROWS = 1000;
const ROWS = 100;

export interface JourneyRow {
  /** From the nearest to the farthest; without `page` in the question the first one is the entry page. */
  pages: readonly string[];
  /** The visit ended there; looking back: it began there. */
  ends: boolean;
  count: number;
  /** Of all journeys, in percent. */
  share: number | null;
}

export interface JourneysAnswer {
  results: JourneyRow[];
  meta: {
    /** Journeys, also those of rows beyond the limit; and rows. */
    total: number;
    total_rows: number;
    coverage: Coverage;
  };
  query: Fields;
}

/** @throws AppError `invalid` with one detail per mistake */
export async function answerJourneys(given: unknown, context: ExplorationContext): Promise<JourneysAnswer> {
  const { site, goals, executor } = context;
  const body = new Body(given);
  const { dateRange, filter } = body.range();
  const page = parsePage(body);
  const direction = body.word('direction', DIRECTIONS, 'next') ?? 'next';
  if (page === null && direction === 'previous')
    body.refuse('page', 'Give the page to look back from: nothing comes before the first page of a visit.');
  const depth = body.whole('depth', 1, 1, DEEPEST_JOURNEY);
  const limit = body.whole('limit', ROWS, 1, MOST_ROWS);
  body.check();
  const window = await planWindow(dateRange, context);
  const asked = { page, direction, depth, limit };
  const scan = await executor.explore('journeys', { siteId: site.id, goals, window, filter, ...asked });
  const { rows, total, totalRows, seen } = scan;
  return {
    results: rows.map((row) => ({ ...row, share: shareOf(row.count, total) })),
    meta: { total, total_rows: totalRows, coverage: presentCoverage(seen) },
    query: { ...presentAsked(body, window, site.timezone), ...asked },
  };
}

function parsePage(body: Body): string | null {
  const { page } = body.fields;
  if (page === undefined || page === null) return null;
  if (typeof page === 'string' && page !== '') return page;
  body.refuse('page', 'Give a page such as /docs/start, or leave it out to begin at the entry pages.');
  return null;
}
