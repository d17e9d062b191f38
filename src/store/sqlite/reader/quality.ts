/** Reads how good the data is: counters of what was kept and dropped, restarts, and the closing reports of imports. */
import type { ImportFacts, QualityFacts, QualityPlan } from '../../../stats/quality/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

/** Of the imports, those that are told. */
const MOST_IMPORTS = 20;
/** Of the properties, as many as a list can show. */
const MOST_PROPERTIES = 500;

interface ImportRow {
  kind: string;
  startedAt: number;
  finishedAt: number | null;
  report: string | null;
}

type Days = [siteId: number, firstDay: number, lastDay: number];

export interface QualityStatements {
  read(plan: QualityPlan): QualityFacts;
  listProperties(siteId: number): string[];
}

/** Prepares the statements once. */
export function createQualityReader(db: SqliteDatabase): QualityStatements {
  // A row is either in the sealed part of its day or beside it, never in both.
  const kept = db.prepare<[...Days, ...Days], QualityFacts['kept'][number]>(`SELECT day, sum(count) AS count FROM (
      SELECT day, events AS count FROM sealed_days WHERE site_id = ? AND day BETWEEN ? AND ?
      UNION ALL SELECT day, count(*) FROM events WHERE site_id = ? AND day BETWEEN ? AND ? GROUP BY day
    ) GROUP BY day HAVING sum(count) > 0 ORDER BY day`);
  const drops = db.prepare<Days, QualityFacts['drops'][number]>(
    'SELECT day, reason, count FROM drops WHERE site_id = ? AND day BETWEEN ? AND ? ORDER BY day',
  );
  const restarts = db.prepare<Days, QualityFacts['restarts'][number]>(`SELECT day, parts - 1 AS count
    FROM instrument_days WHERE site_id = ? AND day BETWEEN ? AND ? AND parts > 1 ORDER BY day`);
  const imports = db.prepare<
    [number],
    ImportRow
  >(`SELECT kind, started_at AS startedAt, finished_at AS finishedAt, report
    FROM imports WHERE site_id = ? ORDER BY id DESC LIMIT ${MOST_IMPORTS}`);
  const properties = db
    .prepare<[number], string>(
      `SELECT text FROM terms WHERE site_id = ? AND kind = 'prop_key' ORDER BY text LIMIT ${MOST_PROPERTIES}`,
    )
    .pluck();
  return {
    read: ({ siteId, firstDay, lastDay }) => ({
      kept: kept.all(siteId, firstDay, lastDay, siteId, firstDay, lastDay),
      drops: drops.all(siteId, firstDay, lastDay),
      restarts: restarts.all(siteId, firstDay, lastDay),
      imports: imports.all(siteId).map(readImport),
    }),
    listProperties: (siteId) => properties.all(siteId),
  };
}

/** While a run goes on, its report is a checkpoint and says nothing of lines. */
function readImport({ kind, startedAt, finishedAt, report }: ImportRow): ImportFacts {
  const { read, kept, dropped } = finishedAt === null ? {} : ((JSON.parse(report ?? '{}') ?? {}) as Report);
  const isWhole = typeof read === 'number' && typeof kept === 'number';
  return { kind, startedAt, finishedAt, lines: isWhole ? { read, kept, dropped: dropped ?? {} } : null };
}

/** What is read of a closing report; its name and its lines are the operator's. */
interface Report {
  read?: number;
  kept?: number;
  dropped?: Record<string, number>;
}
