/** Journeys: which pages come next, or came before, within the same visit. */
import { protectJourneys } from '../disclosure/protect-explorations.ts';
import { restrictExploration } from '../restrict-report.ts';
import { type Coverage, presentCoverage, presentTold, type ToldMeta } from './coverage.ts';
import {
  Body,
  disclosureFor,
  type ExplorationContext,
  type Fields,
  planWindow,
  presentAsked,
  shareOf,
} from './read-body.ts';

const DIRECTIONS = ['next', 'previous'] as const;
const DEEPEST_JOURNEY = 3;
const MOST_ROWS = 1000;
const ROWS = 100;

export interface JourneyRow {
  /** From the nearest to the farthest; without `page` in the question the first one is the entry page. */
  pages: readonly string[];
  /** The visit ended there; looking back: it began there. */
  ends: boolean;
  /** null when it is hidden. */
  count: number | null;
  /** Of all journeys, in percent. */
  share: number | null;
}

export interface JourneysAnswer {
  results: JourneyRow[];
  meta: {
    /** Journeys, also those of rows beyond the limit; and rows. */
    total: number | null;
    total_rows: number;
    coverage: Coverage;
  } & ToldMeta;
  query: Fields;
}

/** @throws AppError `invalid` with one detail per mistake */
export async function answerJourneys(given: unknown, context: ExplorationContext): Promise<JourneysAnswer> {
  const { site, goals, executor } = context;
  const body = new Body(given, context.segments);
  const range = body.range();
  const { filter, restriction } = restrictExploration(range.filter, site.profile);
  const disclosure = disclosureFor(context);
  const page = parsePage(body);
  const direction = body.word('direction', DIRECTIONS, 'next') ?? 'next';
  if (page === null && direction === 'previous')
    body.refuse('page', 'Give the page to look back from: nothing comes before the first page of a visit.');
  const depth = body.whole('depth', 1, 1, DEEPEST_JOURNEY);
  const limit = body.whole('limit', ROWS, 1, MOST_ROWS);
  body.check();
  const window = await planWindow(range.dateRange, context);
  const asked = { page, direction, depth, limit };
  // Which rows are hidden depends on all of them.
  const rowsScanned = disclosure.smallest === null ? limit : MOST_ROWS;
  const scan = await executor.explore('journeys', {
    ...{ siteId: site.id, goals, window, filter },
    ...{ ...asked, limit: rowsScanned },
  });
  const { rows, total } = protectJourneys(scan.rows, scan, disclosure);
  const shown = rows.slice(0, limit);
  return {
    results: shown.map((row) => ({ ...row, share: shareOf(row.count, total) })),
    meta: {
      ...{ total, total_rows: scan.totalRows, coverage: presentCoverage(scan.seen, disclosure) },
      ...presentTold(
        disclosure,
        restriction,
        shown.map(({ count }) => count),
      ),
    },
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
